using System.Text.Json.Serialization;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Domain;

/// <summary>What a decision says. <c>Provisional</c> ends within twelve months; <c>Refused</c> is published with its reasons like the others.</summary>
public enum DecisionType { NotAssessed, Full, Conditional, Partial, Alternative, Provisional, Refused }

/// <summary>In which respect source and target differ (after Art. VI of the Lisbon Recognition Convention: only a substantial difference can stand against recognition).</summary>
public enum DifferenceCategory { Level, Content, Assessment, Experience, Currency, QualityAssurance, LegalOrEthics }

public enum Materiality { Minor, Substantial }

/// <summary>What can make up for a difference.</summary>
public enum Compensation { None, AptitudeTest, Adaptation, Bridging }

/// <param name="Statements">Codes of the statements concerned; empty for a difference that lies outside the statements.</param>
public sealed record Difference(
    DifferenceCategory Category, IReadOnlyList<string> Statements, Materiality Materiality, Compensation Compensable, BilingualText Text);

public enum ConditionKind { AptitudeTest, SupervisedPeriod, BridgingModules, Experience, Currency, Language, LawModule }

/// <param name="ChoiceGroup">Conditions of the same group are alternatives, and the holder chooses; null stands alone.</param>
/// <param name="Months">Length of a supervised period, at most 36, or of the experience asked for; null where time says nothing.</param>
public sealed record Condition(ConditionKind Kind, string? ChoiceGroup, int? Months, BilingualText Text);

/// <summary>What recognition brings the holder; never the target certification itself.</summary>
public sealed record Effect(string LegalBasis, BilingualText Text);

/// <summary>The figures that a decision was made on, pinned by the hash of everything that they were computed from.</summary>
/// <param name="Content">Share of the target that the source covers, 0 to 1.</param>
/// <param name="Assured">The same, weighed by how it is tested and how old it is.</param>
/// <param name="LowerBound">One-sided 90 % bound of the covered share.</param>
/// <param name="Reverse">The other direction, on the same day; null where that cannot be computed.</param>
public sealed record PinnedCoverage(
    string InputHash, string AlgorithmVersion, string RulesVersion, DateOnly AsOf, double Content, double Assured, double LowerBound, ReverseCoverage? Reverse,
    IReadOnlyList<string> Gaps, IReadOnlyList<string> CriticalGaps);

/// <param name="Content">Share of the source that the target covers, 0 to 1.</param>
/// <param name="LowerBound">One-sided 90 % bound of it.</param>
public sealed record ReverseCoverage(string InputHash, double Content, double LowerBound);

/// <summary>Exactly what both governments sign about one direction of one pair.</summary>
/// <param name="Scope">NICE work roles for which the decision is made; two scopes overlap when they share one.</param>
/// <param name="ValidFrom">First instant of validity, promised in a zone.</param>
/// <param name="ValidUntil">First instant at which it is valid no more.</param>
/// <param name="Departure">Why the decision differs from what the figures suggest; empty when it does not.</param>
public sealed record EquivalenceContent(
    IReadOnlyList<string> Scope,
    Guid? RequirementSetId,
    PinnedCoverage? Coverage,
    DecisionType Decision,
    ReviewedText Statement,
    ReviewedText Rationale,
    IReadOnlyList<Difference> Differences,
    IReadOnlyList<Condition> Conditions,
    IReadOnlyList<Effect> Effects,
    Deadline? ValidFrom,
    Deadline? ValidUntil,
    BilingualText Departure)
{
    /// <summary>On the calendar of its own zone.</summary>
    [JsonIgnore]
    public DateOnly? FirstDay => ValidFrom is { } from ? DateOnly.FromDateTime(from.Local(from.Zone).DateTime) : null;

    /// <summary>By when it is looked at again, unless something makes that earlier; it holds on after that day.</summary>
    [JsonIgnore]
    public DateOnly? ReviewDueOn => FirstDay?.AddYears(ReviewRules.Years);

    public static EquivalenceContent Proposal(IReadOnlyList<string> scope) => new(
        scope, null, null, DecisionType.NotAssessed, ReviewedText.Empty, ReviewedText.Empty, [], [], [], null, null, BilingualText.Empty);

    public EquivalenceContent Cleaned() => this with
    {
        Scope = [.. Scope.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        Statement = Statement.Cleaned(),
        Rationale = Rationale.Cleaned(),
        Differences = [.. Differences.Select(d => d with { Text = d.Text.Cleaned(), Statements = [.. d.Statements.Order(StringComparer.Ordinal)] })],
        Conditions = [.. Conditions.Select(c => c with { Text = c.Text.Cleaned() })],
        Effects = [.. Effects.Select(e => e with { LegalBasis = CleanText.Line(e.LegalBasis), Text = e.Text.Cleaned() })],
        Departure = Departure.Cleaned(),
    };
}
