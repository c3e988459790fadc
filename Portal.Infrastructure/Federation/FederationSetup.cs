using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Portal.Infrastructure.Connect;
using Portal.Infrastructure.Identity;

namespace Portal.Infrastructure.Federation;

/// <summary>The portal as a client of outside OpenID Connect providers. Without one in the configuration nothing of the protocol is registered.</summary>
public static class FederationSetup
{
    public const string ProvidersSetting = "Federation:Providers";

    /// <summary>Also the request that waits for the provider ends after ten seconds.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5), s_skew = TimeSpan.FromMinutes(1);

    // Nothing that a client secret could sign, and never "none" (RFC 8725, 3.1).
    private static readonly string[] s_algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    /// <summary>Needs the accounts.</summary>
    public static IServiceCollection AddPortalFederation(this IServiceCollection services, IConfiguration configuration)
    {
        var providers = new OutsideProviders([.. configuration.GetSection(ProvidersSetting).GetChildren().Select(OutsideProvider.Of)]);
        services.AddSingleton(providers);
        services.AddScoped<OutsideArrivals>();
        services.AddScoped<OutsideRoad>();
        services.AddScoped<OutsideSignIn>();
        services.AddScoped<OutsideLinks>();
        return providers.All.Count == 0 ? services : services.AddProtocol(providers);
    }

    private static IServiceCollection AddProtocol(this IServiceCollection services, OutsideProviders providers)
    {
        services.AddScoped<OutsideEvents>();
        services.AddSingleton<ClientAssertions>();
        var authentication = services.AddAuthentication().AddCookie(IdentityConstants.ExternalScheme);
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ExternalScheme).Configure<IHostEnvironment>((options, environment) =>
        {
            options.Cookie.Name = (environment.IsDevelopment() ? IdentitySetup.DevelopmentCookieName : IdentitySetup.CookieName) + "-outside";
            options.Cookie.SecurePolicy = SecurePolicy(environment);
            (options.Cookie.SameSite, options.Cookie.HttpOnly, options.Cookie.Path) = (SameSiteMode.Lax, true, "/");
            (options.ExpireTimeSpan, options.SlidingExpiration) = (OutsideArrivals.Life, false);
        });
        foreach (var provider in providers.All)
        {
            authentication.AddOpenIdConnect(provider.Scheme, displayName: null, _ => { });
            services.AddOptions<OpenIdConnectOptions>(provider.Scheme).Configure<IHostEnvironment, TimeProvider>((options, environment, clock) =>
            {
                Configure(options, provider, clock);
                Configure(options, environment, provider);
            });
        }

        return services;
    }

    private static void Configure(OpenIdConnectOptions options, OutsideProvider provider, TimeProvider clock)
    {
        (options.Authority, options.ClientId, options.ClientSecret) = (provider.Issuer, provider.ClientId, provider.ClientSecret);
        (options.ResponseType, options.ResponseMode) = (OpenIdConnectResponseType.Code, OpenIdConnectResponseMode.Query);
        (options.CallbackPath, options.SignInScheme, options.EventsType) = (provider.CallbackPath, IdentityConstants.ExternalScheme, typeof(OutsideEvents));
        // Nothing signs out of the portal from outside.
        (options.RemoteSignOutPath, options.SignedOutCallbackPath) = (default, default);
        (options.BackchannelTimeout, options.MapInboundClaims, options.DisableTelemetry) = (s_patience, false, true);
        // Whoever is asked for a longest age must say when the person signed in (OpenID Connect Core 1.0, 3.1.2.1).
        (options.MaxAge, options.GetClaimsFromUserInfoEndpoint) = (PortalSession.AtMost, true);
        options.Scope.Clear();
        provider.Scopes.ToList().ForEach(options.Scope.Add);
        options.ClaimActions.Clear();
        options.ClaimActions.MapJsonKey(provider.NameClaim, provider.NameClaim);
        options.ClaimActions.MapJsonKey(provider.MailClaim, provider.MailClaim);
        options.TokenValidationParameters = new TokenValidationParameters
        {
            ValidAudience = provider.ClientId,
            ValidAlgorithms = s_algorithms,
            IssuerValidator = (issuer, _, _) => issuer == provider.Issuer ? issuer : throw new SecurityTokenInvalidIssuerException(),
            LifetimeValidator = (from, until, _, _) => IsInForce(from, until, clock.GetUtcNow().UtcDateTime),
        };
    }

    private static void Configure(OpenIdConnectOptions options, IHostEnvironment environment, OutsideProvider provider)
    {
        options.RequireHttpsMetadata = !(environment.IsDevelopment() && Uri.TryCreate(provider.Issuer, UriKind.Absolute, out var issuer) && issuer.IsLoopback);
        var prefix = environment.IsDevelopment() ? IdentitySetup.DevelopmentCookieName : "__Secure-portal";
        (options.CorrelationCookie.Name, options.NonceCookie.Name) = ($"{prefix}-state.", $"{prefix}-nonce.");
        foreach (var cookie in new[] { options.CorrelationCookie, options.NonceCookie })
        {
            (cookie.SameSite, cookie.HttpOnly, cookie.SecurePolicy) = (SameSiteMode.Lax, true, SecurePolicy(environment));
        }
    }

    private static bool IsInForce(DateTime? from, DateTime? until, DateTime now) => (from is null || from - s_skew <= now) && until + s_skew > now;

    private static CookieSecurePolicy SecurePolicy(IHostEnvironment environment) =>
        environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
}
