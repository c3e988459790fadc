using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Portal.Infrastructure.Identity;

namespace Portal.Infrastructure.Federation;

/// <summary>
/// Somebody as an outside provider knows them: issuer and subject, and nothing else (N-03). The mail address is a claim that its holder can
/// lose to somebody else; it only fills in a form.
/// </summary>
public sealed record OutsideIdentity(string Issuer, string Subject, string? Name, string? Mail, OutsideProof Proof)
{
    private const string IssuerClaim = "issuer", SubjectClaim = "sub", NameClaim = "name", MailClaim = "mail", StrongClaim = "strong", AtClaim = "at";

    /// <summary>A hash: subjects may be 255 characters long and differ in case only, which SQL Server's comparison does not see.</summary>
    public string SubjectKey => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Subject)));

    public IdentityUserLogin<Guid> LoginOf(Guid personId) => new() { LoginProvider = Issuer, ProviderKey = SubjectKey, UserId = personId };

    /// <summary>What a verified ID token and the claims beside it say.</summary>
    public static OutsideIdentity Of(OutsideProvider provider, ClaimsPrincipal verified, DateTimeOffset now) => new(
        provider.Issuer,
        verified.FindFirstValue(SubjectClaim)!,
        verified.FindFirstValue(provider.NameClaim),
        verified.FindFirstValue(provider.MailClaim),
        new OutsideProof(verified.FindFirstValue("acr") is { } acr && provider.StrongAcr.Contains(acr), ProvedAt(verified, now)));

    /// <summary>For the cookie that carries it to the page.</summary>
    public ClaimsPrincipal ToPrincipal(string scheme)
    {
        var identity = new ClaimsIdentity(scheme);
        identity.AddClaims([new(IssuerClaim, Issuer), new(SubjectClaim, Subject), new(StrongClaim, Proof.IsStrong.ToString()), new(AtClaim, Ticks(Proof.At))]);
        identity.AddClaims(new[] { (Type: NameClaim, Value: Name), (Type: MailClaim, Value: Mail) }.Where(c => c.Value is not null).Select(c => new Claim(c.Type, c.Value!)));
        return new(identity);
    }

    public static OutsideIdentity Of(ClaimsPrincipal carried) => new(
        carried.FindFirstValue(IssuerClaim)!, carried.FindFirstValue(SubjectClaim)!, carried.FindFirstValue(NameClaim), carried.FindFirstValue(MailClaim),
        new(bool.Parse(carried.FindFirstValue(StrongClaim)!), new(long.Parse(carried.FindFirstValue(AtClaim)!, CultureInfo.InvariantCulture), TimeSpan.Zero)));

    /// <summary>A provider that does not say when, although it is asked, may speak of any moment within the longest session.</summary>
    private static DateTimeOffset ProvedAt(ClaimsPrincipal verified, DateTimeOffset now) =>
        !long.TryParse(verified.FindFirstValue("auth_time"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? now - PortalSession.AtMost
            : DateTimeOffset.FromUnixTimeSeconds(Math.Min(seconds, now.ToUnixTimeSeconds()));

    private static string Ticks(DateTimeOffset at) => at.UtcTicks.ToString(CultureInfo.InvariantCulture);
}
