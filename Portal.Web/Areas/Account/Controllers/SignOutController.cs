using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Infrastructure.Identity;

namespace Portal.Web.Areas.Account.Controllers;

[Area("Account"), AllowAnonymous]
public sealed class SignOutController(PortalSession session) : Controller
{
    [HttpPost]
    public async Task<IActionResult> Index(CancellationToken ct)
    {
        await session.EndAsync(ct);
        // On a shared computer the back button must not bring pages back (S-29).
        Response.Headers["Clear-Site-Data"] = "\"cache\"";
        return RedirectToAction(nameof(Done));
    }

    [HttpGet]
    public IActionResult Done() => View();
}
