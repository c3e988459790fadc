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

/// <summary>The decision: officers write it in both languages, and a signatory of each government reads and signs the same text.</summary>
[Area("Recognition"), Authorize]
public sealed class EquivalenceDecisionController(ISender sender, Text text) : PortalController(sender, text)
{
    // Differences, conditions and effects in two languages, nine bytes for each Japanese character.
    private const int FormBytes = 1024 * 1024, FormFields = 2500;

    [HttpGet]
    public async Task<IActionResult> Index(Guid id, CancellationToken ct) => View(new DecisionPage(await CaseAsync(id, ct)));

    [HttpGet]
    public async Task<IActionResult> Draft(Guid id, CancellationToken ct)
    {
        var page = await CaseAsync(id, ct);
        return page.Steps.Contains(EquivalenceStep.Draft) ? View(new DraftPage(page, DecisionForm.Of(page))) : RedirectToAction(nameof(Index), new { id });
    }

    [HttpPost]
    [RequestSizeLimit(FormBytes)]
    [RequestFormLimits(ValueCountLimit = FormFields, ValueLengthLimit = FormBytes)]
    public async Task<IActionResult> Draft(Guid id, DecisionForm form, string? @do, CancellationToken ct)
    {
        if (form.After(@do) is { } changed)
        {
            // Rows have moved: what model binding remembers belongs to other rows now.
            ModelState.Clear();
            return View(new DraftPage(await CaseAsync(id, ct), changed));
        }

        var content = form.ToContent(ModelState, Text);
        return await TryAsync(new DraftDecision(id, form.Version, content), ct) ? RedirectToAction(nameof(Index), new { id }) : View(new DraftPage(await CaseAsync(id, ct), form));
    }

    [HttpPost]
    public async Task<IActionResult> Sign(Guid id, string? seenHash, CancellationToken ct) =>
        await TryAsync(new SignEquivalence(id, seenHash ?? ""), ct) ? RedirectToAction(nameof(Index), new { id }) : View(nameof(Index), new DecisionPage(await CaseAsync(id, ct)));

    [HttpPost]
    public async Task<IActionResult> Return(Guid id, string? reason, CancellationToken ct) =>
        await TryAsync(new ReturnEquivalence(id, CleanText.Prose(reason)), ct)
            ? RedirectToAction("Details", "EquivalenceDesk", new { id })
            : View(nameof(Index), new DecisionPage(await CaseAsync(id, ct)) { Reason = reason });

    private async Task<EquivalenceDecision.Page> CaseAsync(Guid id, CancellationToken ct) => await Sender.Send(new EquivalenceDecision(id), ct);
}
