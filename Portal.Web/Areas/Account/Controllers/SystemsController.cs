using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Application.Shared;
using Portal.Infrastructure.Connect;

namespace Portal.Web.Areas.Account.Controllers;

/// <summary>The connected systems that one has allowed to know something of oneself.</summary>
[Area("Account"), Authorize]
public sealed class SystemsController(IAllowedSystems allowed, ICurrentActor current) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await allowed.ListAsync(current.Actor.UserId, ct));

    [HttpPost]
    public async Task<IActionResult> TakeBack(string? system, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(system))
        {
            return NotFound();
        }

        await allowed.TakeBackAsync(current.Actor.UserId, system, ct);
        return RedirectToAction(nameof(Index));
    }
}
