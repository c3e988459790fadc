using Mediator;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Portal.Application.Recognition.Queries;
using Portal.Application.Shared;
using Portal.Web.Areas.Recognition.Forms;
using Portal.Web.Infrastructure;

namespace Portal.Web.Areas.Recognition.Controllers;

/// <summary>Where the U.S. Department of Defense places certifications: a reference, and never an equivalence.</summary>
[Area("Recognition")]
[AllowAnonymous]
[PublicPage]
public sealed class PlacementsController(ISender sender, Text text) : PortalController(sender, text)
{
    [HttpGet]
    public async Task<IActionResult> Index(PlacementForm form, CancellationToken ct) => View(new PlacementPage(form, await Sender.Send(form.ToQuery(), ct)));

    /// <summary>All placements as a file.</summary>
    /// <param name="id">csv, xlsx or json.</param>
    [HttpGet]
    [RequestTimeout(RequestLimits.UploadTime)]
    public async Task<IActionResult> Download(string? id, CancellationToken ct)
    {
        var all = await Sender.Send(new ListPlacements(), ct);
        return OpenData.In(id, $"us-reference-placements-{all.Editions.Matrix}", all.Hash, () => PlacementTable.Of(all, Text), () => PlacementTable.Content(all, Text));
    }
}
