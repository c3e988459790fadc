using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity.Domain;
using Portal.Application.Shared;
using Portal.Infrastructure.Persistence;

namespace Portal.Infrastructure.Identity;

/// <param name="App">The authenticator app is set up.</param>
public sealed record StrongFactors(int Passkeys, bool App)
{
    /// <summary>What staff need before they see a case: the loss of one device must not end their work, nor open it (S-11).</summary>
    public bool IsEnoughForStaff => Passkeys >= 2 || (Passkeys >= 1 && App);

    public bool IsAny => Passkeys > 0 || App;

    public bool IsOne => Passkeys + (App ? 1 : 0) == 1;
}

/// <summary>The ways in of one person. Every change tells the owner by mail and ends the person's other sessions (S-10, S-19).</summary>
public sealed class Factors(Passkeys passkeys, AuthenticatorApps apps, RecoveryCodes codes, FactorRemovals removals, Sessions sessions, PortalDbContext db)
{
    public const string CodeWrong = SecondFactor.Wrong;

    public async Task<StrongFactors> OfAsync(Guid personId, CancellationToken ct) =>
        new(await db.UserPasskeys.CountAsync(p => p.UserId == personId, ct), await apps.IsSetUpAsync(personId, ct));

    public async Task<bool> HasDeviceBoundAsync(Guid personId) => (await passkeys.ListAsync(personId)).Any(p => p.IsDeviceBound);

    public async Task<Result> AddPasskeyAsync(Guid personId, Guid offer, string? credential, string? name, CancellationToken ct)
    {
        var result = await passkeys.AddAsync(personId, offer, credential, name, ct);
        return result.IsSuccess ? await DoneAsync(personId, FactorChange.PasskeyAdded, ct) : result;
    }

    /// <summary>At once; the last strong way in after a day.</summary>
    public async Task RemovePasskeyAsync(Guid personId, string id, CancellationToken ct)
    {
        if ((await OfAsync(personId, ct)).IsOne && (await passkeys.ListAsync(personId)).Any(p => p.Id == id))
        {
            await PlanAsync(personId, id, ct);
            return;
        }

        await passkeys.RemoveAsync(personId, id);
        await DoneAsync(personId, FactorChange.PasskeyRemoved, ct);
    }

    /// <returns>The recovery codes, to be shown now and never again.</returns>
    public async Task<Result<IReadOnlyList<string>>> ConfirmAppAsync(Guid personId, string? code, CancellationToken ct)
    {
        if (!await apps.ConfirmAsync(personId, code, ct))
        {
            return Result<IReadOnlyList<string>>.Refused([new Error(CodeWrong, "Code")]);
        }

        await DoneAsync(personId, FactorChange.AppAdded, ct);
        return new Result<IReadOnlyList<string>>(await codes.RenewAsync(personId, ct), []);
    }

    /// <summary>At once; the last strong way in after a day.</summary>
    public async Task RemoveAppAsync(Guid personId, CancellationToken ct)
    {
        if (await OfAsync(personId, ct) is { IsOne: true, App: true })
        {
            await PlanAsync(personId, null, ct);
            return;
        }

        await apps.RemoveAsync(personId, ct);
        await codes.RemoveAsync(personId, ct);
        await DoneAsync(personId, FactorChange.AppRemoved, ct);
    }

    public async Task<IReadOnlyList<string>> RenewCodesAsync(Guid personId, CancellationToken ct)
    {
        var fresh = await codes.RenewAsync(personId, ct);
        await DoneAsync(personId, FactorChange.CodesRenewed, ct);
        return fresh;
    }

    private async Task PlanAsync(Guid personId, string? credentialId, CancellationToken ct)
    {
        await sessions.EndOthersAsync(personId, ct);
        await removals.PlanAsync(personId, credentialId, ct);
    }

    internal async Task<Result> DoneAsync(Guid personId, FactorChange change, CancellationToken ct)
    {
        await sessions.EndOthersAsync(personId, ct);
        await db.TellOwnerAsync(personId, person => person.TellFactorChange(change), ct);
        return Result.Success;
    }
}
