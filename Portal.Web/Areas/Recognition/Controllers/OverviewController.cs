using Mediator;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Application.Recognition.Domain;
using Portal.Application.Recognition.Queries;
using Portal.Web.Areas.Recognition.Forms;
using Portal.Web.Infrastructure;

namespace Portal.Web.Areas.Recognition.Controllers;

/// <summary>What there is to know about certifications, and what nobody has decided yet.</summary>
[Area("Recognition")]
[AllowAnonymous]
[PublicPage]
public sealed class OverviewController(ISender sender, Text text) : PortalController(sender, text)
{
    /// <summary>What fits beside the finder without scrolling.</summary>
    private const int Columns = 8, Rows = 6;

    [HttpGet(LanguageChoice.Route + "/Recognition")]
    public async Task<IActionResult> Index(CancellationToken ct)
    {
        var choices = await Sender.Send(new FindEquivalences(null, TargetKind.Certification), ct);
        var form = new MatrixForm();
        var matrix = await Sender.Send(form.ToQuery() with { ColumnsShown = Columns, RowsShown = Rows }, ct);
        return View(new OverviewPage(new FinderChoices(choices.Choices), new MatrixTable(matrix, form.RowSide, form.Kind)));
    }
}
