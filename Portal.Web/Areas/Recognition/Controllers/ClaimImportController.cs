using Mediator;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Portal.Application.Recognition;
using Portal.Application.Recognition.Queries;
using Portal.Application.Shared;
using Portal.Web.Areas.Recognition.Forms;
using Portal.Web.Infrastructure;

namespace Portal.Web.Areas.Recognition.Controllers;

/// <summary>Claims from a file: it is checked first, and then the very file that was checked is applied.</summary>
[Area("Recognition"), Authorize]
public sealed class ClaimImportController(ISender sender, Text text) : PortalController(sender, text)
{
    /// <param name="version">The version of a certification that the file is for; null: any.</param>
    [HttpGet]
    public async Task<IActionResult> Index(Guid? version, CancellationToken ct) => await PageAsync(version, null, ct);

    [HttpPost, ActionName(nameof(Index)), RequestSizeLimit(RequestLimits.Upload), RequestTimeout(RequestLimits.UploadTime)]
    public async Task<IActionResult> Check(Guid? version, ClaimFileForm form, CancellationToken ct)
    {
        if (!Accept(form.Problems()))
        {
            return await PageAsync(version, null, ct);
        }

        await using var file = form.File!.OpenReadStream();
        return await PageAsync(version, await Sender.Send(new CheckClaims(version, file), ct), ct);
    }

    [HttpPost, RequestSizeLimit(RequestLimits.Upload), RequestTimeout(RequestLimits.UploadTime)]
    public async Task<IActionResult> Apply(Guid? version, ClaimFileForm form, CancellationToken ct)
    {
        if (!Accept(form.Problems()))
        {
            return await PageAsync(version, form.Checked(), ct);
        }

        await using var file = form.File!.OpenReadStream();
        var (done, _) = await TryAsync(form.ToCommand(version, file), ct);
        // Whoever was overtaken sees what the file would do now.
        return done ? RedirectToAction(nameof(Index), new { version })
            : await PageAsync(version, Response.StatusCode == StatusCodes.Status409Conflict ? await Sender.Send(new CheckClaims(version, file), ct) : form.Checked(), ct);
    }

    /// <summary>An empty file with the names of the columns.</summary>
    /// <param name="id">csv or xlsx.</param>
    [HttpGet]
    public async Task<IActionResult> Template(string? id, CancellationToken ct)
    {
        var guide = await Sender.Send(new ClaimImportGuide(null), ct);
        return id is "csv" or "xlsx"
            ? new TableDownload($"claims.{id}", id == "csv" ? TableFormat.Csv : TableFormat.Xlsx, ClaimTemplate.Of(guide, Text), $"claims-{id}")
            : NotFound();
    }

    private async Task<IActionResult> PageAsync(Guid? version, ClaimCheck? check, CancellationToken ct)
    {
        if (check is { Problems.Count: > 0 } && Response.StatusCode == StatusCodes.Status200OK)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        return View(nameof(Index), new ClaimImportPage(await Sender.Send(new ClaimImportGuide(version), ct), check));
    }
}
