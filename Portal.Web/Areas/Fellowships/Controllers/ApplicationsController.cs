using Mediator;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Application.Fellowships.Commands;
using Portal.Application.Fellowships.Queries;
using Portal.Web.Areas.Fellowships.Forms;
using Portal.Web.Infrastructure;

namespace Portal.Web.Areas.Fellowships.Controllers;

/// <summary>Everything a candidate does with an application. This part: the list, the start, the task list, the way since and the end.</summary>
[Area("Fellowships"), Authorize]
public sealed partial class ApplicationsController(ISender sender, Text text) : PortalController(sender, text)
{
    [HttpGet]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await Sender.Send(new ListMyApplications(), ct));

    [HttpGet]
    public async Task<IActionResult> Start(Guid id, CancellationToken ct) =>
        View(new StartPage(await Sender.Send(new ApplicationStart(id), ct), new StartForm()));

    [HttpPost]
    public async Task<IActionResult> Start(Guid id, StartForm form, CancellationToken ct)
    {
        var call = await Sender.Send(new ApplicationStart(id), ct);
        if (form.Side is null && call.Sides.Count > 1)
        {
            Accept([new("Fellowships.Start.SideMissing", nameof(form.Side))]);
            return View(new StartPage(call, form));
        }

        var (done, application) = await TryAsync(form.ToCommand(id, form.Side ?? call.Sides[0]), ct);
        return done ? RedirectToAction(nameof(Tasks), new { id = application }) : View(new StartPage(call, form));
    }

    [HttpGet]
    public async Task<IActionResult> Tasks(Guid id, CancellationToken ct) => View(await Sender.Send(new ApplicationTasks(id), ct));

    [HttpGet]
    public async Task<IActionResult> Status(Guid id, CancellationToken ct) =>
        View(new StatusPage(await Sender.Send(new ApplicationProgress(id), ct), await WordsAsync(ct)));

    [HttpGet]
    public async Task<IActionResult> Withdraw(Guid id, CancellationToken ct) => View((await Sender.Send(new ApplicationTasks(id), ct)).Case);

    [HttpPost, ActionName(nameof(Withdraw))]
    public async Task<IActionResult> WithdrawNow(Guid id, CancellationToken ct) =>
        await TryAsync(new WithdrawApplication(id), ct) ? RedirectToAction(nameof(Status), new { id }) : await Withdraw(id, ct);

    [HttpGet]
    public async Task<IActionResult> Offer(Guid id, bool? accept, CancellationToken ct)
    {
        var data = await Sender.Send(new ApplicationProgress(id), ct);
        return data.AnswerBy is null ? NotFound() : View(new OfferPage(data, accept));
    }

    [HttpPost, ActionName(nameof(Offer))]
    public async Task<IActionResult> AnswerOffer(Guid id, bool accept, CancellationToken ct) =>
        await TryAsync(new AnswerOffer(id, accept), ct) ? RedirectToAction(nameof(Status), new { id }) : await Offer(id, null, ct);

    private async Task<FormText> WordsAsync(CancellationToken ct) => new(Text, await Sender.Send(new FormChoices(), ct));
}
