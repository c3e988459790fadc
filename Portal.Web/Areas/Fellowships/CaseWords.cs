using System.Text.RegularExpressions;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Fellowships.Queries;
using Portal.Application.Shared;
using Portal.Web.Infrastructure;
using Portal.Web.Ui;
using FieldKind = Portal.Application.Fellowships.Domain.FieldKind;

namespace Portal.Web.Areas.Fellowships;

/// <summary>The words by which staff speak of cases: never shown to candidates, whose outcome stays inside until the release.</summary>
public sealed partial class CaseWords(Text text, Formats formats)
{
    public string Status(FellowshipApplicationStatus status) => text[$"Fellowships.CaseStatus.{status}"];

    /// <summary>Whose move it is; the other government by its name.</summary>
    public string Turn(CaseTab turn, Government mine) => turn == CaseTab.OtherGovernment
        ? text[$"Shared.Status.Awaiting{mine.Other()}"]
        : text[$"Fellowships.Turn.{turn}"];

    public static StatusKind KindOf(CaseTab turn) => turn switch
    {
        CaseTab.Mine => StatusKind.Info,
        CaseTab.OtherGovernment => StatusKind.Waiting,
        CaseTab.Candidate => StatusKind.Other,
        _ => StatusKind.Done,
    };

    public string Left(Deadline deadline, DateTimeOffset now) => (deadline.IsPast(now), deadline.FullDaysLeft(now)) switch
    {
        (true, _) => text["Fellowships.Cases.Overdue"],
        (_, 0) => text["Shared.Deadline.LastDay"],
        (_, var days) => text.Plural("Shared.Deadline.Left", days),
    };

    /// <summary>A number as counted: what lies beyond the limit is not counted on.</summary>
    public string Count(int count) => count > ListCases.CountedTo ? text["Fellowships.Cases.Many"] : formats.Number(count);

    /// <summary>The statuses that can stand behind a tab.</summary>
    public static IEnumerable<FellowshipApplicationStatus> StatusesOf(CaseTab tab) => tab switch
    {
        CaseTab.Candidate => [FellowshipApplicationStatus.ReturnedForCorrection, FellowshipApplicationStatus.Offered],
        CaseTab.Done =>
        [
            FellowshipApplicationStatus.ScreenedOut, FellowshipApplicationStatus.Reserve, FellowshipApplicationStatus.NotProposed,
            FellowshipApplicationStatus.Accepted, FellowshipApplicationStatus.Declined, FellowshipApplicationStatus.Lapsed, FellowshipApplicationStatus.Withdrawn,
        ],
        _ =>
        [
            FellowshipApplicationStatus.Submitted, FellowshipApplicationStatus.ScreenedIn, FellowshipApplicationStatus.Proposed,
            FellowshipApplicationStatus.Reserve, FellowshipApplicationStatus.NotProposed,
        ],
    };

    /// <summary>The language in which a candidate answered freely, told by its script.</summary>
    public static string? LanguageOf(FormText words, FormField field, string value) => field.Kind is FieldKind.Line or FieldKind.Prose
        ? Japanese.IsMatch(value) ? "ja" : "en"
        : words.LanguageOf(field, value);

    [GeneratedRegex(@"[\p{IsHiragana}\p{IsKatakana}\p{IsCJKUnifiedIdeographs}]")]
    private static partial Regex Japanese { get; }
}
