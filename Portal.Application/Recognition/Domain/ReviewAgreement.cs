using Portal.Application.Shared;

namespace Portal.Application.Recognition.Domain;

/// <summary>How well the reviewers of a closed round agree, and what follows from it.</summary>
/// <param name="Alpha">Krippendorff, ordinal, over both sides; null where all ratings are alike.</param>
/// <param name="AlphaBySide">Within each government; null where it is not defined.</param>
/// <param name="Interval">Of alpha, by drawing rows; null where there is no alpha.</param>
/// <param name="Kappa">Cohen, quadratic, between the panels of the two governments.</param>
/// <param name="RawAgreement">Share of the pairs of ratings on one row that are the same, 0 to 1; null without a pair.</param>
/// <param name="Units">Rows with two ratings or more.</param>
/// <param name="Ratings">On those rows.</param>
/// <param name="HasPrevalenceWarning">Nearly all ratings are one score, so alpha and kappa say little.</param>
/// <param name="ToAdjudicate">Rows in the order in which they are taken up: largest spread times weight first.</param>
public sealed record ReviewAgreement(
    string RulesVersion,
    double? Alpha,
    IReadOnlyDictionary<Government, double?> AlphaBySide,
    StatisticInterval? Interval,
    double? Kappa,
    double? RawAgreement,
    int Units,
    int Ratings,
    bool HasPrevalenceWarning,
    AgreementGate Gate,
    IReadOnlyList<RatedRow> ToAdjudicate)
{
    /// <param name="round">1 for the first.</param>
    /// <param name="seed">Of the bootstrap; the same seed gives the same interval whatever the order of the rows.</param>
    public static ReviewAgreement Of(IEnumerable<RatedRow> rows, int round, AgreementRules rules, ulong seed)
    {
        var ordered = rows.OrderBy(r => r.Row, StringComparer.Ordinal).ToList();
        var units = ordered.Select(r => ScoresOf(r.Ratings)).Where(u => u.Count > 1).ToList();
        var alpha = KrippendorffAlpha.Of(units);
        var gate = rules.GateOf(alpha, units.Count, round);
        return new ReviewAgreement(
            rules.Version, alpha, Governments.Both.ToDictionary(g => g, g => KrippendorffAlpha.Of(ordered.Select(r => ScoresOf(r.Ratings.Where(x => x.Government == g))))),
            alpha is null ? null : Bootstrap.IntervalOf(units, u => KrippendorffAlpha.Of(u), rules.Resamples, rules.IntervalLevel, seed),
            KappaOf(ordered), RawAgreementOf(units), units.Count, units.Sum(u => u.Count), IsOneSided(units, rules), gate, QueueOf(ordered, gate));
    }

    private static List<int> ScoresOf(IEnumerable<RowRating> ratings) => [.. ratings.Select(r => r.Score).Order()];

    private static double? KappaOf(List<RatedRow> rows) => WeightedKappa.Of(
        [.. rows.Select(r => (First: r.PanelScore(Government.UnitedStates), Second: r.PanelScore(Government.Japan)))
            .Where(p => p is { First: not null, Second: not null }).Select(p => (p.First!.Value, p.Second!.Value))]);

    private static double? RawAgreementOf(List<List<int>> units)
    {
        var pairs = units.Sum(u => u.Count * (u.Count - 1));
        return pairs == 0 ? null : (double)units.Sum(u => u.CountBy(s => s).Sum(c => c.Value * (c.Value - 1))) / pairs;
    }

    private static bool IsOneSided(List<List<int>> units, AgreementRules rules)
    {
        var scores = units.SelectMany(u => u).CountBy(s => s).Select(c => c.Value).ToList();
        return scores.Count > 0 && (double)scores.Max() / scores.Sum() > rules.PrevalenceAbove;
    }

    private static IReadOnlyList<RatedRow> QueueOf(List<RatedRow> rows, AgreementGate gate) => gate switch
    {
        AgreementGate.AdjudicateDisputedRows => [.. ByWeight(rows.Where(r => r.Spread > 0))],
        AgreementGate.AdjudicateEveryRow => [.. ByWeight(rows)],
        _ => [],
    };

    private static IEnumerable<RatedRow> ByWeight(IEnumerable<RatedRow> rows) =>
        rows.OrderByDescending(r => r.Spread * r.Weight).ThenBy(r => r.Row, StringComparer.Ordinal);
}

/// <summary>What the coverage figures take as the confidence of a claim or mapping.</summary>
public static class AdjudicatedConfidence
{
    /// <summary>
    /// The adjudicator's value where a row was adjudicated; else the lower one of the two governments' means over the author's confidence and
    /// their own reviewers'. A side that has not rated yet leaves the author's.
    /// </summary>
    /// <param name="author">0 to 1.</param>
    /// <param name="adjudicated">0 to 1.</param>
    public static double Of(double author, IReadOnlyCollection<RowRating> ratings, double? adjudicated = null) =>
        adjudicated ?? Governments.Both.Min(g => ratings.Where(r => r.Government == g).Select(r => r.Confidence).Order().Prepend(author).Average());

    /// <summary>A confidence as reviewer_agreement of SSSOM, -1 to 1.</summary>
    public static double AsReviewerAgreement(double confidence) => 2 * confidence - 1;
}
