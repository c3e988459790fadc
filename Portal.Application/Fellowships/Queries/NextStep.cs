using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Fellowships.Queries;

/// <summary>What happens next with an application, as its candidate may know it.</summary>
public enum NextStep { FillIn, DraftClosed, Screening, Correct, CorrectionClosed, Review, AnswerOffer, OfferClosed, Reserve, Ended }

/// <summary>Whose move it is.</summary>
public enum Mover { Candidate, SendingAgency, BothGovernments, Nobody }

public static class NextSteps
{
    public static Mover Mover(this NextStep step) => step switch
    {
        NextStep.FillIn or NextStep.Correct or NextStep.AnswerOffer => Queries.Mover.Candidate,
        NextStep.Screening or NextStep.CorrectionClosed => Queries.Mover.SendingAgency,
        NextStep.Review => Queries.Mover.BothGovernments,
        _ => Queries.Mover.Nobody,
    };

    /// <summary>Depends on the candidate's status only, so that an outcome not yet released shows nowhere.</summary>
    /// <returns>The step and by when it is due; null when it has no date.</returns>
    internal static (NextStep Step, Deadline? By) Of(
        CandidateStatus status, CallContent call, Deadline? correctBy, Deadline? answerBy, DateTimeOffset now)
    {
        var decisionBy = ClosingTime.On(call.DecisionOn, call.ClosesAt.Zone);
        return status switch
        {
            CandidateStatus.Draft when call.ClosesAt.IsPast(now) => (NextStep.DraftClosed, null),
            CandidateStatus.Draft => (NextStep.FillIn, call.ClosesAt),
            CandidateStatus.Submitted => (NextStep.Screening, decisionBy),
            CandidateStatus.ReturnedForCorrection when correctBy?.IsPast(now) == true => (NextStep.CorrectionClosed, decisionBy),
            CandidateStatus.ReturnedForCorrection => (NextStep.Correct, correctBy),
            CandidateStatus.InReview => (NextStep.Review, decisionBy),
            CandidateStatus.Offered when answerBy?.IsPast(now) == true => (NextStep.OfferClosed, null),
            CandidateStatus.Offered => (NextStep.AnswerOffer, answerBy),
            CandidateStatus.Waitlisted => (NextStep.Reserve, null),
            _ => (NextStep.Ended, null),
        };
    }
}
