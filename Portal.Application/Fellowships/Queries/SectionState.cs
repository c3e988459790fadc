using Portal.Application.Fellowships.Domain;

namespace Portal.Application.Fellowships.Queries;

public enum SectionProgress { NotStarted, InProgress, ToFix, Completed }

/// <summary>How far one section is.</summary>
/// <param name="Fixes">Answers to fix or, in a correction, answers that were asked for and not sent yet.</param>
public sealed record SectionState(ApplicationSectionKind Kind, SectionProgress Progress, int Fixes, DateTimeOffset? SavedAt);

/// <summary>A reason why the application cannot be sent yet.</summary>
public sealed record SectionProblem(ApplicationSectionKind Section, Shared.Error Error);

internal static class SectionStates
{
    public static IReadOnlyList<SectionState> Of(FellowshipCase found, IReadOnlyList<SectionProblem> problems)
    {
        var faults = problems.ToLookup(p => p.Section);
        return [.. found.Form.Sections.Select(kind => StateOf(found, kind, faults[kind].Count()))];
    }

    public static IReadOnlyList<SectionProblem> Problems(FellowshipCase found, FormCatalogue catalogue) =>
        [.. found.Form.Sections.SelectMany(s => found.Application.SectionProblems(s, found.Form, catalogue).Select(e => new SectionProblem(s, e)))];

    private static SectionState StateOf(FellowshipCase found, ApplicationSectionKind kind, int faults)
    {
        var section = found.Application.Section(kind);
        var asked = faults == 0 ? Unanswered(found, section) : 0;
        var progress = section switch
        {
            _ when asked > 0 => SectionProgress.ToFix,
            null => SectionProgress.NotStarted,
            _ when faults == 0 => SectionProgress.Completed,
            { IsChecked: true } => SectionProgress.ToFix,
            { Answers.IsEmpty: true } when !HasFiles(found.Application, kind) => SectionProgress.NotStarted,
            _ => SectionProgress.InProgress,
        };
        return new SectionState(kind, progress, faults + asked, section?.SavedAt);
    }

    /// <summary>Named answers of a correction in a section that was not saved since the application was sent.</summary>
    private static int Unanswered(FellowshipCase found, ApplicationSection? section)
    {
        var (application, sentAt) = (found.Application, found.Application.Submissions.Select(s => s.At).DefaultIfEmpty().Max());
        return application is { Status: FellowshipApplicationStatus.ReturnedForCorrection, Correction: not null } && section is not null && section.SavedAt <= sentAt
            ? found.Form.Fields(section.Kind, section.Answers).Count(f => application.IsOpenForChange(f.Key))
            : 0;
    }

    private static bool HasFiles(FellowshipApplication application, ApplicationSectionKind kind) =>
        application.CurrentDocuments().Any(d => ApplicationForm.SectionOf(d.FieldKey) == kind);
}
