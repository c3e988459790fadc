using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using Portal.Application.Shared;
using Portal.Infrastructure.Identity;

namespace Portal.Infrastructure.Connect;

/// <summary>OpenIddict behind the seam.</summary>
internal sealed class OpenIddictConnectServer(
    IHttpContextAccessor http, IOpenIddictApplicationManager applications, TokenPrincipals principals, AllowedSystems allowed) : IConnectServer
{
    private const string Scheme = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;

    private HttpContext Context => http.HttpContext!;

    private OpenIddictRequest Asked => Context.GetOpenIddictServerRequest() ?? throw new NotFoundException();

    public async Task<AuthorizationRequest> AuthorizationAsync(CancellationToken ct)
    {
        var asked = Asked;
        var application = await applications.FindByClientIdAsync(asked.ClientId!, ct) ?? throw new NotFoundException();
        return new(
            asked.ClientId!, await applications.NameAsync(application, ct), asked.GetScopes(), asked.GetPromptValues(),
            asked.MaxAge is { } seconds ? TimeSpan.FromSeconds(seconds) : null, asked.GetAcrValues(),
            Sha256.Of($"{asked.ClientId}\n{asked.CodeChallenge}\n{asked.Nonce}\n{asked.State}"), SourceOf(asked.RedirectUri!), LanguagesOf(asked));
    }

    public async Task IssueAsync(AuthorizationRequest request, SignInSession session, CancellationToken ct)
    {
        var principal = await principals.OfAsync(session, request.Scopes, ct);
        principal.SetAuthorizationId(await allowed.IdAsync(session.PersonId, request.SystemId, request.Scopes, ct));
        await Context.SignInAsync(Scheme, principal);
    }

    public Task RefuseAsync(string error) =>
        Context.ForbidAsync(Scheme, new AuthenticationProperties(new Dictionary<string, string?> { [OpenIddictServerAspNetCoreConstants.Properties.Error] = error }));

    public async Task<LogoutRequest> LogoutAsync()
    {
        var asked = Asked;
        var hint = (await Context.AuthenticateAsync(Scheme)).Principal;
        return new(
            Guid.TryParse(hint?.GetClaim(TokenPrincipals.Visit), out var visit) ? visit : null,
            asked.PostLogoutRedirectUri is { } address ? SourceOf(address) : null, LanguagesOf(asked));
    }

    public Task FinishLogoutAsync(string otherwise) => Context.SignOutAsync(Scheme, new AuthenticationProperties { RedirectUri = otherwise });

    // Checked against the registration before.
    private static string SourceOf(string address)
    {
        var uri = new Uri(address);
        return uri.Scheme is "http" or "https" ? uri.GetLeftPart(UriPartial.Authority) : uri.Scheme + ":";
    }

    private static IReadOnlyList<string> LanguagesOf(OpenIddictRequest asked) => [.. (asked.UiLocales ?? "").Split(' ').Select(l => l.Split('-')[0].ToLowerInvariant())];
}
