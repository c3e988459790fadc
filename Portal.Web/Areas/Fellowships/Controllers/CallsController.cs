using System.Text;
using Mediator;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Application.Fellowships.Queries;
using Portal.Application.Shared;
using Portal.Web.Areas.Fellowships.Forms;
using Portal.Web.Infrastructure;

namespace Portal.Web.Areas.Fellowships.Controllers;

/// <summary>Calls as everybody reads them.</summary>
[Area("Fellowships")]
[AllowAnonymous]
public sealed class CallsController(ISender sender, Text text) : PortalController(sender, text)
{
    [HttpGet]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await Sender.Send(new ListPublicCalls(), ct));

    [HttpGet]
    public async Task<IActionResult> Details(Guid id, CancellationToken ct) => View(await Sender.Send(new CallDetails(id), ct));

    /// <summary>The whole form on paper, for preparing offline. The side matters where both may apply: it decides which names are asked.</summary>
    [HttpGet]
    public async Task<IActionResult> BlankForm(Guid id, Government? side, CancellationToken ct) =>
        View(new BlankFormPage(await Sender.Send(new CallDetails(id), ct), side));

    /// <summary>The closing time as a calendar file in the language of the page.</summary>
    [HttpGet]
    public async Task<IActionResult> Deadline(Guid id, CancellationToken ct)
    {
        var call = await Sender.Send(new CallDetails(id), ct);
        var title = call.Content.Title.Text.Best(PageLanguage.Current).Text;
        var summary = Text.Get("Fellowships.Calls.Calendar.Summary", ("Title", title), ("Code", call.Code));
        var page = Url.Action(nameof(Details), null, new { id }, Request.Scheme)!;
        var file = await Sender.Send(new CallCalendarFile(id, summary, Text["Fellowships.Calls.Calendar.Description"], page, PageLanguage.Current), ct);
        return File(Encoding.UTF8.GetBytes(file), "text/calendar; charset=utf-8", $"{call.Code}.ics");
    }
}
