using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Portal.Infrastructure.Connect;

/// <summary>
/// Takes a system's signed statement also without a type, or with the general one: RFC 7523 names none, its coming revision only recommends one,
/// and widespread clients send none. What closes the known attack (CVE-2025-27370) is the audience: the issuer alone, which stays required.
/// </summary>
internal sealed class UntypedAssertions : IOpenIddictServerHandler<ValidateTokenContext>
{
    private const string General = "JWT";

    public ValueTask HandleAsync(ValidateTokenContext context)
    {
        if (context.ValidTokenTypes.SetEquals([TokenTypeIdentifiers.Private.ClientAssertion]) && context.TokenValidationParameters is { } parameters)
        {
            var typed = parameters.TypeValidator;
            parameters.TypeValidator = (type, token, own) => string.IsNullOrEmpty(type) || type.Equals(General, StringComparison.OrdinalIgnoreCase)
                ? JsonWebTokenTypes.ClientAuthentication
                : typed(type, token, own);
        }

        return ValueTask.CompletedTask;
    }
}
