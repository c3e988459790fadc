using Microsoft.AspNetCore.Identity;

namespace Portal.Infrastructure.Identity;

/// <summary>Identity's refusals as text keys; the page says the sentence in its language.</summary>
internal sealed class PortalIdentityErrors : IdentityErrorDescriber
{
    public const string AddressTaken = "Account.Address.Taken", LinkVoid = "Account.Link.Void", Stale = "Shared.Stale", PasswordWrong = "Account.Settings.PasswordWrong";

    public override IdentityError DuplicateEmail(string email) => Key(AddressTaken);

    public override IdentityError InvalidEmail(string? email) => Key("Account.Address.Invalid");

    public override IdentityError InvalidToken() => Key(LinkVoid);

    public override IdentityError ConcurrencyFailure() => Key(Stale);

    public override IdentityError PasswordMismatch() => Key(PasswordWrong);

    internal static IdentityError Key(string key) => new() { Code = key, Description = key };
}
