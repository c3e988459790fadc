using Mediator;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Portal.Application.Recognition.Queries;
using Portal.Application.Shared;
using Portal.Web.Areas.Recognition.Forms;
using Portal.Web.Infrastructure;

namespace Portal.Web.Areas.Recognition.Controllers;

/// <summary>All pairs in one table, one direction at a time.</summary>
[Area("Recognition")]
[AllowAnonymous]
[PublicPage]
public sealed class MatrixController(ISender sender, Text text) : PortalController(sender, text)
{
    [HttpGet]
    public async Task<IActionResult> Index(MatrixForm form, CancellationToken ct) => View(new MatrixPage(form, await Sender.Send(form.ToQuery(), ct)));

    /// <summary>Every pair in every direction as a file.</summary>
    /// <param name="id">csv, xlsx or json.</param>
    [HttpGet]
    [RequestTimeout(RequestLimits.UploadTime)]
    public async Task<IActionResult> Download(string? id, CancellationToken ct)
    {
        var all = await Sender.Send(new ListPublishedPairs(), ct);
        return OpenData.In(id, "certification-equivalences", all.Hash, () => PairTable.Of(all, Text), () => PairTable.Content(all));
    }
}
