using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Application.Shared;
using Portal.Infrastructure.Identity;

namespace Portal.Web.Areas.Account.Controllers;

/// <summary>Where one is signed in.</summary>
[Area("Account"), Authorize]
public sealed class SessionsController(Sessions sessions, ICurrentActor current) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Index(CancellationToken ct) =>
        View(new SessionsPage(await sessions.ListAsync(current.Actor.UserId, ct), current.Actor.Proof!.SessionId));

    [HttpPost]
    public async Task<IActionResult> End(Guid id, CancellationToken ct)
    {
        await sessions.EndAsync(current.Actor.UserId, id, ct);
        return RedirectToAction(nameof(Index));
    }

    [HttpPost]
    public async Task<IActionResult> EndOthers(CancellationToken ct)
    {
        await sessions.EndOthersAsync(current.Actor.UserId, ct);
        return RedirectToAction(nameof(Index));
    }
}

public sealed record SessionsPage(IReadOnlyList<SignInSession> Sessions, Guid Mine);
