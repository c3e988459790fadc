using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace Portal.Infrastructure.Identity;

/// <summary>The five minutes between a right password and its code: a cookie that says whose, and opens nothing.</summary>
public sealed class PendingSignIn(IHttpContextAccessor http)
{
    /// <summary>The five minutes are over: begin again.</summary>
    public const string Over = "Account.Code.Over";

    internal static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    private static readonly string s_scheme = IdentityConstants.TwoFactorUserIdScheme;

    public Task KeepAsync(Guid personId) => http.HttpContext!.SignInAsync(
        s_scheme, new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, personId.ToString())], s_scheme)));

    public async Task<Guid?> PersonAsync() =>
        Guid.TryParse((await http.HttpContext!.AuthenticateAsync(s_scheme)).Principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;

    public Task ForgetAsync() => http.HttpContext!.SignOutAsync(s_scheme);
}
