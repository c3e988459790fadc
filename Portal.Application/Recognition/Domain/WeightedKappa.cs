namespace Portal.Application.Recognition.Domain;

/// <summary>Cohen's kappa with quadratic weights between two panels: 1 for full agreement, 0 for chance (Cohen 1968; Fleiss and Cohen 1973).</summary>
public static class WeightedKappa
{
    /// <returns>Null where it is not defined: no pair, or both panels gave one and the same score throughout.</returns>
    public static double? Of(IReadOnlyCollection<(int First, int Second)> pairs)
    {
        var observed = pairs.Sum(p => Square(p.First - p.Second));
        var expected = 0.0;
        foreach (var first in pairs.CountBy(p => p.First))
        {
            expected += pairs.CountBy(p => p.Second).Sum(second => Square(first.Key - second.Key) * first.Value * second.Value);
        }

        return expected == 0 ? null : 1 - observed * pairs.Count / expected;
    }

    private static double Square(int value) => (double)value * value;
}
