namespace Portal.Application.Recognition.Domain;

/// <summary>Thresholds and settings of the reviewers' agreement: dated, versioned configuration that belongs to the agreement between the governments.</summary>
/// <param name="GoFrom">Alpha from which a round is good as it stands.</param>
/// <param name="AdjudicateFrom">Alpha from which only the disputed rows are adjudicated.</param>
/// <param name="FewestUnits">Rows with two ratings or more, below which every row is adjudicated.</param>
/// <param name="Rounds">Rounds after which every row is adjudicated instead of one more round.</param>
/// <param name="PrevalenceAbove">Share of ratings in one category above which chance-corrected figures mislead, 0 to 1.</param>
/// <param name="Resamples">Of the bootstrap.</param>
/// <param name="IntervalLevel">Of the bootstrap interval, 0 to 1.</param>
public sealed record AgreementRules(
    string Version,
    DateOnly EffectiveFrom,
    double GoFrom,
    double AdjudicateFrom,
    int FewestUnits,
    int Rounds,
    double PrevalenceAbove,
    int Resamples,
    double IntervalLevel)
{
    /// <summary>Proposed for the annex of the agreement. The two thresholds of alpha are Krippendorff's (Content Analysis, 2nd ed. 2004, p. 241).</summary>
    public static AgreementRules Proposed2026 { get; } = new(
        "proposed-2026", new DateOnly(2026, 4, 1), GoFrom: 0.80, AdjudicateFrom: 0.667, FewestUnits: 20, Rounds: 2, PrevalenceAbove: 0.90, Resamples: 1000, IntervalLevel: 0.95);

    /// <summary>What follows from a closed round.</summary>
    /// <param name="alpha">Over both sides; null where all ratings are one, which nobody can call disagreement.</param>
    /// <param name="units">Rows with two ratings or more.</param>
    /// <param name="round">1 for the first.</param>
    public AgreementGate GateOf(double? alpha, int units, int round) =>
        units < FewestUnits ? AgreementGate.AdjudicateEveryRow
        : alpha is null || alpha >= GoFrom ? AgreementGate.Go
        : alpha >= AdjudicateFrom ? AgreementGate.AdjudicateDisputedRows
        : round < Rounds ? AgreementGate.NewRound
        : AgreementGate.AdjudicateEveryRow;
}

public enum AgreementGate
{
    Go,
    AdjudicateDisputedRows,
    NewRound,
    AdjudicateEveryRow,
}
