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
        Move(Step.ReturnForCorrection, actor);
        if (request.FieldKeys.Count == 0 || request.FieldKeys.Any(k => form.Sections.All(s => form.Find(s, k) is null)))
        {
            throw new RefusedException(new Error("Fellowships.Screen.FieldsMissing", "FieldKeys"));
        }

        if (request.DueBy.IsPast(now))
        {
            throw new RefusedException(new Error("Fellowships.Screen.DuePassed", "DueBy"));
        }

        (Correction, DueAt) = (request, request.DueBy.Instant);
        Raise(new ApplicationReturned(Id));
    }

    public void ScreenOut(ScreeningReason reason, string note, Actor actor)
    {
        Move(Step.ScreenOut, actor);
        (ScreenedOutFor, ScreeningNote, Correction, DueAt) = (reason, CleanText.Prose(note), null, null);
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
        if (Status == Status.Offered && AnswerBy?.IsPast(now) == true && actor.UserId == ApplicantId)
        {
            throw new RefusedException("Fellowships.Offer.Lapsed");
        }

        Move(accept ? Step.Accept : Step.Decline, actor);
        DueAt = null;
        Raise(new OfferAnswered(Id, Status));
    }

    /// <summary>The clock's move once the time to answer is over.</summary>
    public void Lapse(Actor actor, DateTimeOffset now)
    {
        if (AnswerBy?.IsPast(now) != true)
        {
            throw new RefusedException("Fellowships.Application.NotNow");
        }

        Move(Step.Lapse, actor);
        DueAt = null;
        Raise(new OfferLapsed(Id));
    }

    public void Withdraw(Actor actor)
    {
        if (Status == Status.NotProposed && ReleasedAt is not null && actor.UserId == ApplicantId)
        {
            throw new RefusedException("Fellowships.Application.NotNow");
        }

        Move(Step.Withdraw, actor);
        (Correction, DueAt, OpenKey) = (null, null, null);
        Raise(new ApplicationWithdrawn(Id));
    }
}
