using Mediator;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Application.Recognition.Commands;
using Portal.Application.Recognition.Queries;
using Portal.Application.Shared;
using Portal.Web.Areas.Recognition.Forms;
using Portal.Web.Infrastructure;

namespace Portal.Web.Areas.Recognition.Controllers;

/// <summary>The case desks of both governments: the queue, and one case on one page.</summary>
[Area("Recognition"), Authorize]
public sealed class CaseDeskController(ISender sender, Text text) : PortalController(sender, text)
{
    [HttpGet]
    public async Task<IActionResult> Index(CaseQueueForm form, CancellationToken ct)
    {
        // An address from elsewhere that cannot be read shows the queue without it.
        ModelState.Clear();
        return View(new CaseQueuePage(form, await Sender.Send(form.ToQuery(), ct)));
    }

    [HttpGet]
    public async Task<IActionResult> Details(Guid id, CancellationToken ct) => await CaseAsync(id, new CaseDeskForm(), ct);

    [HttpPost]
    public async Task<IActionResult> ConfirmFile(Guid id, CaseDeskForm form, CancellationToken ct) => await MovedAsync(id, new ConfirmFile(id, form.Version), form, ct);

    [HttpPost]
    public async Task<IActionResult> Ask(Guid id, CaseDeskForm form, CancellationToken ct) => await MovedAsync(id, form.ToAsk(id), form, ct);

    [HttpPost]
    public async Task<IActionResult> Resume(Guid id, CaseDeskForm form, CancellationToken ct) => await MovedAsync(id, new ResumeCase(id, form.Version), form, ct);

    [HttpPost]
    public async Task<IActionResult> Check(Guid id, CaseDeskForm form, CancellationToken ct) => await MovedAsync(id, form.ToCheck(id), form, ct);

    [HttpPost]
    public async Task<IActionResult> Verify(Guid id, CaseDeskForm form, CancellationToken ct) => await MovedAsync(id, form.ToVerify(id), form, ct);

    [HttpPost]
    public async Task<IActionResult> AnswerVerification(Guid id, CaseDeskForm form, CancellationToken ct) => await MovedAsync(id, form.ToAnswer(id), form, ct);

    [HttpPost]
    public async Task<IActionResult> CloseVerification(Guid id, CaseDeskForm form, CancellationToken ct) => await MovedAsync(id, new CloseVerification(id, form.Version), form, ct);

    [HttpPost]
    public async Task<IActionResult> Opinion(Guid id, CaseDeskForm form, CancellationToken ct) => await MovedAsync(id, form.ToOpinion(id), form, ct);

    [HttpPost]
    public async Task<IActionResult> Grant(Guid id, CaseDeskForm form, CancellationToken ct) => await MovedAsync(id, form.ToGrant(id, ModelState, Text), form, ct);

    [HttpPost]
    public async Task<IActionResult> Decline(Guid id, CaseDeskForm form, CancellationToken ct) => await MovedAsync(id, form.ToDecline(id), form, ct);

    [HttpPost]
    public async Task<IActionResult> Fulfil(Guid id, CaseDeskForm form, CancellationToken ct) => await MovedAsync(id, form.ToFulfil(id), form, ct);

    [HttpPost]
    public async Task<IActionResult> FailMeasure(Guid id, CaseDeskForm form, CancellationToken ct) => await MovedAsync(id, form.ToFail(id, ModelState, Text), form, ct);

    [HttpPost]
    public async Task<IActionResult> Close(Guid id, CaseDeskForm form, CancellationToken ct) => await MovedAsync(id, new CloseCase(id, form.Version), form, ct);

    [HttpPost]
    public async Task<IActionResult> Review(Guid id, CaseDeskForm form, CancellationToken ct) => await MovedAsync(id, form.ToReview(id), form, ct);

    private async Task<IActionResult> MovedAsync(Guid id, ICommand<Result> command, CaseDeskForm form, CancellationToken ct) =>
        await TryAsync(command, ct) ? RedirectToAction(nameof(Details), new { id }) : await CaseAsync(id, form, ct);

    private async Task<IActionResult> CaseAsync(Guid id, CaseDeskForm form, CancellationToken ct)
    {
        (form.Case, form.IsChanged) = (await Sender.Send(new RecognitionCaseOnDesk(id), ct), Response.StatusCode == StatusCodes.Status409Conflict);
        return View(nameof(Details), form);
    }
}
