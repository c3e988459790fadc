using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Portal.Infrastructure.Federation;

/// <summary>Sends the browser to a provider: authorization code with PKCE, state and nonce, pushed beforehand where the provider takes it (RFC 9126).</summary>
public sealed class OutsideRoad(IHttpContextAccessor http, IOptionsMonitor<OpenIdConnectOptions> options, ILogger<OutsideRoad> log)
{
    /// <returns>False when the provider does not answer; then nothing was sent to the browser.</returns>
    public async Task<bool> LeadAsync(OutsideProvider provider, OutsideErrand errand, string back, CancellationToken ct)
    {
        var properties = new OpenIdConnectChallengeProperties { RedirectUri = back };
        errand.WriteTo(properties);
        if (errand.Purpose == OutsidePurpose.Prove)
        {
            (properties.Prompt, properties.MaxAge) = (OpenIdConnectPrompt.Login, TimeSpan.Zero);
        }

        try
        {
            // Asked first by itself: only its own trouble is expected here.
            await options.Get(provider.Scheme).ConfigurationManager!.GetConfigurationAsync(ct);
        }
        catch (InvalidOperationException)
        {
            return Down(provider);
        }

        try
        {
            await http.HttpContext!.ChallengeAsync(provider.Scheme, properties);
            return true;
        }
        catch (Exception refused) when (refused is HttpRequestException or TaskCanceledException or OpenIdConnectProtocolException)
        {
            return Down(provider);
        }
    }

    private bool Down(OutsideProvider provider)
    {
        log.LogWarning("Outside sign-in: {Event} at {Provider}", OutsideTrouble.Unreachable, provider.Key);
        return false;
    }
}
