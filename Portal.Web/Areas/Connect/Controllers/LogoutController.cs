using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Infrastructure.Connect;
using Portal.Infrastructure.Identity;
using Portal.Web.Infrastructure;

namespace Portal.Web.Areas.Connect.Controllers;

/// <summary>A connected system asks to sign out. With a valid hint of this very sign-in it happens at once; anything else could come from anybody, so the person is asked (S-24).</summary>
[Area("Connect"), AllowAnonymous]
public sealed class LogoutController(IConnectServer server, PortalSession session) : Controller
{
    /// <summary>The address that systems know.</summary>
    [HttpGet("/connect/logout")]
    public async Task<IActionResult> Enter() => Redirect(ProtocolForm.PathIn((await server.LogoutAsync()).Languages, Request, "Logout"));

    [HttpGet]
    public async Task<IActionResult> Index(CancellationToken ct)
    {
        var (request, visit) = (await server.LogoutAsync(), (await session.CurrentAsync(ct))?.VisitId);
        if (visit is null || visit == request.VisitId)
        {
            return await FinishAsync(ct);
        }

        if (request.Target is { } target)
        {
            HttpContext.Features.Set(new FormTarget(target));
        }

        return View("Index", ProtocolForm.FieldsOf(Request));
    }

    [HttpPost, ActionName(nameof(Index))]
    public async Task<IActionResult> Confirmed(CancellationToken ct)
    {
        // Only at the address of the protocol: there the server has checked what is asked.
        await server.LogoutAsync();
        return await FinishAsync(ct);
    }

    private async Task<IActionResult> FinishAsync(CancellationToken ct)
    {
        await session.EndAsync(ct);
        // On a shared computer the back button must not bring pages back (S-29).
        Response.Headers["Clear-Site-Data"] = "\"cache\"";
        await server.FinishLogoutAsync(Url.Action("Done", "SignOut", new { area = "Account" })!);
        return new EmptyResult();
    }
}
