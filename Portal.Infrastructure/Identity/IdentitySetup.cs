using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Portal.Application.Identity;
using Portal.Application.Shared;
using Portal.Infrastructure.Persistence;

namespace Portal.Infrastructure.Identity;

public static class IdentitySetup
{
    /// <summary>The prefix makes browsers refuse the cookie without Secure, with a domain, or below another path.</summary>
    public const string CookieName = "__Host-portal", DevelopmentCookieName = "portal";

    /// <summary>Accounts, passwords and the session cookie. Needs the database, Data Protection and the mail of the outbox.</summary>
    public static IServiceCollection AddPortalIdentity(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton<ILinkTokens, LinkTokens>();
        services.AddScoped<IAccountLinks, AccountLinks>();
        services.AddScoped<Registration>();
        services.AddScoped<PasswordSignIn>();
        services.AddScoped<PasswordChange>();
        services.AddScoped<PortalSession>();
        services.AddSingleton<Tallies>();
        services.AddSingleton<SignInAttempts>();
        services.AddSingleton<HashingQueue>();
        services.AddScoped<AuthenticatorApps>();
        services.AddScoped<RecoveryCodes>();
        services.AddSingleton<DeviceBoundPasskeys>();
        services.AddScoped<Passkeys>();
        services.AddScoped<SignInGuard>();
        services.AddScoped<PendingSignIn>();
        services.AddScoped<SecondFactor>();
        services.AddScoped<Sessions>();
        services.AddScoped<Factors>();
        services.AddScoped<FactorRemovals>();
        services.AddScoped<RecoveryRequests>();
        services.AddScoped<Recovery>();
        services.AddScoped<ProofOfPerson>();
        services.AddScoped<IPasskeyHandler<PortalUser>, PasskeyHandler<PortalUser>>();
        services.AddOptions<IdentityPasskeyOptions>().Configure<IConfiguration>(Configure);
        return services.AddIdentity().AddSession();
    }

    private static IServiceCollection AddIdentity(this IServiceCollection services)
    {
        // Before Identity's own, which it would add only where none stands.
        services.AddScoped<IPasswordValidator<PortalUser>, PasswordRules>();
        services.AddSingleton<IPasswordHasher<PortalUser>, PortalPasswordHasher>();
        services.AddScoped<ILookupNormalizer, MailAddressNormalizer>();
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = PortalPasswordHasher.Iterations);
        services.AddIdentityCore<PortalUser>(Configure)
            .AddUserManager<PortalUsers>()
            .AddEntityFrameworkStores<PortalDbContext>()
            .AddErrorDescriber<PortalIdentityErrors>()
            .AddSignInManager()
            .AddTokenProvider<MailedTokens>(MailedTokens.Name);
        return services;
    }

    private static void Configure(IdentityOptions options)
    {
        options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        options.User.RequireUniqueEmail = true;
        options.Password.RequiredLength = PasswordRules.MinLength;
        (options.Password.RequireDigit, options.Password.RequireLowercase) = (false, false);
        (options.Password.RequireUppercase, options.Password.RequireNonAlphanumeric) = (false, false);
        (options.Tokens.EmailConfirmationTokenProvider, options.Tokens.PasswordResetTokenProvider) = (MailedTokens.Name, MailedTokens.Name);
    }

    /// <summary>The domain is the portal's own, never the one that a request names (TH-20); Development has none and takes localhost as it comes.</summary>
    private static void Configure(IdentityPasskeyOptions options, IConfiguration configuration)
    {
        var isFixed = Uri.TryCreate(configuration["Portal:PublicOrigin"], UriKind.Absolute, out var origin);
        options.ServerDomain = isFixed ? origin!.Host : null;
        // The framework compares with the Origin header, which browsers send as "null" from pages that name no referrer.
        options.ValidateOrigin = asked => ValueTask.FromResult(!asked.CrossOrigin
            && asked.Origin == (isFixed ? origin!.GetLeftPart(UriPartial.Authority) : $"{asked.HttpContext.Request.Scheme}://{asked.HttpContext.Request.Host}"));
        (options.UserVerificationRequirement, options.ResidentKeyRequirement) = ("required", "required");
        options.AuthenticatorTimeout = Passkeys.Life;
        options.VerifyAttestationStatement = asked => ValueTask.FromResult(DeviceBoundPasskeys.MayBeAdded(asked));
    }

    private static IServiceCollection AddSession(this IServiceCollection services)
    {
        services.AddSingleton<SessionRules>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme);
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<IHostEnvironment>((options, environment) =>
        {
            // Behind a proxy that ends TLS a request may look like plain HTTP: the cookie stays Secure all the same.
            var isPlain = environment.IsDevelopment();
            options.Cookie.Name = isPlain ? DevelopmentCookieName : CookieName;
            options.Cookie.SecurePolicy = isPlain ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.HttpOnly = true;
            options.Cookie.Path = "/";
            options.SlidingExpiration = true;
            options.ExpireTimeSpan = PortalSession.IdleOfCandidates;
            options.EventsType = typeof(SessionRules);
        });
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme).Configure<IHostEnvironment>((options, environment) =>
        {
            options.Cookie.Name = (environment.IsDevelopment() ? DevelopmentCookieName : CookieName) + "-code";
            options.Cookie.SecurePolicy = environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
            // Not Strict: whoever comes from an outside provider comes from another site.
            (options.Cookie.SameSite, options.Cookie.HttpOnly, options.Cookie.Path) = (SameSiteMode.Lax, true, "/");
            (options.ExpireTimeSpan, options.SlidingExpiration) = (PendingSignIn.Life, false);
        });
        return services;
    }
}
