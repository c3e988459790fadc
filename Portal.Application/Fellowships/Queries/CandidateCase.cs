using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Fellowships.Queries;

/// <summary>What every page of one's own application says about it.</summary>
/// <param name="CanEdit">Whether typing and sending are open now; the hidden grace plays no part in what a page shows.</param>
public sealed record CandidateCase(
    Guid Id, string Number, Guid CallId, BilingualText Title, Government Side, CandidateStatus Status, NextStep Next, Deadline? NextBy,
    Deadline Closes, DateOnly DecisionOn, bool CanEdit, bool CanWithdraw, CorrectionRequest? Correction)
{
    public Mover Mover => Next.Mover();
}

internal static class CandidateCases
{
    public static CandidateCase ForCandidate(this FellowshipCase found, Actor actor, DateTimeOffset now)
    {
        var (application, call) = found;
        var (next, by) = NextSteps.Of(application.CandidateStatus, call.Content, application.Correction?.DueBy, application.AnswerBy, now);
        return new CandidateCase(
            application.Id, application.Number, call.Id, call.Content.Title.Text, application.SendingGovernment,
            application.CandidateStatus, next, by, call.Content.ClosesAt, call.Content.DecisionOn,
            application.CanEdit(actor) && next is NextStep.FillIn or NextStep.Correct,
            application.StepsFor(actor, now).Contains(FellowshipApplicationStep.Withdraw),
            application.Correction);
    }
}
