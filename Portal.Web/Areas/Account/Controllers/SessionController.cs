using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Infrastructure.Identity;

namespace Portal.Web.Areas.Account.Controllers;

/// <summary>How long the session lasts, for the warning before it ends. Looking leaves it alone; the button on the warning keeps it alive.</summary>
[Area("Account"), AllowAnonymous]
public sealed class SessionController(PortalSession session) : Controller
{
    [HttpGet, LeavesSessionAlone]
    public async Task<IActionResult> Index(CancellationToken ct) => Answer(await session.LeftAsync(isActivity: false, ct));

    [HttpPost, ActionName(nameof(Index))]
    public async Task<IActionResult> Keep(CancellationToken ct) => Answer(await session.LeftAsync(isActivity: true, ct));

    [HttpGet]
    public IActionResult TimedOut(string? returnUrl) => View(model: Url.IsLocalUrl(returnUrl) ? returnUrl : null);

    private IActionResult Answer(TimeSpan? left) => left is { } time ? Json(new { left = (int)time.TotalSeconds }) : Unauthorized();
}
