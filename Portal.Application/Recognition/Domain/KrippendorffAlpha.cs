namespace Portal.Application.Recognition.Domain;

/// <summary>How far two scores lie apart.</summary>
public enum AlphaMetric
{
    Nominal,
    /// <summary>By the number of ratings between them; the metric of reviews.</summary>
    Ordinal,
    Interval,
}

/// <summary>
/// Krippendorff's alpha: 1 for full agreement, 0 for chance, below 0 for worse. Any number of raters, missing ratings allowed.
/// Coincidence form of Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011).
/// </summary>
public static class KrippendorffAlpha
{
    /// <param name="units">The scores that each unit got; units with fewer than two say nothing about agreement and are left out.</param>
    /// <returns>Null where it is not defined: nothing to compare, or all scores alike (expected disagreement 0).</returns>
    public static double? Of(IEnumerable<IReadOnlyList<int>> units, AlphaMetric metric = AlphaMetric.Ordinal)
    {
        var pairable = units.Where(u => u.Count > 1).ToList();
        var scores = pairable.SelectMany(u => u).Distinct().Order().ToArray();
        var coincidences = CoincidencesOf(pairable, scores);
        var counts = scores.Select((_, c) => Enumerable.Range(0, scores.Length).Sum(k => coincidences[c, k])).ToArray();
        var (observed, expected, n) = (0.0, 0.0, counts.Sum());
        for (var c = 0; c < scores.Length; c++)
        {
            for (var k = c + 1; k < scores.Length; k++)
            {
                var distance = Distance(metric, scores, counts, c, k);
                observed += coincidences[c, k] * distance;
                expected += counts[c] * counts[k] * distance;
            }
        }

        return expected == 0 ? null : 1 - (n - 1) * observed / expected;
    }

    private static double[,] CoincidencesOf(List<IReadOnlyList<int>> units, int[] scores)
    {
        var coincidences = new double[scores.Length, scores.Length];
        foreach (var unit in units)
        {
            var counts = Array.ConvertAll(scores, s => unit.Count(x => x == s));
            for (var c = 0; c < scores.Length; c++)
            {
                for (var k = 0; k < scores.Length; k++)
                {
                    coincidences[c, k] += (double)counts[c] * (c == k ? counts[k] - 1 : counts[k]) / (unit.Count - 1);
                }
            }
        }

        return coincidences;
    }

    private static double Distance(AlphaMetric metric, int[] scores, double[] counts, int c, int k)
    {
        var apart = metric switch
        {
            AlphaMetric.Nominal => 1,
            AlphaMetric.Interval => scores[k] - scores[c],
            _ => counts[c..(k + 1)].Sum() - (counts[c] + counts[k]) / 2,
        };
        return apart * apart;
    }
}
