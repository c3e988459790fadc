using Microsoft.AspNetCore.Mvc;
using Portal.Application.Fellowships.Commands;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Fellowships.Queries;
using Portal.Application.Shared;
using Portal.Web.Areas.Fellowships.Forms;
using Portal.Web.Infrastructure;

namespace Portal.Web.Areas.Fellowships.Controllers;

/// <summary>Filling in a section: saving by button, by the script, and after somebody else saved first.</summary>
public sealed partial class ApplicationsController
{
    private const string AutosaveHeader = "X-Autosave";

    // A long section in Japanese takes nine bytes a character on its way here.
    private const int SectionBody = 1024 * 1024;

    /// <param name="add">The repeated part to show one more entry of.</param>
    /// <param name="errors">Say what is wrong: the check page leads here.</param>
    [HttpGet]
    public async Task<IActionResult> Section(Guid id, ApplicationSectionKind section, string? add, bool errors, CancellationToken ct) =>
        ModelState.IsValid ? await SectionAsync(new ApplicationSectionPage(id, section, null, add, errors), ct) : NotFound();

    [HttpPost, RequestSizeLimit(SectionBody)]
    public async Task<IActionResult> Section(Guid id, ApplicationSectionKind section, long version, string? @do, string? switchTo, CancellationToken ct) =>
        await SaveAsync(id, section, TypedAnswers.Of(Request.Form), version, new PressedButton(@do, switchTo), ct);

    /// <summary>Keeps a draft while it is typed. Never says what is wrong with it. Without the script's header it is a save like any other.</summary>
    [HttpPost, RequestSizeLimit(SectionBody)]
    public async Task<IActionResult> Autosave(Guid id, ApplicationSectionKind section, long version, string? @do, string? switchTo, CancellationToken ct)
    {
        if (!Request.Headers.ContainsKey(AutosaveHeader))
        {
            return await Section(id, section, version, @do, switchTo, ct);
        }

        var result = await Sender.Send(new SaveSection(id, section, TypedAnswers.Of(Request.Form), version, Check: false), ct);
        return result.Errors is [var error, ..]
            ? StatusCode(error.Code == "Fellowships.Section.TooLarge" ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status409Conflict, new { message = NotSaved(error) })
            : Json(new { message = Saved(await WordsAsync(ct), result.Value!), version = result.Value!.Version });
    }

    /// <summary>Saves what the person kept of two versions.</summary>
    [HttpPost, RequestSizeLimit(2 * SectionBody)]
    public async Task<IActionResult> Compare(Guid id, ApplicationSectionKind section, long version, CancellationToken ct) =>
        await SaveAsync(id, section, TypedAnswers.Kept(Request.Form), version, new PressedButton(null, null), ct);

    private async Task<IActionResult> SaveAsync(
        Guid id, ApplicationSectionKind section, IReadOnlyDictionary<string, string?> typed, long version, PressedButton pressed, CancellationToken ct)
    {
        var (done, saved) = await TryAsync(new SaveSection(id, section, typed, version, pressed.IsContinue, pressed.Removed), ct);
        return (done, Response.StatusCode) switch
        {
            (true, _) => await LeadOnAsync(id, section, saved!, pressed, ct),
            (_, StatusCodes.Status409Conflict) => View("Compare", new ComparePage(await Sender.Send(new CompareSection(id, section, typed), ct), await WordsAsync(ct))),
            _ => await SectionAsync(new ApplicationSectionPage(id, section, typed), ct),
        };
    }

    private async Task<IActionResult> LeadOnAsync(Guid id, ApplicationSectionKind section, SavedSection saved, PressedButton pressed, CancellationToken ct)
    {
        if (pressed.Upload is { } field)
        {
            return RedirectToAction(nameof(Upload), new { id, section, field });
        }

        var next = pressed.IsContinue && saved.Problems.Count == 0 ? await NextAsync(id, section, ct) : section;
        return pressed.Do == "later" && pressed.SwitchTo is null || next is null
            ? RedirectToAction(nameof(Tasks), new { id })
            : RedirectToAction(nameof(Section), null, new { id, section = next, add = pressed.Added, culture = LanguageOf(pressed) }, pressed.AnchorIn(section));
    }

    private static string LanguageOf(PressedButton pressed) =>
        PageLanguage.All.Contains(pressed.SwitchTo) ? pressed.SwitchTo! : PageLanguage.Current;

    /// <summary>The section after this one; null after the last, and in a correction, where the task list says what was asked.</summary>
    private async Task<ApplicationSectionKind?> NextAsync(Guid id, ApplicationSectionKind section, CancellationToken ct)
    {
        var tasks = await Sender.Send(new ApplicationTasks(id), ct);
        return tasks.Case.Correction is null
            ? tasks.Sections.Select(s => (ApplicationSectionKind?)s.Kind).SkipWhile(k => k != section).Skip(1).FirstOrDefault()
            : null;
    }

    private async Task<IActionResult> SectionAsync(ApplicationSectionPage query, CancellationToken ct) => View("Section", await PageAsync(query, ct));

    private async Task<SectionPage> PageAsync(ApplicationSectionPage query, CancellationToken ct)
    {
        var (data, words) = (await Sender.Send(query, ct), await WordsAsync(ct));
        foreach (var problem in data.Problems)
        {
            var field = data.Section.All.Select(a => a.Field).FirstOrDefault(f => f.Key == problem.Field);
            ModelState.AddModelError(problem.Field ?? "", words.Problem(field, problem));
        }

        var blocks = new SectionBlocks(new SectionFields(words, Text, data.Problems), words, Text);
        return new SectionPage(data, words, data.Case.CanEdit ? blocks.Of(data.Section, data.Case.Correction is null) : []);
    }

    private string Saved(FormText words, SavedSection saved) =>
        Text.Get("Shared.Draft.Saved", ("Time", words.Clock(saved.SavedAt, PortalZones.OfficialFor(saved.Side))));

    private string NotSaved(Error error) =>
        error.Code == StaleException.Code ? Text["Fellowships.Applications.ReloadToCompare"] : ErrorSentence.Of(Text, error);
}
