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

/// <summary>Where the programme desks of both governments write calls, check them, and approve the same content.</summary>
[Area("Fellowships")]
[Authorize]
public sealed class CallDeskController(ISender sender, Text text) : PortalController(sender, text)
{
    // Four texts of 4,000 characters in two languages, nine bytes for each Japanese character, and twenty questions.
    private const int FormBytes = 1024 * 1024, FormFields = 2500;

    [HttpGet]
    public async Task<IActionResult> Index(int page = 1, CancellationToken ct = default) => View(await Sender.Send(new ListCalls(page), ct));

    [HttpGet]
    public async Task<IActionResult> Write(CancellationToken ct) => View(CallForm.New(await Sender.Send(new NewCall(), ct)));

    [HttpPost]
    [RequestSizeLimit(FormBytes)]
    [RequestFormLimits(ValueCountLimit = FormFields, ValueLengthLimit = FormBytes)]
    public async Task<IActionResult> Write(CallForm form, string? @do, string? switchTo, CancellationToken ct)
    {
        await Sender.Send(new NewCall(), ct);
        if (IsInOtherLanguage(switchTo))
        {
            return InOtherLanguage(switchTo!);
        }

        if (Unsaved(form, @do, switchTo) is { } shown)
        {
            return View(shown);
        }

        var (content, unreadable) = form.ToContent();
        Accept(unreadable);
        var (done, id) = await TryAsync(new WriteCall(form.Code ?? "", content), ct);
        return done ? Saved(id, @do) : View(form);
    }

    [HttpGet]
    public async Task<IActionResult> Edit(Guid id, bool saved, CancellationToken ct)
    {
        var call = await Sender.Send(new CallForEdit(id), ct);
        return call.CanEdit
            ? View(new CallEditPage(call, CallFormWriter.Write(call.Code, call.Version, call.Content), saved))
            : RedirectToAction(nameof(Details), new { id });
    }

    [HttpPost]
    [RequestSizeLimit(FormBytes)]
    [RequestFormLimits(ValueCountLimit = FormFields, ValueLengthLimit = FormBytes)]
    public async Task<IActionResult> Edit(
        Guid id, CallForm form, [FromForm(Name = "Keep")] Dictionary<string, string> keep, string? @do, string? switchTo, CancellationToken ct)
    {
        var call = await Sender.Send(new CallForEdit(id), ct);
        if (IsInOtherLanguage(switchTo))
        {
            return InOtherLanguage(switchTo!);
        }

        var mine = Chosen(form, call, keep);
        if (Unsaved(mine, @do, switchTo) is { } shown)
        {
            return View(new CallEditPage(call, shown));
        }

        var (content, unreadable) = mine.ToContent();
        Accept(unreadable);
        return await TryAsync(new EditCall(id, mine.Version, content), ct) ? Saved(id, @do) : await EditAgainAsync(id, mine, ct);
    }

    [HttpGet]
    public async Task<IActionResult> Details(Guid id, CancellationToken ct) => View(await PageAsync(id, null, ct));

    [HttpPost]
    public async Task<IActionResult> Send(Guid id, long version, CancellationToken ct) =>
        await MovedAsync(id, new SendCallForCheck(id, version), null, ct);

    [HttpPost]
    public async Task<IActionResult> Approve(Guid id, string? seenHash, CancellationToken ct) =>
        await MovedAsync(id, new ApproveCall(id, seenHash ?? ""), null, ct);

    [HttpPost]
    public async Task<IActionResult> Return(Guid id, string? reason, CancellationToken ct) =>
        await MovedAsync(id, new ReturnCall(id, CleanText.Prose(reason)), reason, ct);

    private async Task<IActionResult> MovedAsync(Guid id, ICommand<Result> command, string? reason, CancellationToken ct) =>
        await TryAsync(command, ct) ? RedirectToAction(nameof(Details), new { id }) : View(nameof(Details), await PageAsync(id, reason, ct));

    private async Task<CallDeskPage> PageAsync(Guid id, string? reason, CancellationToken ct) =>
        new(await Sender.Send(new CallOnDesk(id), ct), reason);

    private async Task<IActionResult> EditAgainAsync(Guid id, CallForm mine, CancellationToken ct)
    {
        var call = await Sender.Send(new CallForEdit(id), ct);
        if (Response.StatusCode != StatusCodes.Status409Conflict)
        {
            return View(nameof(Edit), new CallEditPage(call, mine));
        }

        // Nothing is wrong with what was typed, so the page names no error.
        ModelState.Clear();
        return View("Compare", new CallComparePage(call, mine, CallFormWriter.Write(call.Code, call.Version, call.Content)));
    }

    private RedirectToActionResult Saved(Guid id, string? button) =>
        button == "save" ? RedirectToAction(nameof(Edit), new { id, saved = true }) : RedirectToAction(nameof(Details), new { id });

    /// <summary>What was typed, or after a comparison the chosen answers of both versions.</summary>
    private CallForm Chosen(CallForm form, CallForEdit.Call call, Dictionary<string, string> keep)
    {
        if (keep.Count == 0)
        {
            return form with { Code = call.Code };
        }

        ModelState.Clear();
        return CallComparison.Chosen(form, CallFormWriter.Write(call.Code, call.Version, call.Content), keep) with { Code = call.Code };
    }

    /// <summary>The form to show again without saving: a row more or less, or the same page after the language switch.</summary>
    private CallForm? Unsaved(CallForm form, string? button, string? switchTo)
    {
        if (form.After(button) is not { } changed)
        {
            return switchTo is null ? null : form;
        }

        // Rows have moved: what model binding remembers belongs to other rows now.
        ModelState.Clear();
        return changed;
    }

    private static bool IsInOtherLanguage(string? switchTo) => PageLanguage.All.Contains(switchTo) && switchTo != PageLanguage.Current;

    /// <summary>Sends the same form on to the other language. It is not saved on the way: saving a call in a joint check voids its approvals.</summary>
    private RedirectResult InOtherLanguage(string language) => RedirectPreserveMethod(PageLanguage.SamePage(Request, language));
}
