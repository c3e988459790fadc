using System.Security.Claims;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Portal.Infrastructure.Connect;

/// <summary><c>amr</c> is a list also when it has one member (OpenID Connect Core 2); OpenIddict would write a single claim as a bare string.</summary>
internal sealed class MethodsAsList : IOpenIddictServerHandler<OpenIddictServerEvents.GenerateTokenContext>
{
    public ValueTask HandleAsync(OpenIddictServerEvents.GenerateTokenContext context)
    {
        var isReadByOthers = context.TokenType is TokenTypeIdentifiers.AccessToken or TokenTypeIdentifiers.IdentityToken;
        if (isReadByOthers && context.Principal.GetClaims(Claims.AuthenticationMethodReference) is [var only])
        {
            context.Principal = context.Principal.Clone(claim => claim.Type != Claims.AuthenticationMethodReference);
            var list = new Claim(Claims.AuthenticationMethodReference, JsonSerializer.Serialize(new[] { only }), JsonClaimValueTypes.JsonArray);
            ((ClaimsIdentity)context.Principal.Identity!).AddClaim(list);
        }

        return default;
    }
}
