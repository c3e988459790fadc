using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Portal.Infrastructure.Federation;

/// <summary>Why nobody came back from an outside provider. What a provider writes about it is not kept: it may name a person.</summary>
internal enum OutsideTrouble { Denied, StateLost, AnswerRefused, ProviderRefused, Unreachable }

/// <summary>What the portal adds to the framework's part of the protocol.</summary>
internal sealed class OutsideEvents(OutsideProviders providers, ClientAssertions assertions, TimeProvider clock, ILogger<OutsideEvents> log) : OpenIdConnectEvents
{
    public override Task RedirectToIdentityProvider(RedirectContext context)
    {
        var provider = Of(context.Scheme);
        context.ProtocolMessage.UiLocales = OutsideErrand.Of(context.Properties)?.Language;
        context.ProtocolMessage.AcrValues = provider.StrongAcr.Count > 0 ? string.Join(' ', provider.StrongAcr) : null;
        return Task.CompletedTask;
    }

    public override Task PushAuthorization(PushedAuthorizationContext context)
    {
        if (assertions.SignOn(context.ProtocolMessage, Of(context.Scheme)))
        {
            context.HandleClientAuthentication();
        }

        return Task.CompletedTask;
    }

    /// <summary>The answer must come from the provider that was asked (RFC 9207).</summary>
    public override async Task MessageReceived(MessageReceivedContext context)
    {
        var provider = Of(context.Scheme);
        var said = context.ProtocolMessage.Iss;
        var known = await context.Options.ConfigurationManager!.GetConfigurationAsync(context.HttpContext.RequestAborted);
        if (said is null ? known.AuthorizationResponseIssParameterSupported : said != provider.Issuer)
        {
            throw new SecurityTokenInvalidIssuerException();
        }
    }

    public override Task AuthorizationCodeReceived(AuthorizationCodeReceivedContext context)
    {
        assertions.SignOn(context.TokenEndpointRequest!, Of(context.Scheme));
        return Task.CompletedTask;
    }

    /// <summary>The framework takes a token without a signature when it fetched it itself, and does not even look when the signature is empty.</summary>
    public override Task TokenValidated(TokenValidatedContext context) =>
        string.IsNullOrEmpty(context.SecurityToken.RawSignature) ? throw new SecurityTokenInvalidSignatureException() : Task.CompletedTask;

    public override Task TicketReceived(TicketReceivedContext context)
    {
        context.Principal = OutsideIdentity.Of(Of(context.Scheme), context.Principal!, clock.GetUtcNow()).ToPrincipal(context.Scheme.Name);
        (context.Properties!.IssuedUtc, context.Properties.ExpiresUtc, context.Properties.IsPersistent) = (null, null, false);
        return Task.CompletedTask;
    }

    public override Task AccessDenied(AccessDeniedContext context)
    {
        Leave(context, OutsideTrouble.Denied, context.Properties);
        return Task.CompletedTask;
    }

    public override Task RemoteFailure(RemoteFailureContext context)
    {
        Leave(context, TroubleOf(context), context.Properties);
        return Task.CompletedTask;
    }

    private void Leave(HandleRequestContext<RemoteAuthenticationOptions> context, OutsideTrouble trouble, AuthenticationProperties? properties)
    {
        log.LogWarning("Outside sign-in: {Event} at {Provider}", trouble, Of(context.Scheme).Key);
        context.Response.Redirect(context.Request.PathBase + (OutsideErrand.Of(properties)?.FailurePath ?? OutsideErrand.NeutralFailurePath));
        context.HandleResponse();
    }

    private static OutsideTrouble TroubleOf(RemoteFailureContext context) => context switch
    {
        { Properties: null } or { Failure: AuthenticationFailureException } => OutsideTrouble.StateLost,
        { Failure: HttpRequestException or TaskCanceledException or InvalidOperationException } => OutsideTrouble.Unreachable,
        { Failure: OpenIdConnectProtocolInvalidNonceException or SecurityTokenException } => OutsideTrouble.AnswerRefused,
        _ => OutsideTrouble.ProviderRefused,
    };

    private OutsideProvider Of(AuthenticationScheme scheme) => providers.All.First(p => p.Scheme == scheme.Name);
}
