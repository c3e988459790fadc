using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity.Domain;
using Portal.Application.Shared;
using Portal.Infrastructure.Identity;
using Portal.Infrastructure.Persistence;

namespace Portal.Infrastructure.Federation;

/// <summary>Which outside identities open an account. A link is a way in: a change tells the owner and ends the other sessions.</summary>
public sealed class OutsideLinks(OutsideProviders providers, Factors factors, PortalDbContext db)
{
    public const string Taken = "Account.Outside.Taken";

    /// <summary>The providers through which the person can sign in.</summary>
    public async Task<IReadOnlyList<OutsideProvider>> OfAsync(Guid personId, CancellationToken ct)
    {
        if (providers.All.Count == 0)
        {
            return [];
        }

        var issuers = await db.UserLogins.Where(l => l.UserId == personId).Select(l => l.LoginProvider).Distinct().ToListAsync(ct);
        return [.. providers.All.Where(p => issuers.Contains(p.Issuer))];
    }

    /// <summary>Opens the account to this identity from now on.</summary>
    public async Task<Result> LinkAsync(Guid personId, OutsideIdentity identity, CancellationToken ct)
    {
        if (await IsTakenAsync(identity, ct))
        {
            return Result.Refused([new Error(Taken)]);
        }

        db.UserLogins.Add(identity.LoginOf(personId));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (!await IsTakenAsync(identity, ct))
            {
                throw;
            }

            return Result.Refused([new Error(Taken)]);
        }

        return await factors.DoneAsync(personId, FactorChange.OutsideLinked, ct);
    }

    public async Task UnlinkAsync(Guid personId, OutsideProvider provider, CancellationToken ct)
    {
        if (await db.UserLogins.Where(l => l.UserId == personId && l.LoginProvider == provider.Issuer).ExecuteDeleteAsync(ct) == 0)
        {
            throw new NotFoundException();
        }

        await factors.DoneAsync(personId, FactorChange.OutsideUnlinked, ct);
    }

    private Task<bool> IsTakenAsync(OutsideIdentity identity, CancellationToken ct) =>
        db.UserLogins.AnyAsync(l => l.LoginProvider == identity.Issuer && l.ProviderKey == identity.SubjectKey, ct);
}
