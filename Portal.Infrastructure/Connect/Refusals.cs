using System.Security.Claims;
using Microsoft.Extensions.Logging;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using OpenIddict.Validation;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Portal.Infrastructure.Connect;

/// <summary>The answer to whoever is refused is the error of the standard alone. The log says more, but no code, token, secret or address.</summary>
internal sealed class Refusals(IOpenIddictApplicationManager applications, ILogger<Refusals> log)
    : IOpenIddictServerHandler<OpenIddictServerEvents.ProcessErrorContext>, IOpenIddictValidationHandler<OpenIddictValidationEvents.ProcessChallengeContext>
{
    /// <summary>One kind of event for all refusals: endpoint, error, number of the reason in OpenIddict's list, connected system.</summary>
    public static readonly EventId Refused = new(4100, "ConnectRefused");

    public async ValueTask HandleAsync(OpenIddictServerEvents.ProcessErrorContext context)
    {
        // What is no client of ours could be anything, typed by anybody.
        var system = context.Request?.ClientId is { Length: > 0 and <= 100 } id && await applications.FindByClientIdAsync(id, context.CancellationToken) is not null ? id : null;
        Log(context.EndpointType.ToString(), context.Error, context.ErrorUri, system);
        (context.ErrorDescription, context.ErrorUri) = (null, null);
    }

    public ValueTask HandleAsync(OpenIddictValidationEvents.ProcessChallengeContext context)
    {
        Log("Api", context.Response.Error, context.Response.ErrorUri, null);
        (context.Response.ErrorDescription, context.Response.ErrorUri) = (null, null);
        return default;
    }

    private void Log(string endpoint, string? error, string? reason, string? system) =>
        log.LogWarning(Refused, "Refused: {Endpoint} {Error} {Reason} {System}", endpoint, error, reason?[(reason.LastIndexOf('/') + 1)..], system);
}

/// <summary>Confidential systems push their requests, so that nothing of them goes through a browser that could change it (S-20).</summary>
internal sealed class PushedRequestsOnly(IOpenIddictApplicationManager applications) : IOpenIddictServerHandler<OpenIddictServerEvents.ValidateAuthorizationRequestContext>
{
    public async ValueTask HandleAsync(OpenIddictServerEvents.ValidateAuthorizationRequestContext context)
    {
        if (context.RequestTokenPrincipal is null && await applications.FindByClientIdAsync(context.ClientId!, context.CancellationToken) is { } application
            && await applications.HasClientTypeAsync(application, ClientTypes.Confidential, context.CancellationToken))
        {
            context.Reject(Errors.InvalidRequest);
        }
    }
}

/// <summary>A system looks up and revokes the tokens that were made for it or its API; those of others stay unknown to it.</summary>
internal sealed class OwnTokensOnly
    : IOpenIddictServerHandler<OpenIddictServerEvents.HandleIntrospectionRequestContext>, IOpenIddictServerHandler<OpenIddictServerEvents.HandleRevocationRequestContext>
{
    public ValueTask HandleAsync(OpenIddictServerEvents.HandleIntrospectionRequestContext context)
    {
        if (!IsOf(context.GenericTokenPrincipal, context.Request.ClientId))
        {
            context.Reject(Errors.InvalidToken);
        }

        return default;
    }

    public ValueTask HandleAsync(OpenIddictServerEvents.HandleRevocationRequestContext context)
    {
        if (!IsOf(context.GenericTokenPrincipal, context.Request.ClientId))
        {
            context.Reject(Errors.InvalidToken);
        }

        return default;
    }

    private static bool IsOf(ClaimsPrincipal token, string? system) =>
        system is not null && (token.HasPresenter(system) || token.HasAudience(system) || token.GetClaim(Claims.ClientId) == system);
}
