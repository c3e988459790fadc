using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Infrastructure.Persistence;

namespace Portal.Infrastructure.Identity;

/// <summary>On an endpoint that only looks at the session, so that looking does not keep it alive.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LeavesSessionAloneAttribute : Attribute;

/// <summary>What the cookie is checked for at every request, and where a person without one is sent.</summary>
internal sealed class SessionRules(TimeProvider clock) : CookieAuthenticationEvents
{
    // Renewing on every request would send a new cookie with each.
    private static readonly TimeSpan s_notSooner = TimeSpan.FromMinutes(1);

    /// <summary>The row and the stamp are read every time: an ended session, a changed password or an ended account counts on the next request (S-04).</summary>
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var db = services.GetRequiredService<PortalDbContext>();
        var (now, id) = (clock.GetUtcNow(), PortalSession.IdOf(context.Principal));
        var session = await db.SignInSessions.AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, context.HttpContext.RequestAborted);
        if (session is null || now >= session.StartedAt + PortalSession.AtMost
            || await services.GetRequiredService<SignInManager<PortalUser>>().ValidateSecurityStampAsync(context.Principal) is null)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(context.Scheme.Name);
            return;
        }

        context.HttpContext.Features.Set(session.Proof);
    }

    public override async Task CheckSlidingExpiration(CookieSlidingExpirationContext context)
    {
        var isLook = context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<LeavesSessionAloneAttribute>() is not null;
        context.ShouldRenew = !isLook && context.ElapsedTime >= s_notSooner;
        if (context.ShouldRenew && PortalSession.IdOf(context.Principal) is { } id)
        {
            var db = context.HttpContext.RequestServices.GetRequiredService<PortalDbContext>();
            await db.SignInSessions.Where(s => s.Id == id).ExecuteUpdateAsync(s => s.SetProperty(x => x.SeenAt, clock.GetUtcNow()));
        }
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (IsScript(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }

        var hadSession = context.Request.Cookies.ContainsKey(context.Options.Cookie.Name!);
        if (hadSession)
        {
            context.Options.CookieManager.DeleteCookie(context.HttpContext, context.Options.Cookie.Name!, context.Options.Cookie.Build(context.HttpContext));
        }

        context.Response.Redirect(SignInPath(context.Request, hadSession ? "Session/TimedOut" : "SignIn"));
        return Task.CompletedTask;
    }

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    // Autosave and the session's own question must not follow to a page.
    private static bool IsScript(HttpRequest request) => request.Headers.ContainsKey("X-Autosave") || request.Headers["Sec-Fetch-Dest"] == "empty";

    private static string SignInPath(HttpRequest request, string page)
    {
        var here = HttpMethods.IsGet(request.Method) ? $"?returnUrl={Uri.EscapeDataString(request.PathBase + request.Path + request.QueryString)}" : "";
        return $"{request.PathBase}/{request.RouteValues["culture"] ?? "en"}/Account/{page}{here}";
    }
}
