using OpenIddict.Abstractions;
using OpenIddict.Server;
using Portal.Application.Identity.Domain;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Portal.Infrastructure.Connect;

/// <summary>What is issued for a code, a refresh token or a system's own credentials. All three were checked before.</summary>
internal sealed class TokenAnswers(TokenPrincipals principals) : IOpenIddictServerHandler<HandleTokenRequestContext>
{
    // Of a person; a system that comes for itself has none of it.
    private static readonly string[] s_ofPersons = [Scopes.OpenId, Scopes.Profile, Scopes.Email, Scopes.OfflineAccess, SystemScopes.Me];

    public async ValueTask HandleAsync(HandleTokenRequestContext context)
    {
        if (!context.Request.IsClientCredentialsGrantType())
        {
            await principals.RenewAsync(context.Principal!, context.CancellationToken);
            return;
        }

        var scopes = context.Request.GetScopes();
        if (scopes.Intersect(s_ofPersons).Any())
        {
            context.Reject(Errors.InvalidScope);
            return;
        }

        context.SignIn(await principals.OfSystemAsync(context.ClientId!, scopes, context.CancellationToken));
    }
}

/// <summary>The person as they are now, by the scopes of the token.</summary>
internal sealed class UserInfoAnswers(TokenClaims claims) : IOpenIddictServerHandler<HandleUserInfoRequestContext>
{
    public async ValueTask HandleAsync(HandleUserInfoRequestContext context)
    {
        if (!Guid.TryParse(context.AccessTokenPrincipal.GetClaim(Claims.Subject), out var personId) || context.AccessTokenPrincipal.GetClaim(TokenPrincipals.Visit) is null)
        {
            context.Reject(Errors.InvalidToken);
            return;
        }

        foreach (var claim in await claims.OfPersonAsync(personId, context.AccessTokenPrincipal.GetScopes(), context.CancellationToken))
        {
            context.Claims[claim.Name] = claim.Value is bool truth ? truth : (string)claim.Value;
        }
    }
}
