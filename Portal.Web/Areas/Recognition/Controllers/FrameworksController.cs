using Mediator;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Application.Recognition.Domain;
using Portal.Application.Recognition.Queries;
using Portal.Web.Areas.Recognition.Forms;
using Portal.Web.Infrastructure;

namespace Portal.Web.Areas.Recognition.Controllers;

/// <summary>The versions of the framework side by side, and what changed from one to the other.</summary>
[Area("Recognition")]
[AllowAnonymous]
[PublicPage]
public sealed class FrameworksController(ISender sender, Text text) : PortalController(sender, text)
{
    [HttpGet]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await Sender.Send(new ListFrameworks(), ct));

    [HttpGet]
    public async Task<IActionResult> Compare(string? from, string? to, FrameworkChange change, int page, CancellationToken ct) =>
        View(new ComparisonPage(change, await Sender.Send(new CompareFrameworks(from ?? "", to ?? "", change, page), ct)));
}
