using Mediator;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Application.Shared;
using Portal.Infrastructure.Federation;
using Portal.Infrastructure.Identity;
using Portal.Web.Infrastructure;

namespace Portal.Web.Areas.Account.Controllers;

/// <summary>
/// The outside providers that open one's own account. A link is made by a button here, after the way there and back: another site could
/// send a browser that way, into an account of its own over there.
/// </summary>
[Area("Account"), Authorize]
public sealed class OutsideLinksController(
    ISender sender, Text text, ICurrentActor current, Factors factors, TimeProvider clock, OutsideProviders providers, OutsideArrivals arrivals, OutsideLinks links)
    : ProvenController(sender, text, current, factors, clock)
{
    [HttpGet]
    public async Task<IActionResult> Index() => await arrivals.ReadAsync() is { } arrival ? View(arrival) : providers.All.Count == 0 ? NotFound() : RedirectToAction("Index", "Factors");

    [HttpPost]
    public async Task<IActionResult> Link(CancellationToken ct)
    {
        if (await arrivals.ReadAsync() is not { } arrival)
        {
            return RedirectToAction("Index", "Factors");
        }

        if (!Accept((await links.LinkAsync(Me, arrival.Identity, ct)).Errors))
        {
            return View("Index", arrival);
        }

        await arrivals.ForgetAsync();
        return RedirectToAction("Index", "Factors");
    }

    [HttpPost]
    public async Task<IActionResult> Unlink(string? key, CancellationToken ct)
    {
        await links.UnlinkAsync(Me, providers.Find(key) ?? throw new NotFoundException(), ct);
        return RedirectToAction("Index", "Factors");
    }
}
