using Portal.Application.Recognition;
using Portal.Application.Recognition.Domain;
using Portal.Application.Recognition.Queries;
using Portal.Application.Shared;
using Portal.Web.Infrastructure;
using Portal.Web.Ui;

namespace Portal.Web.Areas.Recognition;

/// <summary>How holders' cases and statements are said on a page.</summary>
internal static class CaseWords
{
    public static string NameOf(NamedCode named) => new BilingualText(named.NameJa ?? "", named.NameEn).Best(PageLanguage.Current).Text;

    public static NamedCode Of(NamedText named) => new(named.Code, named.Name.En, named.Name.Ja.Length > 0 ? named.Name.Ja : null);

    public static StatusKind KindOf(RecognitionCaseStatus status) => status switch
    {
        RecognitionCaseStatus.Draft => StatusKind.Info,
        RecognitionCaseStatus.FileIncomplete or RecognitionCaseStatus.InformationRequested => StatusKind.Other,
        RecognitionCaseStatus.Granted => StatusKind.Ok,
        RecognitionCaseStatus.Declined or RecognitionCaseStatus.Withdrawn or RecognitionCaseStatus.Closed => StatusKind.Plain,
        _ => StatusKind.Waiting,
    };

    public static StatusKind KindOf(HeldState state) => state switch
    {
        HeldState.Verified => StatusKind.Ok,
        HeldState.Claimed => StatusKind.Info,
        HeldState.Expiring => StatusKind.Waiting,
        _ => StatusKind.Error,
    };

    public static StatusKind KindOf(StatementState state) => state switch
    {
        StatementState.Valid => StatusKind.Ok,
        StatementState.Superseded => StatusKind.Plain,
        _ => StatusKind.Error,
    };

    /// <summary>The standing with the authority is what its answer says; before that, what was checked.</summary>
    public static (StatusKind Kind, string Key) StateOf(CaseCheck? check, VerificationAnswer? said) => (check, said) switch
    {
        (_, { } answer) => (answer == VerificationAnswer.Confirmed ? StatusKind.Ok : StatusKind.Error, $"Cases.VerificationAnswer.{answer}"),
        (null, _) => (StatusKind.Neutral, "Cases.Desk.NotChecked"),
        ({ Failure: { } failure }, _) => (StatusKind.Error, $"Cases.Failure.{failure}"),
        _ => (StatusKind.Ok, "Cases.Desk.Passed"),
    };

    public static (StatusKind Kind, string Key) StateOf(CaseMeasure measure) => measure switch
    {
        { Failure: not null } => (StatusKind.Error, "Cases.Measure.Failed"),
        { FulfilledAt: not null } => (StatusKind.Ok, "Cases.Measure.Fulfilled"),
        { IsChosen: true } => (StatusKind.Waiting, "Cases.Measure.Open"),
        _ => (StatusKind.Neutral, "Cases.Measure.NotTaken"),
    };

    /// <summary>Whose move it is: the holder as such, a government by its name.</summary>
    public static string MoveOf(Text text, CaseMove move) => text[$"Cases.Move.{move}"];

    /// <summary>The same on the holder's own pages.</summary>
    public static string MyMoveOf(Text text, CaseMove move) => move == CaseMove.Holder ? text["Cases.Mine.YourMove"] : MoveOf(text, move);

    /// <summary>What the desk should know of the decision under an open case; null as long as it can be granted.</summary>
    public static string? BasisOf(Text text, ListRecognitionCases.Row row) => row.Mover == CaseMove.Nobody ? null
        : row.Basis.Phase == EquivalencePhase.Suspended ? text["Cases.Basis.Suspended"]
        : row.Basis.HasEnded ? text[$"Cases.Basis.{row.Basis.Phase}"] : null;

    public static string Count(Text text, Formats formats, int count) => count > ListRecognitionCases.CountedTo ? text["Cases.Queue.Many"] : formats.Number(count);

    public static string Left(Text text, Deadline deadline, DateTimeOffset now) => (deadline.IsPast(now), deadline.FullDaysLeft(now)) switch
    {
        (true, _) => text["Cases.Queue.Overdue"],
        (_, 0) => text["Shared.Deadline.LastDay"],
        (_, var days) => text.Plural("Shared.Deadline.Left", days),
    };

    /// <summary>The statuses that can stand behind a tab.</summary>
    public static IEnumerable<RecognitionCaseStatus> StatusesOf(CaseDeskTab tab) => tab switch
    {
        CaseDeskTab.Holder => [RecognitionCaseStatus.FileIncomplete, RecognitionCaseStatus.InformationRequested, RecognitionCaseStatus.AwaitingMeasure],
        CaseDeskTab.Done => [RecognitionCaseStatus.Granted, RecognitionCaseStatus.Declined, RecognitionCaseStatus.Withdrawn, RecognitionCaseStatus.Closed],
        _ =>
        [
            RecognitionCaseStatus.Submitted, RecognitionCaseStatus.FileIncomplete, RecognitionCaseStatus.InAssessment, RecognitionCaseStatus.InformationRequested, RecognitionCaseStatus.Verification, RecognitionCaseStatus.SecondReview,
            RecognitionCaseStatus.Deciding, RecognitionCaseStatus.AwaitingMeasure, RecognitionCaseStatus.UnderReview,
        ],
    };
}
