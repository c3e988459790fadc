using Portal.Application.Shared;

namespace Portal.Application.Recognition.Domain;

/// <summary>What still keeps a decision from being put before the signatories. While evidence is gathered any content may be saved.</summary>
public static class EquivalenceReadiness
{
    /// <summary>A provisional decision ends by itself after so long.</summary>
    public const int LongestProvisionalMonths = 12;

    /// <summary>A later year is a slip of the pen, and calendars end.</summary>
    private const int LastYear = 2199;

    /// <summary>A supervised period lasts at most so long (as Art. 3 (1) (g) of Directive 2005/36/EC has it).</summary>
    public const int LongestSupervisionMonths = 36;

    public static IReadOnlyList<Error> Problems(EquivalenceContent content, CoverageRules rules) =>
    [
        .. Basis(content),
        .. Texts(content),
        .. Dates(content),
        .. Differences(content),
        .. Conditions(content),
        .. Effects(content),
        .. Departure(content, rules),
    ];

    private static IEnumerable<Error> Basis(EquivalenceContent content)
    {
        if (content.Coverage is null || content.RequirementSetId is null)
        {
            yield return Problem("NotComputed", nameof(content.Coverage));
        }

        if (content.Decision == DecisionType.NotAssessed)
        {
            yield return Problem("DecisionMissing", nameof(content.Decision));
        }
    }

    private static IEnumerable<Error> Texts(EquivalenceContent content)
    {
        (string Field, ReviewedText Text)[] texts = [(nameof(content.Statement), content.Statement), (nameof(content.Rationale), content.Rationale)];
        return texts.Where(t => !t.Text.IsReviewed).Select(t => Problem(t.Text.Text.IsComplete ? "TextNotReviewed" : "TextMissing", t.Field));
    }

    private static IEnumerable<Error> Dates(EquivalenceContent content)
    {
        if (content.ValidFrom is not { } from || content.ValidUntil is not { } until)
        {
            return [Problem("DatesMissing", nameof(content.ValidFrom))];
        }

        if (YearOf(from) > LastYear || YearOf(until) > LastYear)
        {
            return [Problem("DateTooFar", YearOf(until) > LastYear ? nameof(content.ValidUntil) : nameof(content.ValidFrom), ("Year", $"{LastYear}"))];
        }

        return until.Instant <= from.Instant ? [Problem("EndsBeforeStart", nameof(content.ValidUntil))]
            : content.Decision == DecisionType.Provisional && until.Instant > from.Local(from.Zone).AddMonths(LongestProvisionalMonths)
                ? [Problem("ProvisionalTooLong", nameof(content.ValidUntil))]
            : [];
    }

    private static int YearOf(Deadline day) => day.Local(day.Zone).Year;

    // Every gap is answered for, and a refusal stands on differences that are substantial (R5; Lisbon Recognition Convention, Art. VI.1).
    private static IEnumerable<Error> Differences(EquivalenceContent content)
    {
        var named = content.Differences.SelectMany(d => d.Statements).ToHashSet(StringComparer.Ordinal);
        foreach (var gap in (content.Coverage?.Gaps ?? []).Where(g => !named.Contains(g)))
        {
            yield return Problem("GapUnanswered", nameof(content.Differences), ("Statement", gap));
        }

        if (content.Differences.Any(d => !d.Text.IsComplete))
        {
            yield return Problem("DifferenceIncomplete", nameof(content.Differences));
        }

        if (content.Decision == DecisionType.Refused && content.Differences.All(d => d.Materiality != Materiality.Substantial))
        {
            yield return Problem("RefusalWithoutDifference", nameof(content.Differences));
        }
    }

    private static IEnumerable<Error> Conditions(EquivalenceContent content)
    {
        if (content.Decision == DecisionType.Conditional && content.Conditions.Count == 0)
        {
            yield return Problem("ConditionMissing", nameof(content.Conditions));
        }

        if (content.Conditions.Any(c => !c.Text.IsComplete))
        {
            yield return Problem("ConditionIncomplete", nameof(content.Conditions));
        }

        if (content.Conditions.Any(c => c.Kind == ConditionKind.SupervisedPeriod && c.Months is not (>= 1 and <= LongestSupervisionMonths)))
        {
            yield return Problem("SupervisionLength", nameof(content.Conditions), ("Most", LongestSupervisionMonths));
        }
    }

    private static IEnumerable<Error> Effects(EquivalenceContent content)
    {
        var needsEffect = content.Decision is not (DecisionType.Refused or DecisionType.NotAssessed);
        if ((needsEffect && content.Effects.Count == 0) || content.Effects.Any(e => !e.Text.IsComplete))
        {
            yield return Problem("EffectMissing", nameof(content.Effects));
        }
    }

    private static IEnumerable<Error> Departure(EquivalenceContent content, CoverageRules rules)
    {
        if (content.Coverage is { } coverage && content.Decision != DecisionType.NotAssessed && Departs(content.Decision, coverage, rules) && !content.Departure.IsComplete)
        {
            yield return Problem("DepartureUnexplained", nameof(content.Departure));
        }
    }

    /// <summary>Whether people decided otherwise than the figures suggest (R2).</summary>
    public static bool Departs(DecisionType decision, PinnedCoverage coverage, CoverageRules rules) => rules.FitOf(coverage.Content, coverage.CriticalGaps.Count > 0) switch
    {
        FitClass.Covers => decision != DecisionType.Full,
        FitClass.ConditionalCandidate => decision is not (DecisionType.Conditional or DecisionType.Provisional),
        _ => decision is not (DecisionType.Partial or DecisionType.Alternative or DecisionType.Refused),
    };

    private static Error Problem(string why, string field, params (string Name, object? Value)[] slots) =>
        new($"Recognition.Draft.{why}", field, slots.ToDictionary(s => s.Name, s => s.Value));
}
