namespace Portal.Application.Recognition.Domain;

/// <param name="Level">0 to 1.</param>
public sealed record StatisticInterval(double Low, double High, double Level);

/// <summary>Percentile interval of a statistic: units drawn with replacement (Efron 1979).</summary>
public static class Bootstrap
{
    /// <param name="statistic">Null where it is not defined for a draw; such draws are left out.</param>
    /// <returns>Null when more than half of the draws have no value.</returns>
    public static StatisticInterval? IntervalOf<T>(IReadOnlyList<T> units, Func<IReadOnlyList<T>, double?> statistic, int resamples, double level, ulong seed)
    {
        var random = new SeededRandom(seed);
        var values = new List<double>(resamples);
        var drawn = new T[units.Count];
        for (var i = 0; i < resamples && units.Count > 0; i++)
        {
            for (var unit = 0; unit < drawn.Length; unit++)
            {
                drawn[unit] = units[random.Below(units.Count)];
            }

            if (statistic(drawn) is { } value)
            {
                values.Add(value);
            }
        }

        values.Sort();
        return values.Count == 0 || values.Count * 2 < resamples ? null : new(Quantile(values, (1 - level) / 2), Quantile(values, (1 + level) / 2), level);
    }

    /// <summary>Linear between order statistics (Hyndman and Fan 1996, type 7).</summary>
    private static double Quantile(List<double> sorted, double share)
    {
        var at = share * (sorted.Count - 1);
        var below = (int)at;
        return below + 1 >= sorted.Count ? sorted[^1] : sorted[below] + (at - below) * (sorted[below + 1] - sorted[below]);
    }
}
