using Microsoft.AspNetCore.Identity;
using Portal.Application.Shared;
using Portal.Infrastructure.Persistence;

namespace Portal.Infrastructure.Identity;

/// <summary>Signs in with a password and, where the account has one, a second factor. One answer for a wrong address and a wrong password.</summary>
public sealed class PasswordSignIn(
    UserManager<PortalUser> users, PortalSession session, PendingSignIn pending, SignInGuard guard, SecondFactor second, PortalDbContext db,
    Tallies tallies)
{
    public const string Wrong = "Account.SignIn.Wrong", NotConfirmed = "Account.SignIn.NotConfirmed", LinkVoid = PortalIdentityErrors.LinkVoid;

    private static readonly Rate s_newLinks = Rate.PerHour(5);

    /// <returns>True when the person is signed in, false when a code is still to come.</returns>
    public async Task<Result<bool>> SignInAsync(string? address, string? password, CancellationToken ct)
    {
        var user = await users.FindByEmailAsync(address ?? "");
        if (await guard.TryAsync(users.NormalizeEmail(address) ?? "", new Error(Wrong), () => users.CheckPasswordAsync(user!, password ?? ""), ct) is { } refusal)
        {
            return Result<bool>.Refused([refusal]);
        }

        if (!user!.EmailConfirmed)
        {
            // Only who knows the password gets to know this; the link goes out once more, but the address may be somebody else's.
            if (await tallies.CountAsync(Tallies.KeyOf("confirm", user.Id.ToString()), s_newLinks, ct) is null)
            {
                await db.TellOwnerAsync(user.Id, person => person.RegisterAgain(), ct);
            }

            return Result<bool>.Refused([new Error(NotConfirmed)]);
        }

        if (await second.IsSetUpAsync(user.Id, ct))
        {
            await pending.KeepAsync(user.Id);
            return false;
        }

        await session.StartAsync(user, SignInMethod.Password, ct);
        return true;
    }

    /// <summary>The code after the password.</summary>
    public async Task<Result> EnterCodeAsync(string? code, CancellationToken ct)
    {
        if (await pending.ReadAsync() is not { Person: var personId, Outside: var outside } || await users.FindByIdAsync(personId.ToString()) is not { } user)
        {
            return Result.Refused([new Error(PendingSignIn.Over)]);
        }

        var (refusal, method) = await second.TryAsync(personId, code, ct);
        if (refusal is not null)
        {
            return Result.Refused([refusal]);
        }

        await pending.ForgetAsync();
        await session.StartAsync(user, outside is null ? method : AfterOutside(method), ct, outside: outside);
        return Result.Success;
    }

    public async Task<bool> CanConfirmAsync(Guid id, string? token) => await ToConfirmAsync(id, token) is not null;

    /// <summary>
    /// Confirms the address and signs in. The password is asked because somebody else may have registered this address first:
    /// the owner's click alone would give that person a confirmed account (TH-15).
    /// </summary>
    public async Task<Result> ConfirmAsync(Guid id, string? token, string? password, CancellationToken ct)
    {
        if (await ToConfirmAsync(id, token) is not { } user)
        {
            return Result.Refused([new Error(LinkVoid)]);
        }

        var wrong = new Error("Account.ConfirmMail.PasswordWrong", "Password");
        if (await guard.TryAsync(user.NormalizedEmail!, wrong, () => users.CheckPasswordAsync(user, password ?? ""), ct) is { } refusal)
        {
            return Result.Refused([refusal]);
        }

        await users.ConfirmEmailAsync(user, token!);
        await session.StartAsync(user, SignInMethod.Password, ct);
        return Result.Success;
    }

    /// <summary>Accounts made through an outside provider have none until their owners choose one.</summary>
    public async Task<bool> HasPasswordAsync(Guid id) => await users.FindByIdAsync(id.ToString()) is { PasswordHash: not null };

    internal async Task<PortalUser?> ToConfirmAsync(Guid id, string? token) =>
        await users.FindByIdAsync(id.ToString()) is { EmailConfirmed: false } user
            && await users.VerifyUserTokenAsync(user, MailedTokens.Name, UserManager<PortalUser>.ConfirmEmailTokenPurpose, token ?? "")
            ? user
            : null;

    private static SignInMethod AfterOutside(SignInMethod code) =>
        code == SignInMethod.PasswordAndRecoveryCode ? SignInMethod.OutsideAndRecoveryCode : SignInMethod.OutsideAndCode;
}
