using Mediator;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Application.Fellowships.Commands;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Fellowships.Queries;
using Portal.Application.Shared;
using Portal.Web.Areas.Fellowships.Forms;
using Portal.Web.Infrastructure;

namespace Portal.Web.Areas.Fellowships.Controllers;

/// <summary>Award lists from the draft by either government's officers to the release that both confirm.</summary>
[Area("Fellowships"), Authorize]
public sealed class AwardListsController(ISender sender, Text text) : PortalController(sender, text)
{
    [HttpGet]
    public async Task<IActionResult> Index(int page = 1, CancellationToken ct = default) => View(await Sender.Send(new ListAwardLists(page), ct));

    [HttpPost]
    public async Task<IActionResult> Draft(Guid id, CancellationToken ct)
    {
        var (done, list) = await TryAsync(new DraftAwardList(id), ct);
        return done ? ToList(list) : View(nameof(Index), await Sender.Send(new ListAwardLists(1), ct));
    }

    [HttpGet]
    public async Task<IActionResult> Details(Guid id, int page = 1, CancellationToken ct = default) =>
        View(new AwardListPage(await Sender.Send(new AwardListDetails(id, page), ct)));

    [HttpPost]
    public async Task<IActionResult> Edit(Guid id, AwardListForm form, CancellationToken ct) =>
        await TryAsync(form.ToCommand(id), ct)
            ? RedirectToAction(nameof(Details), new { id, page = form.Page > 1 ? form.Page : (int?)null })
            : await AgainAsync(id, form.Page, p => p with { Typed = form }, ct);

    [HttpPost]
    public async Task<IActionResult> Propose(Guid id, long version, CancellationToken ct) => await MovedAsync(id, new ProposeAwardList(id, version), ct);

    [HttpPost]
    public async Task<IActionResult> Agree(Guid id, string? seenHash, CancellationToken ct) => await MovedAsync(id, new SignAwardList(id, seenHash ?? ""), ct);

    [HttpPost]
    public async Task<IActionResult> Return(Guid id, string? reason, CancellationToken ct) =>
        await TryAsync(new ReturnAwardList(id, CleanText.Prose(reason)), ct) ? ToList(id) : await AgainAsync(id, 1, p => p with { Reason = reason }, ct);

    [HttpPost]
    public async Task<IActionResult> Stage(Guid id, StageForm form, CancellationToken ct) =>
        await TryAsync(form.ToCommand(id, ModelState, Text), ct)
            ? RedirectToAction(nameof(Rehearse), new { id })
            : await AgainAsync(id, 1, p => p with { AnswerOn = form.AnswerOn }, ct);

    [HttpGet]
    public async Task<IActionResult> Rehearse(Guid id, CancellationToken ct) => View(new RehearsalPage(await Sender.Send(new RehearseRelease(id), ct)));

    [HttpPost]
    public async Task<IActionResult> Release(Guid id, string? seenHash, CancellationToken ct)
    {
        var (done, _) = await TryAsync(new ConfirmRelease(id, seenHash ?? ""), ct);
        if (done)
        {
            return ToList(id);
        }

        var list = await Sender.Send(new AwardListDetails(id, 1), ct);
        return list.Status == AwardListStatus.Staged
            ? View(nameof(Rehearse), new RehearsalPage(await Sender.Send(new RehearseRelease(id), ct), IsConflict))
            : View(nameof(Details), new AwardListPage(list, IsChanged: IsConflict));
    }

    private bool IsConflict => Response.StatusCode == StatusCodes.Status409Conflict;

    private async Task<IActionResult> MovedAsync(Guid id, ICommand<Result> command, CancellationToken ct) =>
        await TryAsync(command, ct) ? ToList(id) : await AgainAsync(id, 1, p => p, ct);

    private async Task<ViewResult> AgainAsync(Guid id, int page, Func<AwardListPage, AwardListPage> typed, CancellationToken ct) =>
        View(nameof(Details), typed(new AwardListPage(await Sender.Send(new AwardListDetails(id, page), ct), IsChanged: IsConflict)));

    private RedirectToActionResult ToList(Guid id) => RedirectToAction(nameof(Details), new { id });
}
