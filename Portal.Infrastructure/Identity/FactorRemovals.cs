using System.Buffers.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity.Domain;
using Portal.Application.Shared;
using Portal.Infrastructure.Persistence;

namespace Portal.Infrastructure.Identity;

/// <summary>
/// The last strong way in goes a day after it was asked for, not at once: whoever sits at somebody's open session gives the owner the time
/// to read the mail (S-19). Using it keeps it.
/// </summary>
public sealed class FactorRemovals(AuthenticatorApps apps, RecoveryCodes codes, PortalDbContext db, TimeProvider clock)
{
    public static readonly TimeSpan Delay = TimeSpan.FromHours(24);

    public Task<FactorRemoval?> FindAsync(Guid personId, CancellationToken ct) => db.FactorRemovals.AsNoTracking().FirstOrDefaultAsync(r => r.PersonId == personId, ct);

    /// <summary>Asking again changes nothing: the day goes on.</summary>
    public async Task PlanAsync(Guid personId, string? credentialId, CancellationToken ct)
    {
        if (await FindAsync(personId, ct) is not null)
        {
            return;
        }

        var dueAt = clock.GetUtcNow() + Delay;
        db.FactorRemovals.Add(new FactorRemoval { PersonId = personId, CredentialId = credentialId, DueAt = dueAt });
        await db.RecordAndTellOwnerAsync(personId, "PlanFactorRemoval", person => person.TellPlannedRemoval(dueAt), ct);
    }

    public async Task KeepAsync(Guid personId, CancellationToken ct)
    {
        if (await db.FactorRemovals.Where(r => r.PersonId == personId).ExecuteDeleteAsync(ct) == 1)
        {
            await db.RecordAndTellOwnerAsync(personId, "CancelFactorRemoval", person => person.TellFactorChange(FactorChange.RemovalCancelled), ct);
        }
    }

    /// <summary>Somebody signed in, or proved anew who they are: with what was to go, it stays.</summary>
    public async Task UsedAsync(Guid personId, SignInMethod method, string? credentialId, CancellationToken ct)
    {
        var isApp = method is SignInMethod.PasswordAndCode or SignInMethod.OutsideAndCode;
        if (await FindAsync(personId, ct) is { } planned && (planned.CredentialId is null ? isApp : planned.CredentialId == credentialId))
        {
            await KeepAsync(personId, ct);
        }
    }

    /// <summary>Removes what is due; the clock calls it every minute.</summary>
    public async Task RemoveDueAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        foreach (var due in await db.FactorRemovals.AsNoTracking().Where(r => r.DueAt <= now).ToListAsync(ct))
        {
            // Whoever takes the row first decides: the clock, or an owner who keeps it in this moment.
            if (await db.FactorRemovals.Where(r => r.PersonId == due.PersonId && r.DueAt == due.DueAt).ExecuteDeleteAsync(ct) == 1)
            {
                await RemoveAsync(due, ct);
            }
        }
    }

    private async Task RemoveAsync(FactorRemoval due, CancellationToken ct)
    {
        if (due.CredentialId is { } id)
        {
            var credential = Base64Url.DecodeFromChars(id);
            await db.UserPasskeys.Where(p => p.UserId == due.PersonId && p.CredentialId == credential).ExecuteDeleteAsync(ct);
        }
        else
        {
            await apps.RemoveAsync(due.PersonId, ct);
            await codes.RemoveAsync(due.PersonId, ct);
        }

        await db.SignInSessions.Where(s => s.PersonId == due.PersonId).ExecuteDeleteAsync(ct);
        await db.RecordAndTellOwnerAsync(due.PersonId, "RemoveLastFactor", person => person.TellFactorChange(due.CredentialId is null ? FactorChange.AppRemoved : FactorChange.PasskeyRemoved), ct);
    }
}
