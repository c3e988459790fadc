using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Portal.Infrastructure.Connect;

/// <summary><c>amr</c> is a JSON array also when it holds one word (OpenID Connect Core 2); OpenIddict would write a list of one as a plain string.</summary>
internal sealed class MethodLists : IOpenIddictServerHandler<OpenIddictServerEvents.GenerateTokenContext>
{
    public ValueTask HandleAsync(OpenIddictServerEvents.GenerateTokenContext context)
    {
        var methods = context.Principal.GetClaims(Claims.AuthenticationMethodReference);
        if (methods.Length == 1)
        {
            context.SecurityTokenDescriptor.Claims ??= new Dictionary<string, object>();
            context.SecurityTokenDescriptor.Claims[Claims.AuthenticationMethodReference] = methods.ToArray();
        }

        return default;
    }
}
