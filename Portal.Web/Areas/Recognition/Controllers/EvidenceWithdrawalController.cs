using Mediator;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Application.Recognition.Commands;
using Portal.Application.Recognition.Domain;
using Portal.Application.Recognition.Queries;
using Portal.Application.Shared;
using Portal.Web.Areas.Recognition.Forms;
using Portal.Web.Infrastructure;

namespace Portal.Web.Areas.Recognition.Controllers;

/// <summary>Both governments withdraw an item of evidence or a version of a certification, after a dry run of what that touches.</summary>
[Area("Recognition"), Authorize]
public sealed class EvidenceWithdrawalController(ISender sender, Text text) : PortalController(sender, text)
{
    [HttpGet]
    public async Task<IActionResult> Item(Guid id, CancellationToken ct) => await ShowAsync(EvidenceKind.Item, id, ct);

    [HttpGet]
    public async Task<IActionResult> Version(Guid id, CancellationToken ct) => await ShowAsync(EvidenceKind.Version, id, ct);

    [HttpPost]
    public async Task<IActionResult> Propose(Guid id, EvidenceWithdrawalForm form, CancellationToken ct) =>
        await MovedAsync(id, nameof(Propose), form, new ProposeEvidenceWithdrawal(form.Kind, id, CleanText.Prose(form.Reason), form.SeenHash ?? ""), ct);

    [HttpPost]
    public async Task<IActionResult> Withdraw(Guid id, EvidenceWithdrawalForm form, CancellationToken ct) =>
        await MovedAsync(id, nameof(Withdraw), form, new WithdrawEvidence(form.Kind, id, form.SeenHash ?? ""), ct);

    [HttpPost]
    public async Task<IActionResult> Keep(Guid id, EvidenceWithdrawalForm form, CancellationToken ct) =>
        await MovedAsync(id, nameof(Keep), form, new KeepEvidence(form.Kind, id, CleanText.Prose(form.Reason)), ct);

    private async Task<IActionResult> MovedAsync(Guid id, string step, EvidenceWithdrawalForm form, ICommand<Result> command, CancellationToken ct) =>
        await TryAsync(command, ct) ? RedirectToAction(form.Kind.ToString(), new { id }) : await ShowAsync(form.Kind, id, ct, step, form.Reason);

    private async Task<ViewResult> ShowAsync(EvidenceKind kind, Guid id, CancellationToken ct, string? step = null, string? reason = null) =>
        View("Index", new EvidenceWithdrawalPage(await Sender.Send(new EvidenceWithdrawal(kind, id), ct), step, reason));
}
