using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using OpenIddict.Validation;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Portal.Infrastructure.Connect;

/// <summary>Refuses codes and tokens whose visit has ended, wherever they are shown: for renewal, at introspection and userinfo, at the portal's own API.</summary>
internal sealed class EndedVisits(Visits visits, IHttpContextAccessor http)
    : IOpenIddictServerHandler<OpenIddictServerEvents.ValidateTokenContext>, IOpenIddictValidationHandler<OpenIddictValidationEvents.ValidateTokenContext>
{
    public async ValueTask HandleAsync(OpenIddictServerEvents.ValidateTokenContext context)
    {
        if (!await StandsAsync(context.Principal, context.CancellationToken))
        {
            context.Reject(context.Principal!.HasTokenType(TokenTypeIdentifiers.AccessToken) ? Errors.InvalidToken : Errors.InvalidGrant);
        }
    }

    public async ValueTask HandleAsync(OpenIddictValidationEvents.ValidateTokenContext context)
    {
        if (!await StandsAsync(context.Principal, context.CancellationToken))
        {
            context.Reject(Errors.InvalidToken);
        }
    }

    private async Task<bool> StandsAsync(ClaimsPrincipal? principal, CancellationToken ct)
    {
        // An ID token only hints at who signs out, also after the end.
        if (principal?.GetClaim(TokenPrincipals.Visit) is not { } visit || principal.HasTokenType(TokenTypeIdentifiers.IdentityToken))
        {
            return true;
        }

        if (await visits.FindAsync(principal.GetClaim(Claims.Subject), visit, ct) is not { } session)
        {
            return false;
        }

        http.HttpContext!.Features.Set(session.Proof);
        return true;
    }
}
