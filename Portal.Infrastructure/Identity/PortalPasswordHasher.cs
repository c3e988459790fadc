using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Portal.Application.Shared;

namespace Portal.Infrastructure.Identity;

/// <summary>One password however the keyboard composed it: が as one character or as two, letters in full or half width (RFC 8265, 4.2).</summary>
internal sealed class PortalPasswordHasher(IOptions<PasswordHasherOptions> options) : PasswordHasher<PortalUser>(options)
{
    /// <summary>PBKDF2-HMAC-SHA-512 rounds (S-18).</summary>
    public const int Iterations = 210_000;

    private readonly Lazy<string> _nobody = new(() => new PasswordHasher<PortalUser>(options).HashPassword(new PortalUser(), Guid.NewGuid().ToString()));

    public override string HashPassword(PortalUser user, string password) => base.HashPassword(user, UnicodeForms.Nfkc(password));

    public override PasswordVerificationResult VerifyHashedPassword(PortalUser user, string hashedPassword, string providedPassword) =>
        base.VerifyHashedPassword(user, hashedPassword, UnicodeForms.Nfkc(providedPassword));

    /// <summary>Takes the time of a check when there is nothing to check, so that the clock does not tell who has an account (S-17).</summary>
    public void Spend(string password) => VerifyHashedPassword(new PortalUser(), _nobody.Value, password);
}
