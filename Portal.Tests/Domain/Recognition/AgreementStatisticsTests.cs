using Portal.Application.Recognition.Domain;

namespace Portal.Tests.Domain.Recognition;

/// <summary>The statistics of agreement against published examples.</summary>
public sealed class AgreementStatisticsTests
{
    /// <summary>Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011): four observers, twelve units, 0 for a missing rating.</summary>
    private static readonly int[][] Observers =
    [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3],
        [0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0],
    ];

    /// <summary>The anxiety ratings of the R package irr, raters 1 and 2; its kappa2(…, "squared") gives 0.297.</summary>
    private static readonly int[][] Anxiety =
    [
        [3, 3, 3, 4, 5, 5, 2, 3, 5, 2, 2, 6, 1, 5, 2, 2, 1, 2, 4, 3],
        [3, 6, 4, 6, 2, 4, 2, 4, 3, 3, 2, 3, 3, 3, 2, 2, 1, 3, 3, 4],
    ];

    private static List<IReadOnlyList<int>> Units =>
        [.. Enumerable.Range(0, 12).Select(u => (IReadOnlyList<int>)[.. Observers.Select(o => o[u]).Where(s => s > 0)])];

    [Theory]
    [InlineData(AlphaMetric.Nominal, 0.743)]
    [InlineData(AlphaMetric.Ordinal, 0.815)]
    [InlineData(AlphaMetric.Interval, 0.849)]
    public void Alpha_of_the_published_example(AlphaMetric metric, double expected) => Assert.Equal(expected, KrippendorffAlpha.Of(Units, metric)!.Value, 3);

    // Two raters, units (0,0) (0,1) (1,1): coincidences o00 = 2, o01 = o10 = 1, o11 = 2; n = 6, n0 = n1 = 3. Distance 0-1: (3 + 3 - 3)^2 = 9.
    // Do = 2 * 1 * 9 / 6 = 3; De = 2 * 3 * 3 * 9 / (6 * 5) = 5.4; alpha = 1 - 3 / 5.4 = 4/9.
    [Fact]
    public void Alpha_worked_by_hand() => Assert.Equal(4 / 9.0, KrippendorffAlpha.Of([[0, 0], [0, 1], [1, 1]])!.Value, 12);

    [Fact]
    public void Alpha_is_one_for_full_agreement_and_not_defined_where_all_ratings_are_alike()
    {
        Assert.Equal(1, KrippendorffAlpha.Of([[0, 0], [4, 4, 4]]));
        Assert.Null(KrippendorffAlpha.Of([[3, 3], [3, 3, 3]]));
        Assert.Null(KrippendorffAlpha.Of([[1], [2]]));
        Assert.Null(KrippendorffAlpha.Of([]));
    }

    [Fact]
    public void Kappa_of_the_published_example() => Assert.Equal(0.297, WeightedKappa.Of([.. Anxiety[0].Zip(Anxiety[1])])!.Value, 3);

    // Pairs (0,0) (1,2) (2,2): observed 0 + 1 + 0 = 1. Expected by the margins {0,1,2} and {0,2,2}:
    // row 0: 0 + 4 + 4, row 1: 1 + 1 + 1, row 2: 4 + 0 + 0, in all 15, over 3 pairs 5. Kappa = 1 - 1 / 5 = 0.8.
    [Fact]
    public void Kappa_worked_by_hand() => Assert.Equal(0.8, WeightedKappa.Of([(0, 0), (1, 2), (2, 2)])!.Value, 12);

    [Fact]
    public void Kappa_is_not_defined_without_variation()
    {
        Assert.Null(WeightedKappa.Of([(2, 2), (2, 2)]));
        Assert.Null(WeightedKappa.Of([]));
    }

    // The published interval depends on a method of its own; what counts here is that it holds the value, and that a seed repeats it.
    [Fact]
    public void The_bootstrap_interval_holds_the_value_and_repeats_with_its_seed()
    {
        var interval = Interval(1)!;
        Assert.True(interval.Low < 0.815 && interval.High > 0.815 && interval.High <= 1, $"{interval}");
        Assert.Equal(interval, Interval(1));
        Assert.NotEqual(interval, Interval(2));
    }

    // The mean of 0 … 99 has a standard error of 28.87 / 10 = 2.89: 95 % lie within 49.5 ± 1.96 * 2.89 = 43.8 to 55.2.
    [Fact]
    public void The_bootstrap_of_a_mean_has_the_width_that_theory_gives()
    {
        var interval = Bootstrap.IntervalOf([.. Enumerable.Range(0, 100)], x => x.Average(), 4000, 0.95, 42)!;
        Assert.InRange(interval.Low, 43.2, 44.5);
        Assert.InRange(interval.High, 54.5, 55.8);
    }

    [Fact]
    public void Without_values_there_is_no_interval()
    {
        Assert.Null(Bootstrap.IntervalOf<int>([1, 2], _ => null, 100, 0.95, 1));
        Assert.Null(Bootstrap.IntervalOf<int>([], x => x.Average(), 100, 0.95, 1));
    }

    // First outputs of SplitMix64 from the seed 1234567, as its reference implementation prints them.
    [Fact]
    public void The_generator_is_the_published_one()
    {
        var random = new SeededRandom(1234567);
        Assert.Equal([6457827717110365317UL, 3203168211198807973UL, 9817491932198370423UL], [random.Next(), random.Next(), random.Next()]);
    }

    private static StatisticInterval? Interval(ulong seed) => Bootstrap.IntervalOf(Units, u => KrippendorffAlpha.Of(u), 500, 0.95, seed);
}
