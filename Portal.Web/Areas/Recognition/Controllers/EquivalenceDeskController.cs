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

/// <summary>Where the recognition desks of both governments work on a proposal.</summary>
[Area("Recognition"), Authorize]
public sealed class EquivalenceDeskController(ISender sender, Text text) : PortalController(sender, text)
{
    [HttpGet]
    public async Task<IActionResult> Propose(string? source, TargetKind kind, string? target, CancellationToken ct)
    {
        var form = ProposeForm.For(source, kind, target);
        form.Roles = await Sender.Send(new ProposalChoices(), ct);
        return View(form);
    }

    [HttpPost]
    public async Task<IActionResult> Propose(ProposeForm form, CancellationToken ct)
    {
        var (done, id) = await TryAsync(form.ToCommand(), ct);
        if (done)
        {
            return RedirectToAction(nameof(Details), new { id });
        }

        form.Roles = await Sender.Send(new ProposalChoices(), ct);
        return View(form);
    }

    [HttpGet]
    public async Task<IActionResult> Details(Guid id, int page = 1, CancellationToken ct = default) => View(await PageAsync(id, null, ct) with { Page = page });

    [HttpPost]
    public async Task<IActionResult> Compute(Guid id, FiguresForm form, CancellationToken ct) =>
        await TryAsync(form.ToCommand(id), ct) ? RedirectToAction(nameof(Details), new { id }) : View(nameof(Details), await PageAsync(id, form, ct));

    [HttpPost]
    public async Task<IActionResult> Drop(Guid id, string? reason, CancellationToken ct) =>
        await TryAsync(new DropProposal(id, CleanText.Prose(reason)), ct)
            ? RedirectToAction(nameof(Details), new { id })
            : View(nameof(Details), await PageAsync(id, null, ct) with { Reason = reason });

    private async Task<DeskPage> PageAsync(Guid id, FiguresForm? typed, CancellationToken ct) => DeskPage.Of(await Sender.Send(new EquivalenceOnDesk(id), ct), typed);
}
