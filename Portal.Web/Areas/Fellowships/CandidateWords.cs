using Portal.Application.Fellowships.Domain;
using Portal.Application.Fellowships.Queries;
using Portal.Web.Infrastructure;
using Portal.Web.Ui;

namespace Portal.Web.Areas.Fellowships;

/// <summary>The words and colours of a candidate's statuses: the same on every page.</summary>
public static class CandidateWords
{
    public static string NameOf(Text text, CandidateStatus status) => text[$"Fellowships.Status.{status}"];

    public static StatusKind KindOf(CandidateStatus status) => status switch
    {
        CandidateStatus.Draft => StatusKind.Info,
        CandidateStatus.ReturnedForCorrection => StatusKind.Error,
        CandidateStatus.Submitted or CandidateStatus.InReview or CandidateStatus.Waitlisted => StatusKind.Waiting,
        CandidateStatus.Offered or CandidateStatus.Accepted => StatusKind.Ok,
        _ => StatusKind.Neutral,
    };

    public static string NameOf(Text text, SectionState section) => section.Progress switch
    {
        SectionProgress.NotStarted => text["Shared.Status.NotStarted"],
        SectionProgress.InProgress => text["Shared.Status.InProgress"],
        SectionProgress.Completed => text["Shared.Status.Completed"],
        _ => text.Plural("Shared.Status.Fix", section.Fixes),
    };

    public static StatusKind KindOf(SectionState section) => section.Progress switch
    {
        SectionProgress.NotStarted => StatusKind.Neutral,
        SectionProgress.InProgress => StatusKind.Info,
        SectionProgress.Completed => StatusKind.Done,
        _ => StatusKind.Error,
    };

    /// <summary>Who took a step, as a party: a candidate is told which side acted, never which person.</summary>
    public static Mover WhoDid(ProgressEvent what) => what switch
    {
        ProgressEvent.Returned or ProgressEvent.ScreenedIn or ProgressEvent.ScreenedOut => Mover.SendingAgency,
        ProgressEvent.Offered or ProgressEvent.Waitlisted or ProgressEvent.NotSelected => Mover.BothGovernments,
        ProgressEvent.Lapsed => Mover.Nobody,
        _ => Mover.Candidate,
    };
}
