using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Portal.Infrastructure.Connect;

/// <summary>
/// A system's signed assertion may leave its type unsaid, as RFC 7523 has it and clients in the field do: OpenIddict wants the type of the
/// draft that follows it. Key, issuer, audience and expiry are checked as ever.
/// </summary>
internal sealed class PlainAssertions : IOpenIddictServerHandler<OpenIddictServerEvents.ValidateTokenContext>
{
    public ValueTask HandleAsync(OpenIddictServerEvents.ValidateTokenContext context)
    {
        if (context.ValidTokenTypes.Contains(TokenTypeIdentifiers.Private.ClientAssertion) && context.TokenValidationParameters is { TypeValidator: { } strict } rules)
        {
            rules.TypeValidator = (type, token, parameters) => type is null or "" or JsonWebTokenTypes.GenericJsonWebToken
                ? JsonWebTokenTypes.ClientAuthentication
                : strict(type, token, parameters);
        }

        return default;
    }
}
