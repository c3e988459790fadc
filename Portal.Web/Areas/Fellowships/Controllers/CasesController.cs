using Mediator;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Fellowships.Queries;
using Portal.Web.Areas.Fellowships.Forms;
using Portal.Web.Infrastructure;
using Commands = Portal.Application.Fellowships.Commands;

namespace Portal.Web.Areas.Fellowships.Controllers;

/// <summary>The work queue, one application on one page, and its screening.</summary>
[Area("Fellowships"), Authorize]
public sealed class CasesController(ISender sender, Text text) : PortalController(sender, text)
{
    [HttpGet]
    public async Task<IActionResult> Index(QueueForm form, CancellationToken ct)
    {
        // An address from elsewhere that cannot be read shows the queue without it.
        ModelState.Clear();
        return View(new QueuePage(form, await Sender.Send(form.ToQuery(), ct)));
    }

    [HttpGet]
    public async Task<IActionResult> Details(Guid id, CancellationToken ct) => View(await PageAsync(id, ct));

    [HttpPost]
    public async Task<IActionResult> ScreenIn(Guid id, long version, CancellationToken ct) =>
        await TryAsync(new Commands.ScreenIn(id, version), ct) ? ToCase(id) : View(nameof(Details), await PageAsync(id, ct));

    [HttpGet]
    public async Task<IActionResult> ReturnForCorrection(Guid id, CancellationToken ct)
    {
        var choices = await Sender.Send(new CorrectionChoices(id), ct);
        var form = await FilledAsync(ScreenReturnForm.Proposing(choices.DueOn), id, choices, ct);
        return form.Page.Can(FellowshipApplicationStep.ReturnForCorrection) ? View(form) : ToCase(id);
    }

    [HttpPost]
    public async Task<IActionResult> ReturnForCorrection(Guid id, ScreenReturnForm form, CancellationToken ct) =>
        await TryAsync(form.ToCommand(id, ModelState, Text), ct)
            ? ToCase(id)
            : View(await FilledAsync(form, id, await Sender.Send(new CorrectionChoices(id), ct), ct));

    [HttpGet]
    public async Task<IActionResult> ScreenOut(Guid id, CancellationToken ct)
    {
        var form = new ScreenOutForm { Page = await PageAsync(id, ct) };
        return form.Page.Can(FellowshipApplicationStep.ScreenOut) ? View(form) : ToCase(id);
    }

    [HttpPost]
    public async Task<IActionResult> ScreenOut(Guid id, ScreenOutForm form, CancellationToken ct)
    {
        if (await TryAsync(form.ToCommand(id), ct))
        {
            return ToCase(id);
        }

        form.Page = await PageAsync(id, ct);
        return View(form);
    }

    private async Task<CasePage> PageAsync(Guid id, CancellationToken ct) =>
        new(await Sender.Send(new CaseDetails(id), ct), Response.StatusCode == StatusCodes.Status409Conflict);

    private async Task<ScreenReturnForm> FilledAsync(ScreenReturnForm form, Guid id, CorrectionChoices.Choices choices, CancellationToken ct)
    {
        (form.Page, form.Choices) = (await PageAsync(id, ct), choices);
        return form;
    }

    private RedirectToActionResult ToCase(Guid id) => RedirectToAction(nameof(Details), new { id });
}
