using NetEscapades.AspNetCore.SecurityHeaders.Headers;

namespace Portal.Web.Infrastructure;

/// <summary>What every answer tells the browser not to do (S-28, S-29).</summary>
internal static class SecurityHeaders
{
    private const int OneYear = 365 * 24 * 60 * 60;

    public static void UsePortalSecurityHeaders(this WebApplication app)
    {
        var headers = new HeaderPolicyCollection()
            .AddContentSecurityPolicy(ContentSecurityPolicy)
            .AddContentTypeOptionsNoSniff()
            .AddFrameOptionsDeny()
            .AddReferrerPolicyNoReferrer()
            .AddCrossOriginOpenerPolicy(x => x.SameOrigin())
            .AddCrossOriginResourcePolicy(x => x.SameOrigin())
            .AddPermissionsPolicy(PermissionsPolicy);
        app.Use(AdjustPolicyAsync);
        app.UseSecurityHeaders(app.Environment.IsDevelopment() ? headers : headers.AddStrictTransportSecurityMaxAgeIncludeSubDomains(OneYear));
        app.Use(KeepPrivatePagesOutOfCachesAsync);
    }

    // Registered first, so it has the last word on the header.
    private static Task AdjustPolicyAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(() =>
        {
            if (context.GetEndpoint()?.Metadata.GetMetadata<SandboxedAttribute>() is not null)
            {
                context.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
            }
            else if (context.Features.Get<FormTarget>() is { } target)
            {
                context.Response.Headers.ContentSecurityPolicy =
                    context.Response.Headers.ContentSecurityPolicy.ToString().Replace("form-action 'self'", $"form-action 'self' {target.Source}", StringComparison.Ordinal);
            }

            return Task.CompletedTask;
        });
        return next(context);
    }

    // No nonce: there is no inline script or style to allow.
    private static void ContentSecurityPolicy(CspBuilder csp)
    {
        csp.AddDefaultSrc().None();
        csp.AddScriptSrc().Self();
        csp.AddStyleSrc().Self();
        csp.AddImgSrc().Self().Data();
        csp.AddFontSrc().Self();
        csp.AddConnectSrc().Self();
        csp.AddFormAction().Self();
        csp.AddBaseUri().None();
        csp.AddFrameAncestors().None();
        csp.AddRequireTrustedTypesFor().Script();
        csp.AddTrustedTypes().None();
    }

    /// <summary>Nothing but passkeys.</summary>
    private static void PermissionsPolicy(PermissionsPolicyBuilder features)
    {
        features.AddDefaultSecureDirectives();
        features.AddPublickeyCredentialsGet().Self();
        features.AddPublickeyCredentialsCreate().Self();
    }

    private static Task KeepPrivatePagesOutOfCachesAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(() =>
        {
            if (context.User.Identity is { IsAuthenticated: true })
            {
                context.Response.Headers.CacheControl = "no-store";
            }

            if (PageLanguage.Of(context.Request.Path) is { } language && context.Response.Headers.ContentLanguage.Count == 0)
            {
                context.Response.Headers.ContentLanguage = language;
            }

            return Task.CompletedTask;
        });
        return next(context);
    }
}

/// <summary>The form of this page leads to a connected system: its registered origin is a target beside our own.</summary>
public sealed record FormTarget(string Source);

/// <summary>What the action sends came from somebody else: no browser may run any of it (S-35).</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SandboxedAttribute : Attribute;
