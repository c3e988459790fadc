using Portal.Application.Shared;
using Status = Portal.Application.Recognition.Domain.RecognitionCaseStatus;
using Step = Portal.Application.Recognition.Domain.RecognitionCaseStep;

namespace Portal.Application.Recognition.Domain;

/// <summary>The decision, the compensation measure, the review of a refusal, and the withdrawal.</summary>
public sealed partial class RecognitionCase
{
    /// <summary>Some measures are alternatives, and the holder has not chosen yet.</summary>
    public bool HasChoice => Measures.Any(m => m.Group is { } group && !Measures.Any(o => o.Group == group && o.IsChosen));

    /// <summary>What a refusal can rest on now: failed checks, and what the second person found. What can be cleared up counts once the holder was asked.</summary>
    public IReadOnlyList<FailureReason> Grounds =>
    [
        .. Checks.Select(c => c.Failure).Append(Opinion?.Failure).OfType<FailureReason>().Distinct()
            .Where(f => f.Kind() != FailureKind.Clarifiable || Requests.Any(r => r.EndedAt is not null)),
    ];

    /// <param name="conditions">Of the version under which it is decided.</param>
    /// <exception cref="RefusedException">Something found stands against it.</exception>
    public void Grant(IReadOnlyList<Condition> conditions, BilingualText reason, Actor actor, DateTimeOffset now)
    {
        var row = Row(conditions.Count == 0 ? Step.Grant : Step.GrantConditionally, actor);
        if (Unchecked.Any() || Grounds.Count > 0 || Checks.Any(c => c.Failure is not null))
        {
            throw Refusal("Cases.Decide.StandsAgainst");
        }

        TakesPart(actor);
        Settle(row.To, conditions, reason, actor, now);
        Raise(new RecognitionCaseMoved(Id, conditions.Count == 0 ? CaseTurn.Granted : CaseTurn.Conditional));
    }

    /// <exception cref="RefusedException">No failed check bears it, or a point that can be cleared up was not asked about.</exception>
    public void Decline(BilingualText reason, BilingualText remedy, CaseCalendar calendar, Actor actor, DateTimeOffset now)
    {
        var row = Row(Step.Decline, actor);
        if (Grounds.Count == 0)
        {
            throw Refusal(Checks.Any(c => c.Failure is not null) ? "Cases.Decide.AskFirst" : "Cases.Decide.NoGround");
        }

        TakesPart(actor);
        (Status, Decision) = (row.To, new CaseDecision(CaseOutcome.Declined, Grounds, reason.Cleaned(), remedy.Cleaned(), actor.UserId, now));
        ReviewBy = calendar.ReviewBy(now);
        End(now);
        Raise(new RecognitionCaseMoved(Id, CaseTurn.Declined));
    }

    /// <param name="numbers">One measure of each group of alternatives.</param>
    public void Choose(IReadOnlyCollection<int> numbers, Actor actor)
    {
        Row(Step.ChooseMeasure, actor);
        if (!HasChoice)
        {
            throw Refusal("Cases.Measure.NoChoice");
        }

        var chosen = Measures.Where(m => m.Group is not null && numbers.Contains(m.Number)).Select(m => m.Group!).ToList();
        if (!Measures.Select(m => m.Group).OfType<string>().Distinct().All(g => chosen.Count(c => c == g) == 1 || Measures.Count(m => m.Group == g) == 1))
        {
            throw new RefusedException(new Error("Cases.Measure.OneEach", "Numbers"));
        }

        Measures = [.. Measures.Select(m => m with { IsChosen = m.IsChosen || (m.Group is not null && numbers.Contains(m.Number)) })];
        Raise(new RecognitionCaseMoved(Id, CaseTurn.MeasureChosen));
    }

    /// <summary>Records that a measure is done. True with the last one: recognition then stands.</summary>
    public bool Fulfil(int number, string note, Actor actor, DateTimeOffset now)
    {
        var row = Row(Step.FulfilMeasure, actor);
        if (HasChoice || !Measures.Any(m => m.Number == number && m is { IsChosen: true, FulfilledAt: null }))
        {
            throw Refusal("Cases.Measure.NotChosen");
        }

        TakesPart(actor);
        Measures = [.. Measures.Select(m => m.Number == number ? m with { FulfilledAt = now, Note = CleanText.Prose(note).Trim() } : m)];
        if (Measures.Any(m => m is { IsChosen: true, FulfilledAt: null }))
        {
            return false;
        }

        Status = row.To;
        End(now);
        Raise(new RecognitionCaseMoved(Id, CaseTurn.Granted));
        return true;
    }

    /// <summary>Asks, once for a refusal, that somebody who took no part look at it again.</summary>
    /// <exception cref="RefusedException">It was asked for before, or the time is over.</exception>
    public void AskReview(string reason, Actor actor, DateTimeOffset now)
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
        EndedAt = null;
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
    public bool Vary(IReadOnlyList<Condition> conditions, BilingualText answer, Actor actor, DateTimeOffset now)
    {
        var row = Row(conditions.Count == 0 ? Step.VaryToGrant : Step.VaryToCondition, actor);
        Settle(row.To, isVaried: true, answer, actor, now);
        Settle(row.To, conditions, answer, actor, now);
        Raise(new RecognitionCaseMoved(Id, CaseTurn.ReviewVaried));
        return conditions.Count == 0;
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

    private void Settle(Status to, IReadOnlyList<Condition> conditions, BilingualText reason, Actor actor, DateTimeOffset now)
    {
        var outcome = conditions.Count == 0 ? CaseOutcome.Granted : CaseOutcome.Conditional;
        (Status, Decision, Measures) = (to, new CaseDecision(outcome, [], reason.Cleaned(), BilingualText.Empty, actor.UserId, now), CaseMeasure.Of(conditions));
        if (conditions.Count == 0)
        {
            End(now);
        }
        else
        {
            Due(null);
        }
    }

    private void Settle(Status to, bool isVaried, BilingualText answer, Actor actor, DateTimeOffset now)
    {
        RequireUninvolved(actor, "Cases.Review.TookPart");
        (Status, Review) = (to, Review! with { IsVaried = isVaried, Answer = answer.Cleaned(), DecidedBy = actor.UserId, DecidedAt = now });
    }
}
