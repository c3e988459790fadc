using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OpenIddict.EntityFrameworkCore.Models;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using OpenIddict.Validation;
using Portal.Application.Identity;
using Portal.Infrastructure.Persistence;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Portal.Infrastructure.Connect;

/// <summary>
/// The portal as OpenID Connect provider: all that is set up of OpenIddict. Nothing here is made before the first request to one of the
/// <see cref="ProtocolPaths"/>. Another server would take the place of this file and of what stands in OpenIddict beside it.
/// </summary>
public static class OpenIddictSetup
{
    public static readonly TimeSpan AccessTokenLife = TimeSpan.FromMinutes(10), CodeLife = TimeSpan.FromMinutes(2);

    // A client whose answer got lost may ask once more; anybody later has stolen the token (S-22).
    private static readonly TimeSpan s_reuseLeeway = TimeSpan.FromSeconds(3);

    public static IServiceCollection AddPortalConnect(this IServiceCollection services)
    {
        services.Replace(ServiceDescriptor.Singleton<IAuthenticationSchemeProvider, ProtocolSchemes>());
        services.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<PortalDbContext>().ReplaceDefaultEntities<Guid>())
            .AddCore(core => core.ReplaceApplicationManager<OpenIddictEntityFrameworkCoreApplication<Guid>, ClientManager>())
            .AddServer(Serve)
            .AddValidation(Validate);
        services.AddScoped<IProtocolClients, ProtocolClients>();
        services.AddOptions<OpenIddictServerOptions>().Configure<IConfiguration>(NameIssuer);
        services.AddOptions<OpenIddictServerAspNetCoreOptions>().Configure<IHostEnvironment>(
            (options, environment) => options.DisableTransportSecurityRequirement = environment.IsDevelopment());
        // The place of the keys: what else signs and encrypts is added as one more IConfigureOptions<OpenIddictServerOptions>.
        services.AddSingleton<IConfigureOptions<OpenIddictServerOptions>, DevelopmentKeys>();
        return services;
    }

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
        server.RegisterScopes(Scopes.OpenId, Scopes.Profile, Scopes.Email, Scopes.OfflineAccess, ConnectScopes.Me);
        server.Configure(options => options.CodeChallengeMethods.Remove(CodeChallengeMethods.Plain));
        server.SetAccessTokenLifetime(AccessTokenLife).SetIdentityTokenLifetime(AccessTokenLife).SetAuthorizationCodeLifetime(CodeLife)
            .SetRefreshTokenReuseLeeway(s_reuseLeeway).DisableSlidingRefreshTokenExpiration().DisableAccessTokenEncryption();
        server.UseAspNetCore().EnableAuthorizationEndpointPassthrough().EnableEndSessionEndpointPassthrough();
    }

    private static void Validate(OpenIddictValidationBuilder validation)
    {
        validation.UseLocalServer();
        validation.UseAspNetCore();
        validation.AddAudiences(ConnectScopes.PortalApi);
        validation.EnableTokenEntryValidation().EnableAuthorizationEntryValidation();
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
