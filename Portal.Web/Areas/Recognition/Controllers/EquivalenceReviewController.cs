using Mediator;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Application.Recognition.Commands;
using Portal.Application.Recognition.Queries;
using Portal.Application.Shared;
using Portal.Web.Areas.Recognition.Forms;
using Portal.Web.Infrastructure;

namespace Portal.Web.Areas.Recognition.Controllers;

/// <summary>The blind review: each reviewer alone, then everybody's scores side by side.</summary>
[Area("Recognition"), Authorize]
public sealed class EquivalenceReviewController(ISender sender, Text text) : PortalController(sender, text)
{
    [HttpGet]
    public async Task<IActionResult> Index(Guid id, int page = 1, CancellationToken ct = default) => View(new ReviewPage(await ReviewAsync(id, page, ct)));

    [HttpPost]
    public async Task<IActionResult> Open(Guid id, long version, CancellationToken ct) => await MovedAsync(id, new OpenReview(id, version), p => p, ct);

    [HttpPost]
    public async Task<IActionResult> Declare(Guid id, bool? hasConflict, CancellationToken ct) => await MovedAsync(id, new DeclareConflict(id, hasConflict), p => p, ct);

    /// <summary>Saves the scores of one page of statements, then leads to the page or the language that was asked for.</summary>
    [HttpPost]
    public async Task<IActionResult> Rate(Guid id, RateForm form, string? switchTo, CancellationToken ct)
    {
        if (!await TryAsync(form.ToCommand(id), ct))
        {
            return await RefusedAsync(id, form, ct);
        }

        var language = PageLanguage.All.Contains(switchTo) ? switchTo : null;
        var next = form.GoTo ?? (language is null ? await NextAsync(id, form.Page, ct) : form.Page);
        return RedirectToAction(nameof(Index), null, new { id, page = next, culture = language ?? PageLanguage.Current }, "scores");
    }

    /// <summary>Saves what the page shows, and hands in.</summary>
    [HttpPost]
    public async Task<IActionResult> HandIn(Guid id, RateForm form, CancellationToken ct) =>
        await TryAsync(form.ToHandIn(id), ct) ? RedirectToAction(nameof(Index), new { id }) : await RefusedAsync(id, form, ct);

    [HttpPost]
    public async Task<IActionResult> Close(Guid id, CancellationToken ct) => await MovedAsync(id, new CloseReview(id), p => p, ct);

    [HttpPost]
    public async Task<IActionResult> Adjudicate(Guid id, AdjudicateForm form, CancellationToken ct) =>
        await MovedAsync(id, form.ToCommand(id), p => p with { Adjudicate = form, IsStale = Response.StatusCode == StatusCodes.Status409Conflict }, ct);

    [HttpPost]
    public async Task<IActionResult> Return(Guid id, string? reason, CancellationToken ct) =>
        await TryAsync(new ReturnEquivalence(id, CleanText.Prose(reason)), ct)
            ? RedirectToAction("Details", "EquivalenceDesk", new { id })
            : View(nameof(Index), new ReviewPage(await ReviewAsync(id, 1, ct)) { Reason = reason });

    private async Task<IActionResult> MovedAsync(Guid id, ICommand<Result> command, Func<ReviewPage, ReviewPage> typed, CancellationToken ct) =>
        await TryAsync(command, ct) ? RedirectToAction(nameof(Index), new { id }) : View(nameof(Index), typed(new ReviewPage(await ReviewAsync(id, 1, ct))));

    private async Task<IActionResult> RefusedAsync(Guid id, RateForm form, CancellationToken ct) =>
        View(nameof(Index), new ReviewPage(await ReviewAsync(id, form.Page, ct)) { Typed = form });

    private async Task<int> NextAsync(Guid id, int page, CancellationToken ct)
    {
        var review = await ReviewAsync(id, page, ct);
        return review.Missing > 0 && page < review.Pages ? page + 1 : page;
    }

    private async Task<EquivalenceInReview.Review> ReviewAsync(Guid id, int page, CancellationToken ct) => await Sender.Send(new EquivalenceInReview(id, page), ct);
}
