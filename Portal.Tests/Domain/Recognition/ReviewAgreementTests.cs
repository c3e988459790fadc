using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Tests.Domain.Recognition;

/// <summary>What follows from the ratings of a round.</summary>
public sealed class ReviewAgreementTests
{
    private static readonly AgreementRules Rules = AgreementRules.Proposed2026 with { Resamples = 50 };

    [Theory]
    [InlineData(0.80, 20, 1, AgreementGate.Go)]
    [InlineData(0.7999, 20, 1, AgreementGate.AdjudicateDisputedRows)]
    [InlineData(0.667, 20, 2, AgreementGate.AdjudicateDisputedRows)]
    [InlineData(0.6669, 20, 1, AgreementGate.NewRound)]
    [InlineData(0.6669, 20, 2, AgreementGate.AdjudicateEveryRow)]
    [InlineData(-0.2, 500, 3, AgreementGate.AdjudicateEveryRow)]
    [InlineData(1.0, 19, 1, AgreementGate.AdjudicateEveryRow)]
    [InlineData(null, 20, 1, AgreementGate.Go)]
    [InlineData(null, 19, 1, AgreementGate.AdjudicateEveryRow)]
    public void The_gate_follows_alpha_the_number_of_rows_and_the_round(double? alpha, int units, int round, AgreementGate expected) =>
        Assert.Equal(expected, Rules.GateOf(alpha, units, round));

    [Fact]
    public void Full_agreement_goes_on_without_a_row_to_adjudicate()
    {
        var agreement = Of(Rows(20, i => (i % 5, i % 5)));
        Assert.Equal((1, 1, 1, AgreementGate.Go), (agreement.Alpha, agreement.Kappa, agreement.RawAgreement, agreement.Gate));
        Assert.Equal((20, 80), (agreement.Units, agreement.Ratings));
        Assert.Equal(1, agreement.AlphaBySide[Government.Japan]);
        Assert.Equal(new StatisticInterval(1, 1, 0.95), agreement.Interval);
        Assert.False(agreement.HasPrevalenceWarning);
        Assert.Empty(agreement.ToAdjudicate);
    }

    // Ratings 3 3 4 4: of 6 pairs 3-3 and 4-4 are the same.
    [Fact]
    public void Raw_agreement_counts_pairs_of_ratings() => Assert.Equal(2 / 6.0, Of(Rows(1, _ => (3, 4))).RawAgreement!.Value, 12);

    [Fact]
    public void All_ratings_alike_go_on_with_a_warning()
    {
        var agreement = Of(Rows(20, _ => (4, 4)));
        Assert.Equal((null, null, 1, AgreementGate.Go, true), (agreement.Alpha, agreement.Kappa, agreement.RawAgreement, agreement.Gate, agreement.HasPrevalenceWarning));
        Assert.Null(agreement.Interval);
    }

    // 2 of 20 rows rated 0 by all: 90 % of the ratings are 4, which is not yet above; 1 of 20 makes it 95 %.
    [Fact]
    public void More_than_nine_in_ten_of_one_score_give_a_warning()
    {
        Assert.False(Of(Rows(20, i => i < 2 ? (0, 0) : (4, 4))).HasPrevalenceWarning);
        Assert.True(Of(Rows(20, i => i < 1 ? (0, 0) : (4, 4))).HasPrevalenceWarning);
    }

    // Spread times weight: row 02 1 * 5 = 5, row 05 4 * 1 = 4, row 07 1 * 1 = 1; the others agree.
    [Fact]
    public void Disputed_rows_come_by_spread_times_weight()
    {
        var rows = Rows(20, i => i == 5 ? (0, 4) : i is 2 or 7 ? (3, 4) : (i % 5, i % 5)).Select(r => r.Row == "02" ? r with { Weight = 5 } : r).ToList();
        var agreement = ReviewAgreement.Of(rows, 1, Rules with { GoFrom = 0.99 }, seed: 7);
        Assert.Equal(AgreementGate.AdjudicateDisputedRows, agreement.Gate);
        Assert.Equal(["02", "05", "07"], agreement.ToAdjudicate.Select(r => r.Row));
    }

    [Fact]
    public void Few_rows_are_all_adjudicated_and_disputed_ones_first()
    {
        var agreement = Of(Rows(3, i => i == 1 ? (0, 4) : (2, 2)));
        Assert.Equal(AgreementGate.AdjudicateEveryRow, agreement.Gate);
        Assert.Equal(["01", "00", "02"], agreement.ToAdjudicate.Select(r => r.Row));
        Assert.NotNull(agreement.Alpha);
    }

    [Fact]
    public void Bad_agreement_asks_for_one_new_round_only()
    {
        var rows = Rows(20, i => (i % 5, (i * 3 + 1) % 5));
        Assert.Equal((AgreementGate.NewRound, 0), (Of(rows).Gate, Of(rows).ToAdjudicate.Count));
        Assert.Equal((AgreementGate.AdjudicateEveryRow, 20), (Of(rows, round: 2).Gate, Of(rows, round: 2).ToAdjudicate.Count));
    }

    [Fact]
    public void The_order_of_rows_and_ratings_changes_nothing()
    {
        var rows = Rows(25, i => (i % 5, (i + i % 2) % 5));
        var other = Of(rows.Reverse().Select(r => r with { Ratings = [.. r.Ratings.Reverse()] }));
        Assert.Equal((Of(rows).Alpha, Of(rows).Interval, Of(rows).Kappa), (other.Alpha, other.Interval, other.Kappa));
    }

    [Fact]
    public void A_row_with_one_rating_is_no_unit()
    {
        var agreement = Of([.. Rows(20, i => (i % 5, i % 5)), new RatedRow("lone", 1, [new RowRating("x", Government.Japan, 0)])]);
        Assert.Equal((20, 1), (agreement.Units, agreement.Alpha));
    }

    [Theory]
    [InlineData(new[] { 4, 1 }, null, 1)]
    [InlineData(new[] { 0, 3, 2 }, null, 2)]
    [InlineData(new[] { 0, 3, 2 }, 4, 4)]
    [InlineData(new int[0], null, null)]
    public void A_panel_speaks_by_its_lower_median_until_it_settles(int[] scores, int? settled, int? expected)
    {
        var row = new RatedRow("r", 1, [.. scores.Select((s, i) => new RowRating($"{i}", Government.Japan, s))],
            settled is { } value ? new Dictionary<Government, int> { [Government.Japan] = value } : null);
        Assert.Equal(expected, row.PanelScore(Government.Japan));
        Assert.Null(row.PanelScore(Government.UnitedStates));
    }

    // United States: (0.9 + 4/4 + 3/4) / 3 = 2.65 / 3 = 0.88333…; Japan: (0.9 + 2/4 + 2/4) / 3 = 1.9 / 3 = 0.63333…, the lower one.
    [Fact]
    public void Confidence_is_the_lower_mean_of_the_two_sides_unless_adjudicated()
    {
        RowRating[] ratings =
        [
            new("u1", Government.UnitedStates, 4), new("u2", Government.UnitedStates, 3), new("j1", Government.Japan, 2), new("j2", Government.Japan, 2),
        ];
        Assert.Equal(1.9 / 3, AdjudicatedConfidence.Of(0.9, ratings), 12);
        Assert.Equal(0.95, AdjudicatedConfidence.Of(0.9, ratings, 0.95));
        Assert.Equal(0.9, AdjudicatedConfidence.Of(0.9, []));
        Assert.Equal(-0.5, AdjudicatedConfidence.AsReviewerAgreement(0.25));
    }

    private static ReviewAgreement Of(IEnumerable<RatedRow> rows, int round = 1) => ReviewAgreement.Of(rows, round, Rules, seed: 7);

    /// <summary>Two reviewers of each side, who agree within their side.</summary>
    private static RatedRow[] Rows(int count, Func<int, (int Us, int Japan)> scores) =>
        [.. Enumerable.Range(0, count).Select(i => new RatedRow(i.ToString("00"), 1,
        [
            new("u1", Government.UnitedStates, scores(i).Us), new("u2", Government.UnitedStates, scores(i).Us),
            new("j1", Government.Japan, scores(i).Japan), new("j2", Government.Japan, scores(i).Japan),
        ]))];
}
