using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Infrastructure.Connect;

namespace Portal.Web.Areas.Connect.Controllers;

/// <summary>
/// Between signing in and the connected system. Browsers hold a form to form-action through all redirects that follow it; the sign-in form
/// must stay closed to other sites, so its redirects end on this page, which goes on by itself.
/// </summary>
[Area("Connect"), AllowAnonymous]
public sealed class ContinueController : Controller
{
    [HttpGet]
    public IActionResult Index(string? returnUrl)
    {
        if (!Url.IsLocalUrl(returnUrl) || !ProtocolPaths.Contain(returnUrl!.Split('?')[0]))
        {
            return NotFound();
        }

        Response.Headers["Refresh"] = $"0; url={returnUrl}";
        return View(model: returnUrl);
    }
}
