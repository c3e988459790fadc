using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace Portal.Infrastructure.Identity;

/// <summary>The five minutes between a right password, or an outside sign-in, and its code: a cookie that says whose, and opens nothing.</summary>
public sealed class PendingSignIn(IHttpContextAccessor http)
{
    /// <summary>The five minutes are over: begin again.</summary>
    public const string Over = "Account.Code.Over";

    internal static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    private const string OutsideClaim = "outside";

    private static readonly string s_scheme = IdentityConstants.TwoFactorUserIdScheme;

    /// <param name="outside">Null after a password.</param>
    public Task KeepAsync(Guid personId, OutsideProof? outside = null)
    {
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, personId.ToString())], s_scheme);
        if (outside is not null)
        {
            identity.AddClaim(new Claim(OutsideClaim, outside.At.UtcTicks.ToString(CultureInfo.InvariantCulture)));
        }

        return http.HttpContext!.SignInAsync(s_scheme, new ClaimsPrincipal(identity));
    }

    public async Task<Guid?> PersonAsync() => (await ReadAsync())?.Person;

    /// <summary>Whose code is awaited, and when an outside provider saw the person.</summary>
    public async Task<(Guid Person, OutsideProof? Outside)?> ReadAsync()
    {
        var kept = (await http.HttpContext!.AuthenticateAsync(s_scheme)).Principal;
        return Guid.TryParse(kept?.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            ? (id, kept.FindFirstValue(OutsideClaim) is { } ticks ? new(false, new(long.Parse(ticks, CultureInfo.InvariantCulture), TimeSpan.Zero)) : null)
            : null;
    }

    public Task ForgetAsync() => http.HttpContext!.SignOutAsync(s_scheme);
}
