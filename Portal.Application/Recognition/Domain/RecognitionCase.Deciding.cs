using Portal.Application.Shared;
using Status = Portal.Application.Recognition.Domain.RecognitionCaseStatus;
using Step = Portal.Application.Recognition.Domain.RecognitionCaseStep;

namespace Portal.Application.Recognition.Domain;

/// <summary>The decision, the review of a refusal, and the ends without a decision on the holder.</summary>
public sealed partial class RecognitionCase
{
    /// <summary>
    /// What a refusal can rest on now: failed checks, and what the second person found. What can be cleared up counts once the holder was asked.
    /// After a grant on conditions it is a measure that was not passed, or not shown in time; and at any time, that a certification is past its last day.
    /// </summary>
    public IReadOnlyList<FailureReason> GroundsAt(DateTimeOffset now)
    {
        IEnumerable<FailureReason?> found = Status == Status.AwaitingMeasure
            ? [IsMeasureLost ? FailureReason.MeasureFailed : null, IsMeasureLate(now) ? FailureReason.MeasureLapsed : null]
            : [.. Checks.Select(c => c.Failure), Opinion?.Failure];
        return
        [
            .. found.Append(PastDate(now) is null ? null : FailureReason.NotInDate).OfType<FailureReason>().Distinct()
                .Where(f => f.Kind() != FailureKind.Clarifiable || Requests.Any(r => r.EndedAt is not null)),
        ];
    }

    /// <param name="conditions">Of the version under which it is decided.</param>
    /// <param name="measuresBy">By when they are to be fulfilled.</param>
    /// <exception cref="RefusedException">Something found stands against it, or a certification is past its last day.</exception>
    public void Grant(IReadOnlyList<Condition> conditions, BilingualText reason, Actor actor, DateTimeOffset now, Deadline? measuresBy = null)
    {
        var row = Row(conditions.Count == 0 ? Step.Grant : Step.GrantConditionally, actor);
        RequireInDate(now);
        if (Unchecked.Any() || GroundsAt(now).Count > 0 || Checks.Any(c => c.Failure is not null))
        {
            throw Refusal("Cases.Decide.StandsAgainst");
        }

        TakesPart(actor);
        Settle(row.To, conditions, reason, actor, now, measuresBy);
        Raise(new RecognitionCaseMoved(Id, conditions.Count == 0 ? CaseTurn.Granted : CaseTurn.Conditional));
    }

    /// <exception cref="RefusedException">No failed check bears it, or a point that can be cleared up was not asked about.</exception>
    public void Decline(BilingualText reason, BilingualText remedy, CaseCalendar calendar, Actor actor, DateTimeOffset now)
    {
        var row = Row(Step.Decline, actor);
        var grounds = GroundsAt(now);
        if (grounds.Count == 0)
        {
            throw Refusal(Checks.Any(c => c.Failure is not null) ? "Cases.Decide.AskFirst" : "Cases.Decide.NoGround");
        }

        TakesPart(actor);
        // A review is asked for once per refusal, and nobody who decided an earlier one decides the next.
        (Participants, Review) = ([.. Participants.Union(Review?.DecidedBy is { } earlier ? [earlier] : [])], null);
        (Status, Decision) = (row.To, new CaseDecision(CaseOutcome.Declined, grounds, reason.Cleaned(), remedy.Cleaned(), actor.UserId, now));
        ReviewBy = calendar.ReviewBy(now);
        End(now);
        Raise(new RecognitionCaseMoved(Id, CaseTurn.Declined));
    }

    /// <summary>Asks, once for a refusal, that somebody who took no part look at it again.</summary>
    /// <exception cref="RefusedException">It was asked for before, or the time is over.</exception>
    public void AskReview(string reason, CaseCalendar calendar, Actor actor, DateTimeOffset now)
    {
        var row = Row(Step.AskReview, actor);
        if (Review is not null)
        {
            throw Refusal("Cases.Review.Once");
        }

        if (ReviewBy!.Value.IsPast(now))
        {
            throw Refusal("Cases.Review.TooLate", ("By", ReviewBy.Value));
        }

        (Status, Review) = (row.To, new DecisionReview(CleanText.Prose(reason).Trim(), now));
        Open();
        Due(calendar.ReviewDecisionBy(now));
        Raise(new RecognitionCaseMoved(Id, CaseTurn.ReviewAsked));
    }

    public void Uphold(BilingualText answer, Actor actor, DateTimeOffset now)
    {
        Settle(Row(Step.UpholdDecline, actor).To, isVaried: false, answer, actor, now);
        End(now);
        Raise(new RecognitionCaseMoved(Id, CaseTurn.ReviewUpheld));
    }

    /// <summary>Puts a grant in the place of the refusal. True when it stands at once, false when a measure comes first.</summary>
    /// <param name="conditions">Of the version under which it was asked for.</param>
    /// <param name="measuresBy">By when they are to be fulfilled.</param>
    public bool Vary(IReadOnlyList<Condition> conditions, BilingualText answer, Actor actor, DateTimeOffset now, Deadline? measuresBy = null)
    {
        var row = Row(conditions.Count == 0 ? Step.VaryToGrant : Step.VaryToCondition, actor);
        RequireInDate(now);
        Settle(row.To, isVaried: true, answer, actor, now);
        Settle(row.To, conditions, answer, actor, now, measuresBy);
        Raise(new RecognitionCaseMoved(Id, CaseTurn.ReviewVaried));
        return conditions.Count == 0;
    }

    /// <summary>Ends a request whose decision has ended. It is no refusal: one that is under review falls with it, and nothing bars another request.</summary>
    /// <exception cref="RefusedException">The decision holds, or is suspended for a time.</exception>
    public void Close(BasisPhase basis, Actor actor, DateTimeOffset now)
    {
        var row = Row(Step.Close, actor);
        if (!basis.HasEnded)
        {
            throw Refusal("Cases.Close.NotEnded");
        }

        if (Status == Status.UnderReview)
        {
            RequireUninvolved(actor, "Cases.Review.TookPart");
        }

        TakesPart(actor);
        (Status, Decision) = (row.To, new CaseDecision(CaseOutcome.DecisionEnded, [], BilingualText.Empty, BilingualText.Empty, actor.UserId, now));
        End(now);
        Raise(new RecognitionCaseMoved(Id, CaseTurn.Closed));
    }

    /// <summary>A withdrawal is no refusal and bars nothing.</summary>
    public void Withdraw(Actor actor, DateTimeOffset now)
    {
        Move(Step.Withdraw, actor);
        End(now);
        if (SubmittedAt is not null)
        {
            Raise(new RecognitionCaseMoved(Id, CaseTurn.Withdrawn));
        }
    }

    private void Open() => (EndedAt, OpenKey) = (null, $"{EquivalenceVersionId:N}{HolderId:N}");

    /// <summary>A certification's last day still counts, to its end on the side that answers for its issuer.</summary>
    private void RequireInDate(DateTimeOffset now)
    {
        if (PastDate(now) is { } ended)
        {
            throw Refusal("Cases.Decide.CertificationOver", ("Certification", ended.Certification), ("Last", ended.ExpiresOn));
        }
    }

    private CaseCertification? PastDate(DateTimeOffset now) => _certifications.Find(c => c.EndOn(SourceGovernment)?.IsPast(now) == true);

    private void Settle(Status to, IReadOnlyList<Condition> conditions, BilingualText reason, Actor actor, DateTimeOffset now, Deadline? measuresBy)
    {
        var outcome = conditions.Count == 0 ? CaseOutcome.Granted : CaseOutcome.Conditional;
        (Status, Decision, Measures) = (to, new CaseDecision(outcome, [], reason.Cleaned(), BilingualText.Empty, actor.UserId, now), CaseMeasure.Of(conditions));
        if (conditions.Count == 0)
        {
            End(now);
        }
        else
        {
            Due(measuresBy);
        }
    }

    private void Settle(Status to, bool isVaried, BilingualText answer, Actor actor, DateTimeOffset now)
    {
        RequireUninvolved(actor, "Cases.Review.TookPart");
        (Status, Review) = (to, Review! with { IsVaried = isVaried, Answer = answer.Cleaned(), DecidedBy = actor.UserId, DecidedAt = now });
    }
}
