using System.Runtime.Intrinsics;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Domain;

/// <summary>
/// How far a source covers a target: for each requirement the share that the best claims reach, weighted. It depends on nothing but its
/// input, and the order in which that is given changes no bit of the result. Computation advises; people decide.
/// </summary>
public static class Coverage
{
    /// <summary>Changes whenever the same input could give another figure; part of the input hash.</summary>
    public const string AlgorithmVersion = "coverage-1";

    /// <exception cref="ArgumentException">The input breaks a rule of <see cref="CoverageChecks"/>, which the caller asks first.</exception>
    public static CoverageResult Of(CoverageInput input)
    {
        Refuse(CoverageChecks.Problems(input));
        var paths = new ClaimPaths(input.Mappings, input.Rules, input.AsOf);
        var requirements = input.Target.Requirements.OrderBy(r => r.Statement, StringComparer.Ordinal).ToList();
        var ways = input.Source.Ways().Select(way => WayOf(way, paths, requirements, input.Rules))
            .OrderBy(w => w.Breakdown.Whole.Content).ThenBy(w => w.Breakdown.Whole.Assured).ThenBy(w => w.Breakdown.Whole.LowerBound).ToList();
        return new CoverageResult(
            AlgorithmVersion, input.Rules.Version, input.AsOf, CoverageInputHash.Of(input),
            CoverageBreakdown.Lowest([.. ways.Select(w => w.Breakdown)]), ways.Max(w => w.Fit), ways, GapsOf(ways));
    }

    public static CoveragePair Both(CoverageInput forward, CoverageInput reverse) => new(Of(forward), Of(reverse));

    internal static void Refuse(IReadOnlyList<Error> problems)
    {
        if (problems.Count > 0)
        {
            throw new ArgumentException($"{problems[0].Code} {problems[0].Field}");
        }
    }

    private static CoverageWay WayOf(
        IReadOnlyList<CoverageSource> way, ClaimPaths carried, List<CoverageRequirement> requirements, CoverageRules rules)
    {
        var paths = carried.Of(way);
        var edges = carried.EdgesOf(paths);
        var statements = new List<StatementCoverage>(requirements.Count);
        var from = 0;
        foreach (var requirement in requirements)
        {
            from = EndOf(paths, from, p => string.CompareOrdinal(p.Statement, requirement.Statement) < 0);
            var to = EndOf(paths, from, p => p.Statement == requirement.Statement);
            statements.Add(StatementOf(requirement, paths.AsSpan(from..to), edges.AsSpan(from..to), rules));
            from = to;
        }

        var breakdown = BreakdownOf(statements, rules);
        var fit = rules.FitOf(breakdown.Whole.Content, statements.Any(s => s.IsCriticalGap));
        return new CoverageWay([.. way.Select(s => s.Code)], breakdown, statements, fit);
    }

    private static StatementCoverage StatementOf(
        CoverageRequirement requirement, ReadOnlySpan<ClaimPath> paths, ReadOnlySpan<CoverageEdge> edges, CoverageRules rules)
    {
        var value = StatementValue.At(edges, requirement.Level);
        var winners = WinnersOf(paths, edges, requirement.Level, assured: false);
        return new StatementCoverage(
            requirement, value.Content, value.Assured, value.Confidence, winners.Max(w => (int?)w.Claim.Level), rules.IsGap(value.Content),
            winners, WinnersOf(paths, edges, requirement.Level, assured: true));
    }

    private static List<WinningClaim> WinnersOf(ReadOnlySpan<ClaimPath> paths, ReadOnlySpan<CoverageEdge> edges, int required, bool assured)
    {
        var winners = new List<WinningClaim>();
        foreach (var i in EdgeContest.Winners(edges, required, assured))
        {
            winners.Add(new WinningClaim(paths[i].Certification, paths[i].Claim, paths[i].Mapping, edges[i].ValueAt(required, assured), edges[i].Confidence));
        }

        return winners;
    }

    private static CoverageBreakdown BreakdownOf(List<StatementCoverage> statements, CoverageRules rules) => new(
        FiguresOf(statements, rules),
        PartsOf(statements, s => [s.Requirement.Kind.ToString()], rules),
        PartsOf(statements, s => s.Requirement.Roles.Distinct(), rules),
        PartsOf(statements, s => s.Requirement.Area is { } area ? [area] : [], rules));

    private static CoveragePart[] PartsOf(List<StatementCoverage> statements, Func<StatementCoverage, IEnumerable<string>> keys, CoverageRules rules) =>
        [.. statements.SelectMany(keys, (s, key) => (key, s)).GroupBy(x => x.key, x => x.s)
            .OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new CoveragePart(g.Key, FiguresOf(g, rules)))];

    private static CoverageFigures FiguresOf(IEnumerable<StatementCoverage> statements, CoverageRules rules)
    {
        var (sums, total) = (Vector256<double>.Zero, 0.0);
        foreach (var s in statements)
        {
            sums += CoverageSums.Weighted(s.Requirement.Weight, CoverageSums.Terms(new StatementValue(s.Content, s.Assured, s.Confidence)));
            total += s.Requirement.Weight;
        }

        return CoverageSums.Figures(sums, total, rules.Deviations);
    }

    private static StatementCoverage[] GapsOf(List<CoverageWay> ways) =>
        [.. ways.SelectMany(w => w.Statements).Where(s => s.IsGap).GroupBy(s => s.Requirement.Statement, (_, same) => same.MinBy(s => s.Content)!)
            .OrderBy(s => s.Requirement.Statement, StringComparer.Ordinal)];

    private static int EndOf(ClaimPath[] paths, int from, Predicate<ClaimPath> isBefore)
    {
        while (from < paths.Length && isBefore(paths[from]))
        {
            from++;
        }

        return from;
    }
}
