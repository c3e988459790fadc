using System.Runtime.Intrinsics;

namespace Portal.Application.Recognition.Domain;

/// <summary>The figures of one direction, all from 0 to 1. Never shown without direction, scope, version and lower bound.</summary>
/// <param name="Content">C: weighted share of the target that the source covers.</param>
/// <param name="Assured">C*: the same with each claim counted by its strength and age; never above content.</param>
/// <param name="Mean">Content expected when each statement is right with its adjudicated confidence.</param>
/// <param name="Variance">Of that expectation, the statements being independent.</param>
/// <param name="LowerBound">One-sided bound below the mean, 90 % under the proposed rules; never above the mean.</param>
public readonly record struct CoverageFigures(double Content, double Assured, double Mean, double Variance, double LowerBound)
{
    /// <summary>Each figure at its lowest: what is true of a holder of any one of several alternatives. The variance is that of the lowest bound.</summary>
    internal static CoverageFigures Lowest(IReadOnlyCollection<CoverageFigures> ways) => new(
        ways.Min(f => f.Content), ways.Min(f => f.Assured), ways.Min(f => f.Mean), ways.MinBy(f => f.LowerBound).Variance, ways.Min(f => f.LowerBound));
}

/// <summary>
/// The sums behind the figures, four at once: content, assured, mean, variance. One code for a single comparison and for the whole
/// table, in one order of operations, so that both give the same bits.
/// </summary>
internal static class CoverageSums
{
    public static Vector256<double> Terms(StatementValue value)
    {
        var (cov, p) = (value.Content, value.Confidence);
        return Vector256.Create(cov, value.Assured, cov * p, cov * cov * (p * (1 - p)));
    }

    public static Vector256<double> Weighted(double weight, Vector256<double> terms) => Vector256.Create(weight, weight, weight, weight * weight) * terms;

    public static CoverageFigures Figures(Vector256<double> sums, double total, double deviations)
    {
        var (mean, variance) = (sums[2] / total, sums[3] / (total * total));
        return new CoverageFigures(sums[0] / total, sums[1] / total, mean, variance, LowerBound(mean, variance, deviations));
    }

    public static double LowerBound(double mean, double variance, double deviations) => Math.Max(0, mean - deviations * Math.Sqrt(variance));
}
