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
        if (id is not ("csv" or "xlsx" or "json"))
        {
            return NotFound();
        }

        var all = await Sender.Send(new ListPlacements(), ct);
        var (name, tag) = ($"us-reference-placements-{all.Editions.Matrix}.{id}", $"{all.Hash[..32]}-{id}");
        return id switch
        {
            "csv" => new TableDownload(name, TableFormat.Csv, PlacementTable.Of(all, Text), tag),
            "xlsx" => new TableDownload(name, TableFormat.Xlsx, PlacementTable.Of(all, Text), tag),
            _ => new JsonDownload(name, PlacementTable.Content(all, Text), tag),
        };
    }
}
