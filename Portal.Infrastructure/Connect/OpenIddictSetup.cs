using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using OpenIddict.EntityFrameworkCore.Models;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using OpenIddict.Validation;
using OpenIddict.Validation.AspNetCore;
using Portal.Application.Identity;
using Portal.Application.Identity.Domain;
using Portal.Infrastructure.Identity;
using Portal.Infrastructure.Persistence;
using static OpenIddict.Abstractions.OpenIddictConstants;
using Asked = OpenIddict.Server.OpenIddictServerEvents;
using Shown = OpenIddict.Validation.OpenIddictValidationEvents;

namespace Portal.Infrastructure.Connect;

/// <summary>
/// The portal as OpenID Connect provider: all that is set up of OpenIddict. Nothing here is made before the first request to one of the
/// <see cref="ProtocolPaths"/>. Another server would take the place of this file and of the classes that it names.
/// </summary>
public static class OpenIddictSetup
{
    public static readonly TimeSpan AccessTokenLife = TimeSpan.FromMinutes(10), CodeLife = TimeSpan.FromMinutes(1), PushedRequestLife = TimeSpan.FromMinutes(15);

    /// <summary>A client whose answer got lost may ask once more; anybody later has stolen the token (S-22).</summary>
    public static readonly TimeSpan ReuseLeeway = TimeSpan.FromSeconds(3);

    public static IServiceCollection AddPortalConnect(this IServiceCollection services)
    {
        services.Replace(ServiceDescriptor.Singleton<IAuthenticationSchemeProvider, ProtocolSchemes>());
        services.AddScoped<IConnectServer, OpenIddictConnectServer>().AddScoped<TokenPrincipals>().AddScoped<TokenClaims>().AddScoped<Visits>().AddSingleton<ProofDemands>();
        services.AddScoped<AllowedSystems>().AddScoped<IAllowedSystems>(s => s.GetRequiredService<AllowedSystems>());
        services.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<PortalDbContext>().ReplaceDefaultEntities<Guid>())
            .AddCore(core => core.ReplaceApplicationManager<OpenIddictEntityFrameworkCoreApplication<Guid>, ClientManager>())
            .AddServer(Serve)
            .AddValidation(Validate);
        services.AddScoped<IProtocolClients, ProtocolClients>();
        services.AddAuthorizationBuilder().AddPolicy(SystemScopes.Me, policy => policy
            .AddAuthenticationSchemes(OpenIddictValidationAspNetCoreDefaults.AuthenticationScheme)
            .RequireAuthenticatedUser().RequireAssertion(asked => asked.User.HasScope(SystemScopes.Me) && asked.User.HasClaim(TokenPrincipals.Visit)));
        services.AddOptions<OpenIddictServerOptions>().Configure<IConfiguration>(NameIssuer);
        services.AddOptions<OpenIddictServerAspNetCoreOptions>().Configure<IHostEnvironment>(
            (options, environment) => options.DisableTransportSecurityRequirement = environment.IsDevelopment());
        services.AddConnectKeys().AddSingleton<ServerKeys>().AddSingleton<IConfigureOptions<OpenIddictServerOptions>>(s => s.GetRequiredService<ServerKeys>());
        // OpenIddict's own lines repeat whole requests; what matters of them is said by Refusals.
        return services.AddLogging(logging => logging.AddFilter("OpenIddict", LogLevel.Warning));
    }

    /// <summary>The rows of keys. Needs the database and Data Protection.</summary>
    public static IServiceCollection AddConnectKeys(this IServiceCollection services) => services.AddSingleton<KeyMaterial>().AddScoped<ConnectKeys>();

    private static void Serve(OpenIddictServerBuilder server)
    {
        server.SetAuthorizationEndpointUris("connect/authorize", "ja/connect/authorize", "en/connect/authorize")
            .SetEndSessionEndpointUris("connect/logout", "ja/connect/logout", "en/connect/logout")
            .SetPushedAuthorizationEndpointUris("connect/par")
            .SetTokenEndpointUris("connect/token")
            .SetUserInfoEndpointUris("connect/userinfo")
            .SetIntrospectionEndpointUris("connect/introspect")
            .SetRevocationEndpointUris("connect/revoke");
        server.AllowAuthorizationCodeFlow().AllowClientCredentialsFlow().AllowRefreshTokenFlow().RequireProofKeyForCodeExchange();
        server.RegisterScopes(Scopes.OpenId, Scopes.Profile, Scopes.Email, Scopes.OfflineAccess, SystemScopes.Me);
        server.RegisterClaims(
            Claims.Subject, TokenPrincipals.Visit, Claims.AuthenticationContextReference, Claims.AuthenticationMethodReference, Claims.AuthenticationTime,
            Claims.Name, Claims.Locale, Claims.Email, Claims.EmailVerified);
        server.Configure(Narrow);
        server.SetAccessTokenLifetime(AccessTokenLife).SetIdentityTokenLifetime(AccessTokenLife).SetAuthorizationCodeLifetime(CodeLife)
            .SetRefreshTokenLifetime(PortalSession.AtMost).SetRefreshTokenReuseLeeway(ReuseLeeway).DisableSlidingRefreshTokenExpiration().DisableAccessTokenEncryption();
        server.UseAspNetCore().EnableAuthorizationEndpointPassthrough().EnableEndSessionEndpointPassthrough().EnableStatusCodePagesIntegration();
        server.AddEventHandler<Asked.HandleTokenRequestContext>(h => h.UseScopedHandler<TokenAnswers>());
        server.AddEventHandler<Asked.HandleUserInfoRequestContext>(h => h.UseScopedHandler<UserInfoAnswers>());
        server.AddEventHandler<Asked.ValidateTokenContext>(h => h.UseSingletonHandler<UntypedAssertions>()
            .SetOrder(OpenIddictServerHandlers.Protection.ResolveTokenValidationParameters.Descriptor.Order + 500));
        server.AddEventHandler<Asked.ValidateTokenContext>(h => h.UseScopedHandler<EndedVisits>()
            .SetOrder(OpenIddictServerHandlers.Protection.ValidateAuthorizationEntry.Descriptor.Order + 500));
        server.AddEventHandler<Asked.ValidateAuthorizationRequestContext>(h => h.UseScopedHandler<PushedRequestsOnly>()
            .SetOrder(OpenIddictServerHandlers.Authentication.ValidatePushedAuthorizationRequestsRequirement.Descriptor.Order + 500));
        server.AddEventHandler<Asked.HandleIntrospectionRequestContext>(h => h.UseSingletonHandler<OwnTokensOnly>().SetOrder(int.MinValue + 200_000));
        server.AddEventHandler<Asked.HandleRevocationRequestContext>(h => h.UseSingletonHandler<OwnTokensOnly>()
            .SetOrder(OpenIddictServerHandlers.Revocation.RevokeToken.Descriptor.Order - 500));
        server.AddEventHandler<Asked.GenerateTokenContext>(h => h.UseSingletonHandler<MethodLists>()
            .SetOrder(OpenIddictServerHandlers.Protection.GenerateIdentityModelToken.Descriptor.Order - 500));
        server.AddEventHandler<Asked.ProcessErrorContext>(h => h.UseScopedHandler<Refusals>().SetOrder(int.MinValue));
    }

    private static void Narrow(OpenIddictServerOptions options)
    {
        options.RequestTokenLifetime = PushedRequestLife;
        options.CodeChallengeMethods.Remove(CodeChallengeMethods.Plain);
        options.ResponseModes.IntersectWith([ResponseModes.Query]);
        options.PromptValues.IntersectWith([PromptValues.Login, PromptValues.Consent, PromptValues.None]);
    }

    private static void Validate(OpenIddictValidationBuilder validation)
    {
        validation.UseLocalServer();
        validation.UseAspNetCore();
        validation.AddAudiences(TokenPrincipals.PortalApi);
        validation.EnableTokenEntryValidation().EnableAuthorizationEntryValidation();
        validation.AddEventHandler<Shown.ValidateTokenContext>(h => h.UseScopedHandler<EndedVisits>()
            .SetOrder(OpenIddictValidationHandlers.Protection.ValidateAuthorizationEntry.Descriptor.Order + 500));
        validation.AddEventHandler<Shown.ProcessChallengeContext>(h => h.UseScopedHandler<Refusals>().SetOrder(0));
    }

    // Without one (Development) the issuer is the address that was asked.
    private static void NameIssuer(OpenIddictServerOptions options, IConfiguration configuration)
    {
        if (Uri.TryCreate(configuration["Portal:PublicOrigin"], UriKind.Absolute, out var origin))
        {
            options.Issuer = origin;
        }
    }
}
