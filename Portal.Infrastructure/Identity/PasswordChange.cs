using Microsoft.AspNetCore.Identity;
using Portal.Application.Identity.Domain;
using Portal.Application.Shared;
using Portal.Infrastructure.Persistence;

namespace Portal.Infrastructure.Identity;

/// <summary>A new password: with the current one, or by a mailed link when it is forgotten. Either ends all other sessions.</summary>
public sealed class PasswordChange(UserManager<PortalUser> users, PortalSession session, Sessions sessions, SignInGuard guard, PortalDbContext db)
{
    public const string LinkVoid = PortalIdentityErrors.LinkVoid;

    /// <summary>Mails a link if there is an account. The answer does not tell (S-17).</summary>
    public async Task<Result> AskAsync(string? address, CancellationToken ct)
    {
        if (!MailAddress.TryCanonical(address, out var canonical))
        {
            return Result.Refused([new Error("Account.Address.Invalid", "Address")]);
        }

        if (await users.FindByEmailAsync(canonical) is { } user)
        {
            await db.TellOwnerAsync(user.Id, person => person.AskForPasswordReset(), ct);
        }

        return Result.Success;
    }

    public async Task<bool> CanResetAsync(Guid id, string? token) => await ToResetAsync(id, token) is not null;

    /// <summary>The link came by mail, so it also confirms the address.</summary>
    public async Task<Result> ResetAsync(Guid id, string? token, string? password, CancellationToken ct)
    {
        if (await ToResetAsync(id, token) is not { } user)
        {
            return Result.Refused([new Error(LinkVoid)]);
        }

        var errors = await users.BrokenRulesAsync(user, password ?? "", "Password");
        if (errors.Count > 0)
        {
            return Result.Refused(errors);
        }

        user.EmailConfirmed = true;
        (await db.FindAsync<Person>([user.Id], ct))!.TellPasswordChange();
        var outcome = await users.ResetPasswordAsync(user, token!, password!);
        await sessions.EndOthersAsync(user.Id, ct);
        return new Result([.. outcome.ToErrors(null)]);
    }

    public async Task<Result> ChangeAsync(Guid personId, string? current, string? password, CancellationToken ct)
    {
        var user = await users.FindByIdAsync(personId.ToString()) ?? throw new NotFoundException();
        var wrong = new Error(PortalIdentityErrors.PasswordWrong, "Current");
        if (await guard.TryAsync(user.NormalizedEmail!, wrong, () => users.CheckPasswordAsync(user, current ?? ""), ct) is { } refusal)
        {
            return Result.Refused([refusal]);
        }

        var errors = await users.BrokenRulesAsync(user, password ?? "", "Password");
        if (errors.Count > 0)
        {
            return Result.Refused(errors);
        }

        (await db.FindAsync<Person>([user.Id], ct))!.TellPasswordChange();
        var outcome = await users.ChangePasswordAsync(user, current!, password!);
        await sessions.EndOthersAsync(user.Id, ct);
        await session.EndVisitAsync(ct);
        await session.RestartAsync(ct);
        return new Result([.. outcome.ToErrors("Password")]);
    }

    private async Task<PortalUser?> ToResetAsync(Guid id, string? token) =>
        await users.FindByIdAsync(id.ToString()) is { } user
            && await users.VerifyUserTokenAsync(user, MailedTokens.Name, UserManager<PortalUser>.ResetPasswordTokenPurpose, token ?? "")
            ? user
            : null;
}
