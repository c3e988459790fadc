namespace Portal.Application.Fellowships.Domain;

/// <summary>What a candidate is told. The internal outcome of an award list stays "in review" until the release, so that no word, button or count gives it away.</summary>
public enum CandidateStatus
{
    Draft, Submitted, ReturnedForCorrection, InReview, ScreenedOut,
    Offered, Waitlisted, NotSelected, Accepted, Declined, Lapsed, Withdrawn,
}

public static class CandidateStatuses
{
    public static CandidateStatus ForCandidate(this FellowshipApplicationStatus status, bool isReleased) => status switch
    {
        FellowshipApplicationStatus.Draft => CandidateStatus.Draft,
        FellowshipApplicationStatus.Submitted => CandidateStatus.Submitted,
        FellowshipApplicationStatus.ReturnedForCorrection => CandidateStatus.ReturnedForCorrection,
        FellowshipApplicationStatus.ScreenedIn or FellowshipApplicationStatus.Proposed => CandidateStatus.InReview,
        FellowshipApplicationStatus.Reserve => isReleased ? CandidateStatus.Waitlisted : CandidateStatus.InReview,
        FellowshipApplicationStatus.NotProposed => isReleased ? CandidateStatus.NotSelected : CandidateStatus.InReview,
        FellowshipApplicationStatus.ScreenedOut => CandidateStatus.ScreenedOut,
        FellowshipApplicationStatus.Offered => CandidateStatus.Offered,
        FellowshipApplicationStatus.Accepted => CandidateStatus.Accepted,
        FellowshipApplicationStatus.Declined => CandidateStatus.Declined,
        FellowshipApplicationStatus.Lapsed => CandidateStatus.Lapsed,
        FellowshipApplicationStatus.Withdrawn => CandidateStatus.Withdrawn,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };
}
