using Portal.Application.Shared;

namespace Portal.Application.Recognition.Domain;

public enum CaseOutcome { Granted, Conditional, Declined }

/// <summary>The decision with its reasons in both languages. A refusal says what the holder can do about it.</summary>
/// <param name="Failures">The coded reasons of a refusal.</param>
/// <param name="Remedy">Empty unless declined.</param>
public sealed record CaseDecision(
    CaseOutcome Outcome, IReadOnlyList<FailureReason> Failures, BilingualText Reason, BilingualText Remedy, Guid DecidedBy, DateTimeOffset At);

/// <summary>A condition of the equivalence as it stands for one holder.</summary>
/// <param name="Group">Measures of one group are alternatives, and the holder chooses; null stands alone.</param>
public sealed record CaseMeasure(
    int Number, ConditionKind Kind, string? Group, int? Months, BilingualText Text, bool IsChosen, DateTimeOffset? FulfilledAt = null, string? Note = null)
{
    internal static IReadOnlyList<CaseMeasure> Of(IReadOnlyList<Condition> conditions) =>
        [.. conditions.Select((c, i) => new CaseMeasure(i + 1, c.Kind, c.ChoiceGroup, c.Months, c.Text, IsChosen: IsAlone(c, conditions)))];

    // A group of one leaves nothing to choose.
    private static bool IsAlone(Condition condition, IReadOnlyList<Condition> all) =>
        condition.ChoiceGroup is null || all.Count(c => c.ChoiceGroup == condition.ChoiceGroup) == 1;
}

/// <summary>The holder's request to look at a refusal again, and what became of it.</summary>
/// <param name="IsVaried">Null while it is open.</param>
public sealed record DecisionReview(
    string Reason, DateTimeOffset AskedAt, bool? IsVaried = null, BilingualText? Answer = null, Guid? DecidedBy = null, DateTimeOffset? DecidedAt = null);
