using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity;
using Portal.Application.Identity.Domain;
using Portal.Application.Shared;
using Portal.Infrastructure.Persistence;

namespace Portal.Infrastructure.Identity;

/// <summary>
/// The way back for whoever has lost every strong way in: password, a day in which the owner can stop it, then a mailed link together with
/// the password. Nobody else can give a person a way in (TH-18).
/// </summary>
public sealed class Recovery(
    UserManager<PortalUser> users, SignInGuard guard, PortalSession session, RecoveryRequests requests, AuthenticatorApps apps, RecoveryCodes codes,
    ILinkTokens tokens, PortalDbContext db)
{
    public const string LinkVoid = PortalIdentityErrors.LinkVoid;

    public async Task<bool> CanStopAsync(string? token, CancellationToken ct) => await ToStopAsync(token, ct) is not null;

    /// <returns>False when there is nothing to stop any more.</returns>
    public async Task<bool> StopAsync(string? token, CancellationToken ct)
    {
        if (await ToStopAsync(token, ct) is not { } request)
        {
            return false;
        }

        await requests.StopAsync(request.PersonId, ct);
        return true;
    }

    public async Task<bool> CanEnterAsync(string? token, CancellationToken ct) => await ToEnterAsync(token, ct) is not null;

    /// <summary>Signs in and leaves no earlier way in: what is lost may be in other hands.</summary>
    public async Task<Result> EnterAsync(string? token, string? password, CancellationToken ct)
    {
        if (await ToEnterAsync(token, ct) is not { } request || await users.FindByIdAsync(request.PersonId.ToString()) is not { } user)
        {
            return Result.Refused([new Error(LinkVoid)]);
        }

        var wrong = new Error("Account.Recovery.PasswordWrong", "Password");
        if (await guard.TryAsync(user.NormalizedEmail!, wrong, () => users.CheckPasswordAsync(user, password ?? ""), ct) is { } refusal)
        {
            return Result.Refused([refusal]);
        }

        if (!await TakeAsync(request, ct))
        {
            return Result.Refused([new Error(LinkVoid)]);
        }

        await session.StartAsync(user, SignInMethod.Password, ct);
        return Result.Success;
    }

    // SQL Server, which tries again after a broken connection, takes a transaction only as a whole.
    private Task<bool> TakeAsync(RecoveryRequest request, CancellationToken ct) =>
        db.Database.CreateExecutionStrategy().ExecuteAsync(() => TakeOnceAsync(request, ct));

    private async Task<bool> TakeOnceAsync(RecoveryRequest request, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (!await requests.TakeAsync(request.Id, ct))
        {
            return false;
        }

        await db.UserPasskeys.Where(p => p.UserId == request.PersonId).ExecuteDeleteAsync(ct);
        await apps.RemoveAsync(request.PersonId, ct);
        await codes.RemoveAsync(request.PersonId, ct);
        await db.FactorRemovals.Where(r => r.PersonId == request.PersonId).ExecuteDeleteAsync(ct);
        await db.SignInSessions.Where(s => s.PersonId == request.PersonId).ExecuteDeleteAsync(ct);
        await db.RecordAndTellOwnerAsync(request.PersonId, "UseRecovery", person => person.TellFactorChange(FactorChange.RecoveryUsed), ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    private async Task<RecoveryRequest?> ToStopAsync(string? token, CancellationToken ct) =>
        tokens.RequestOf(RecoveryLinks.ToStop, token) is { } id ? await requests.FindAsync(id, ct) : null;

    private async Task<RecoveryRequest?> ToEnterAsync(string? token, CancellationToken ct) =>
        tokens.RequestOf(RecoveryLinks.ToEnter, token) is { } id ? await requests.FindOpenAsync(id, ct) : null;
}
