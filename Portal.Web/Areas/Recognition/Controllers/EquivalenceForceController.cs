using Mediator;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Application.Recognition.Commands;
using Portal.Application.Recognition.Queries;
using Portal.Application.Shared;
using Portal.Web.Areas.Recognition.Forms;
using Portal.Web.Infrastructure;

namespace Portal.Web.Areas.Recognition.Controllers;

/// <summary>What becomes of a decision in force: one government suspends it for a time, both look at it again and keep it, or withdraw it.</summary>
[Area("Recognition"), Authorize]
public sealed class EquivalenceForceController(ISender sender, Text text) : PortalController(sender, text)
{
    [HttpGet]
    public async Task<IActionResult> Index(Guid id, CancellationToken ct) => View(new ForcePage(await Sender.Send(new EquivalenceForce(id), ct)));

    [HttpPost]
    public async Task<IActionResult> Suspend(Guid id, SuspendForm form, CancellationToken ct) => await TryAsync(form.ToCommand(id, ModelState, Text), ct)
        ? RedirectToAction(nameof(Index), new { id })
        : await AgainAsync(id, nameof(Suspend), new ForceForm { VersionId = form.VersionId, Reason = form.Reason }, ct, form.Until);

    [HttpPost]
    public async Task<IActionResult> Lift(Guid id, ForceForm form, CancellationToken ct) =>
        await MovedAsync(id, nameof(Lift), form, new LiftSuspension(id, form.VersionId, CleanText.Prose(form.Reason)), ct);

    [HttpPost]
    public async Task<IActionResult> ProposeWithdrawal(Guid id, ForceForm form, CancellationToken ct) =>
        await MovedAsync(id, nameof(ProposeWithdrawal), form, new ProposeWithdrawal(id, form.VersionId, CleanText.Prose(form.Reason), form.SeenHash ?? ""), ct);

    [HttpPost]
    public async Task<IActionResult> Withdraw(Guid id, ForceForm form, CancellationToken ct) =>
        await MovedAsync(id, nameof(Withdraw), form, new WithdrawEquivalence(id, form.SeenHash ?? ""), ct);

    [HttpPost]
    public async Task<IActionResult> Keep(Guid id, ForceForm form, CancellationToken ct) =>
        await MovedAsync(id, nameof(Keep), form, new KeepInForce(id, CleanText.Prose(form.Reason)), ct);

    [HttpPost]
    public async Task<IActionResult> KeepReviewed(Guid id, ForceForm form, CancellationToken ct) =>
        await MovedAsync(id, nameof(KeepReviewed), form, new KeepReviewed(id, form.VersionId, CleanText.Prose(form.Reason), form.SeenHash ?? ""), ct);

    private async Task<IActionResult> MovedAsync(Guid id, string step, ForceForm form, ICommand<Result> command, CancellationToken ct) =>
        await TryAsync(command, ct) ? RedirectToAction(nameof(Index), new { id }) : await AgainAsync(id, step, form, ct);

    private async Task<ViewResult> AgainAsync(Guid id, string step, ForceForm form, CancellationToken ct, Portal.Web.Ui.DateParts? until = null) =>
        View(nameof(Index), new ForcePage(await Sender.Send(new EquivalenceForce(id), ct), step, form, until));
}
