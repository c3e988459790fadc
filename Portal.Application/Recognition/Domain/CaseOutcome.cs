using Portal.Application.Shared;

namespace Portal.Application.Recognition.Domain;

public enum CaseOutcome
{
    Granted, Conditional, Declined,
    /// <summary>The decision under the request has ended: nobody was refused.</summary>
    DecisionEnded,
}

/// <summary>The decision with its reasons in both languages. A refusal says what the holder can do about it.</summary>
/// <param name="Failures">The coded reasons of a refusal.</param>
/// <param name="Reason">Empty where the outcome says it all.</param>
/// <param name="Remedy">Empty unless declined.</param>
public sealed record CaseDecision(
    CaseOutcome Outcome, IReadOnlyList<FailureReason> Failures, BilingualText Reason, BilingualText Remedy, Guid DecidedBy, DateTimeOffset At);

/// <summary>A condition of the equivalence as it stands for one holder.</summary>
/// <param name="Group">Measures of one group are alternatives, and the holder chooses; null stands alone.</param>
/// <param name="Failure">Null unless it was not passed; it is then never open again.</param>
public sealed record CaseMeasure(
    int Number, ConditionKind Kind, string? Group, int? Months, BilingualText Text, bool IsChosen, DateTimeOffset? FulfilledAt = null, string? Note = null,
    MeasureFailure? Failure = null)
{
    public bool IsOpen => this is { IsChosen: true, FulfilledAt: null, Failure: null };

    /// <summary>The groups in which the holder has to choose, each with what is left of it.</summary>
    public static IReadOnlyList<IGrouping<string, CaseMeasure>> ToChoose(IReadOnlyList<CaseMeasure> all) =>
        [.. all.Where(m => m is { Group: not null, Failure: null }).GroupBy(m => m.Group!).Where(g => !g.Any(m => m.IsChosen))];

    /// <summary>The groups of which the holder has chosen one, while nothing about any of it is judged: the holder may still choose otherwise.</summary>
    public static IReadOnlyList<IGrouping<string, CaseMeasure>> ToChange(IReadOnlyList<CaseMeasure> all) =>
        [.. all.Where(m => m.Group is not null).GroupBy(m => m.Group!).Where(g => g.Count() > 1 && g.Any(m => m.IsChosen) && g.All(m => m is { FulfilledAt: null, Failure: null }))];

    /// <summary>What the holder may choose among now: what has to be chosen comes first.</summary>
    public static IReadOnlyList<IGrouping<string, CaseMeasure>> Choices(IReadOnlyList<CaseMeasure> all) =>
        IsLost(all) ? [] : ToChoose(all) is { Count: > 0 } missing ? missing : ToChange(all);

    /// <summary>One was not passed, and no alternative to it is left.</summary>
    public static bool IsLost(IReadOnlyList<CaseMeasure> all) =>
        all.Any(m => m.Failure is not null && !all.Any(o => m.Group is not null && o.Group == m.Group && o.Failure is null));

    internal static IReadOnlyList<CaseMeasure> Of(IReadOnlyList<Condition> conditions) =>
        [.. conditions.Select((c, i) => new CaseMeasure(i + 1, c.Kind, c.ChoiceGroup, c.Months, c.Text, IsChosen: IsAlone(c, conditions)))];

    // A group of one leaves nothing to choose.
    private static bool IsAlone(Condition condition, IReadOnlyList<Condition> all) =>
        condition.ChoiceGroup is null || all.Count(c => c.ChoiceGroup == condition.ChoiceGroup) == 1;
}

/// <summary>A measure that was not passed, as the host recorded it.</summary>
/// <param name="On">Day on the host's calendar.</param>
public sealed record MeasureFailure(DateOnly On, BilingualText Reason, Guid OfficerId, DateTimeOffset At);

/// <summary>The holder's request to look at a refusal again, and what became of it.</summary>
/// <param name="IsVaried">Null while it is open.</param>
public sealed record DecisionReview(
    string Reason, DateTimeOffset AskedAt, bool? IsVaried = null, BilingualText? Answer = null, Guid? DecidedBy = null, DateTimeOffset? DecidedAt = null);
