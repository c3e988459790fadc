using System.Security.Claims;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using Portal.Application.Identity.Domain;
using Portal.Infrastructure.Identity;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Portal.Infrastructure.Connect;

/// <summary><see cref="TokenClaims"/> as OpenIddict wants them.</summary>
internal sealed class TokenPrincipals(TokenClaims claims, IOpenIddictScopeManager known, TimeProvider clock)
{
    /// <summary>Names the visit; a token of a system for itself has none.</summary>
    public const string Visit = "sid";

    /// <summary>The audience of tokens for the portal's own API.</summary>
    public const string PortalApi = "portal-api";

    public async Task<ClaimsPrincipal> OfAsync(SignInSession session, IReadOnlyList<string> scopes, CancellationToken ct)
    {
        TokenClaim[] all = [.. TokenClaims.Of(session), .. await claims.OfPersonAsync(session.PersonId, scopes, ct)];
        var principal = await ForAsync(all, scopes, ct);
        return principal.SetRefreshTokenLifetime(session.StartedAt + PortalSession.AtMost - clock.GetUtcNow());
    }

    /// <summary>A system for itself.</summary>
    public Task<ClaimsPrincipal> OfSystemAsync(string systemId, IReadOnlyList<string> scopes, CancellationToken ct) =>
        ForAsync([new TokenClaim(Claims.Subject, systemId, ClaimPlace.Everywhere)], scopes, ct);

    /// <summary>The person as they are now, in a token that is renewed.</summary>
    public async Task RenewAsync(ClaimsPrincipal principal, CancellationToken ct)
    {
        var personId = Guid.Parse(principal.GetClaim(Claims.Subject)!);
        Set((ClaimsIdentity)principal.Identity!, await claims.OfPersonAsync(personId, principal.GetScopes(), ct));
    }

    private async Task<ClaimsPrincipal> ForAsync(IEnumerable<TokenClaim> all, IReadOnlyList<string> scopes, CancellationToken ct)
    {
        var identity = new ClaimsIdentity(TokenValidationParameters.DefaultAuthenticationType, Claims.Name, Claims.Role);
        Set(identity, all);
        identity.SetScopes(scopes);
        var audiences = await known.ListResourcesAsync([.. scopes], ct).ToListAsync(ct);
        identity.SetResources(scopes.Contains(SystemScopes.Me) ? [.. audiences, PortalApi] : audiences);
        return new ClaimsPrincipal(identity);
    }

    private static void Set(ClaimsIdentity identity, IEnumerable<TokenClaim> claims)
    {
        foreach (var claim in claims)
        {
            _ = claim.Value switch
            {
                IReadOnlyList<string> several => identity.SetClaims(claim.Name, [.. several]),
                long number => identity.SetClaim(claim.Name, number),
                bool truth => identity.SetClaim(claim.Name, truth),
                _ => identity.SetClaim(claim.Name, (string)claim.Value),
            };
            foreach (var set in identity.FindAll(claim.Name))
            {
                set.SetDestinations(claim.Place == ClaimPlace.Everywhere ? [Destinations.AccessToken, Destinations.IdentityToken] : [Destinations.IdentityToken]);
            }
        }
    }
}
