using Microsoft.AspNetCore.Identity;
using Portal.Application.Shared;
using Portal.Infrastructure.Persistence;

namespace Portal.Infrastructure.Identity;

/// <summary>Signs in with a password. One answer for a wrong address, a wrong password and an account that waits after wrong tries.</summary>
public sealed class PasswordSignIn(
    UserManager<PortalUser> users, SignInManager<PortalUser> signIn, PortalSession session, IPasswordHasher<PortalUser> hasher, PortalDbContext db)
{
    public const string Wrong = "Account.SignIn.Wrong", NotConfirmed = "Account.SignIn.NotConfirmed", LinkVoid = PortalIdentityErrors.LinkVoid;

    public async Task<Result> SignInAsync(string? address, string? password, CancellationToken ct)
    {
        var user = await users.FindByEmailAsync(address ?? "");
        if (!await IsRightAsync(user, password ?? ""))
        {
            return Result.Refused([new Error(Wrong)]);
        }

        if (!user!.EmailConfirmed)
        {
            // Only who knows the password gets to know this; the link goes out once more.
            await db.TellOwnerAsync(user.Id, person => person.RegisterAgain(), ct);
            return Result.Refused([new Error(NotConfirmed)]);
        }

        await session.StartAsync(user, SignInMethod.Password, ct);
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

        if (!await IsRightAsync(user, password ?? ""))
        {
            return Result.Refused([new Error("Account.ConfirmMail.PasswordWrong", "Password")]);
        }

        await users.ConfirmEmailAsync(user, token!);
        await session.StartAsync(user, SignInMethod.Password, ct);
        return Result.Success;
    }

    private async Task<PortalUser?> ToConfirmAsync(Guid id, string? token) =>
        await users.FindByIdAsync(id.ToString()) is { EmailConfirmed: false } user
            && await users.VerifyUserTokenAsync(user, MailedTokens.Name, UserManager<PortalUser>.ConfirmEmailTokenPurpose, token ?? "")
            ? user
            : null;

    private async Task<bool> IsRightAsync(PortalUser? user, string password)
    {
        if (user is not null && !await users.IsLockedOutAsync(user))
        {
            return (await signIn.CheckPasswordSignInAsync(user, password, lockoutOnFailure: true)).Succeeded;
        }

        ((PortalPasswordHasher)hasher).Spend(password);
        return false;
    }
}
