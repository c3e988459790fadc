using Portal.Application.Shared;
using Status = Portal.Application.Fellowships.Domain.FellowshipApplicationStatus;
using Step = Portal.Application.Fellowships.Domain.FellowshipApplicationStep;

namespace Portal.Application.Fellowships.Domain;

/// <summary>Screening, the award list's moves, the offer and its answer.</summary>
public sealed partial class FellowshipApplication
{
    public void ScreenIn(Actor actor) => Move(Step.ScreenIn, actor);

    /// <exception cref="RefusedException">No field is named, the form has no such field, or the due time has passed.</exception>
    public void ReturnForCorrection(CorrectionRequest request, ApplicationForm form, Actor actor, DateTimeOffset now)
    {
        var row = Row(Step.ReturnForCorrection, actor);
        if (request.FieldKeys.Count == 0 || !request.FieldKeys.All(form.Has))
        {
            throw new RefusedException(new Error("Fellowships.Screen.FieldsMissing", "FieldKeys"));
        }

        if (request.DueBy.IsPast(now))
        {
            throw new RefusedException(new Error("Fellowships.Screen.DuePassed", "DueOn"));
        }

        (Status, Correction, DueAt) = (row.To, request, request.DueBy.Instant);
        _submissions.MaxBy(s => s.Number)!.Correction = request;
        Raise(new ApplicationReturned(Id));
    }

    /// <exception cref="RefusedException">A correction still runs: the candidate has the time that was given.</exception>
    public void ScreenOut(ScreeningReason reason, string note, Actor actor, DateTimeOffset now)
    {
        var row = Row(Step.ScreenOut, actor);
        if (IsCorrectionRunning(now))
        {
            throw new RefusedException("Fellowships.ScreenOut.CorrectionRuns");
        }

        (Status, ScreenedOutFor, ScreeningNote, Correction, DueAt) = (row.To, reason, CleanText.Prose(note), null, null);
        Raise(new ApplicationScreenedOut(Id));
    }

    internal void TakeOutcome(AwardOutcome outcome, int? rank, Actor actor)
    {
        Move(outcome switch
        {
            AwardOutcome.Offer => Step.Propose,
            AwardOutcome.Reserve => Step.PutOnReserve,
            _ => Step.PassOver,
        }, actor);
        ReserveRank = outcome == AwardOutcome.Reserve ? rank : null;
    }

    internal void Reconsider(Actor actor)
    {
        Move(Step.Reconsider, actor);
        ReserveRank = null;
    }

    /// <summary>Tells the candidate: an offer with the instant by which to answer, or the other outcomes.</summary>
    internal void Release(Deadline answerBy, Actor actor, DateTimeOffset now)
    {
        var isOffer = Status == Status.Proposed;
        Move(isOffer ? Step.Offer : Step.Announce, actor);
        ReleasedAt = now;
        (AnswerBy, DueAt) = isOffer ? (answerBy, answerBy.Instant) : (default(Deadline?), default(DateTimeOffset?));

        Raise(new OutcomeReleased(Id, Status));
    }

    /// <exception cref="RefusedException">The time to answer is over: exactly at the instant is late.</exception>
    public void AnswerOffer(bool accept, Actor actor, DateTimeOffset now)
    {
        var row = Row(accept ? Step.Accept : Step.Decline, actor);
        if (AnswerBy?.IsPast(now) == true)
        {
            throw new RefusedException("Fellowships.Offer.Lapsed");
        }

        (Status, DueAt) = (row.To, null);
        Raise(new OfferAnswered(Id, Status));
    }

    /// <summary>The clock's move once the time to answer is over.</summary>
    public void Lapse(Actor actor, DateTimeOffset now)
    {
        var row = Row(Step.Lapse, actor);
        if (AnswerBy?.IsPast(now) != true)
        {
            throw new RefusedException("Fellowships.Application.NotNow");
        }

        (Status, DueAt) = (row.To, null);
        Raise(new OfferLapsed(Id));
    }

    public void Withdraw(Actor actor)
    {
        var row = Row(Step.Withdraw, actor);
        if (Status == Status.NotProposed && ReleasedAt is not null)
        {
            throw new RefusedException("Fellowships.Application.NotNow");
        }

        (Status, Correction, DueAt, OpenKey) = (row.To, null, null, null);
        Raise(new ApplicationWithdrawn(Id));
    }
}
