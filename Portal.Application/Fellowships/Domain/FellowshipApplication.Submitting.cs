using Portal.Application.Shared;
using Section = Portal.Application.Fellowships.Domain.ApplicationSectionKind;
using Status = Portal.Application.Fellowships.Domain.FellowshipApplicationStatus;
using Step = Portal.Application.Fellowships.Domain.FellowshipApplicationStep;

namespace Portal.Application.Fellowships.Domain;

/// <summary>Checking and sending: what was sent is kept, and found by the candidate's names.</summary>
public sealed partial class FellowshipApplication
{
    /// <summary>Everything that keeps the application from being sent, in the order of the form.</summary>
    public IReadOnlyList<Error> Problems(ApplicationForm form, FormCatalogue catalogue) =>
        [.. form.Sections.SelectMany(s => SectionProblems(s, form, catalogue))];

    public IEnumerable<Error> SectionProblems(Section kind, ApplicationForm form, FormCatalogue catalogue)
    {
        var answers = AnswersOf(kind);
        foreach (var field in form.Fields(kind, answers))
        {
            if (field.Kind == FieldKind.File)
            {
                if (field.IsRequired && !CurrentDocuments(field.Key).Any())
                {
                    yield return new Error("Fellowships.Answer.FileMissing", field.Key);
                }
            }
            else if (AnswerRules.Problem(field, answers[field.Key], catalogue) is { } problem && !CrossFieldRules.Excuses(field, answers))
            {
                yield return problem;
            }
        }

        foreach (var problem in CrossFieldRules.Problems(kind, answers, SendingGovernment, SavedOn(kind)))
        {
            yield return problem;
        }
    }

    /// <summary>Sends the application, or sends it again after a correction. What was sent is kept as one canonical text with its hash.</summary>
    /// <exception cref="RefusedException">Answers are missing, or the time is over.</exception>
    public ApplicationSubmission Submit(ApplicationForm form, FormCatalogue catalogue, bool onTime, Actor actor, DateTimeOffset now)
    {
        var row = Row(Status == Status.ReturnedForCorrection ? Step.Resubmit : Step.Submit, actor);
        RequireOnTime(onTime);
        if (Problems(form, catalogue).Count > 0)
        {
            throw new RefusedException("Fellowships.Submit.NotComplete");
        }

        Status = row.To;
        var content = ContentHash.CanonicalJson(Snapshot(form));
        var submission = new ApplicationSubmission(_submissions.Count + 1, content, Sha256.Of(content), now);
        _submissions.Add(submission);
        foreach (var section in _sections)
        {
            section.RaiseVersion();
        }

        TakeNames();
        (SubmittedAt, Correction, DueAt) = (SubmittedAt ?? now, null, form.DecisionBy.Instant);
        Raise(new ApplicationSubmitted(Id, submission.Number));
        return submission;
    }

    /// <summary>The day on which a section was saved, where it begins first: in Japan.</summary>
    private DateOnly SavedOn(Section kind) => Section(kind) is { } section
        ? DateOnly.FromDateTime(new Deadline(section.SavedAt, PortalZones.Japan).Local(PortalZones.Japan).DateTime)
        : DateOnly.MaxValue;

    private SubmissionContent Snapshot(ApplicationForm form) => new(
        Number, CallId, FormRevision, SendingGovernment,
        form.Sections.ToDictionary(s => s.ToString(), s => (IReadOnlyDictionary<string, string>)AnswersOf(s).Values),
        [.. CurrentDocuments().OrderBy(d => d.FieldKey, StringComparer.Ordinal).ThenBy(d => d.Id).Select(d => new SubmittedFile(d.FieldKey, d.FileName, d.Size, d.Sha256))]);

    private void TakeNames()
    {
        var about = AnswersOf(ApplicationSectionKind.AboutYou);
        var name = new PersonName(
            about["about.nativeFamily"], about["about.nativeGiven"], about["about.kanaFamily"], about["about.kanaGiven"],
            about["about.latinFamily"], about["about.latinGiven"], about["about.knownAs"]);
        (NameJa, NameEn) = (name.In("ja"), name.In("en"));
        (SortJa, SortEn) = (SortKey(name, "ja"), SortKey(name, "en"));
        SearchText = SearchKey.Fold(string.Join('|', Number, about["about.nativeFamily"] + about["about.nativeGiven"],
            about["about.kanaFamily"] + about["about.kanaGiven"], about["about.latinFamily"] + about["about.latinGiven"],
            about["about.latinGiven"] + about["about.latinFamily"], about["about.knownAs"]));
    }

    private static string SortKey(PersonName name, string language) =>
        name.SortKey(language) is { Length: > MaxSortKey } key ? key[..MaxSortKey] : name.SortKey(language);
}
