using Portal.Application.Recognition.Domain;
using static Portal.Tests.Domain.Recognition.CoverageSamples;

namespace Portal.Tests.Domain.Recognition;

/// <summary>Rows against many targets say what one comparison says.</summary>
public sealed class CoverageTargetsTests
{
    private static readonly IEnumerable<ulong> s_seeds = Seeds.Take(60);

    [Fact]
    public void Every_pair_has_the_bits_of_a_single_comparison() => Assert.All(s_seeds, seed =>
    {
        var (sources, targets, basis) = World(new RandomWorld(seed));
        var (many, rows) = (CoverageTargets.Of(targets), CoverageTargets.Of(targets).Rows(sources, basis));
        foreach (var (source, row) in sources.Zip(rows))
        {
            Assert.All(targets, target => Assert.Equal(Single(source, target, basis), Of(row, many, target)));
        }
    });

    [Fact]
    public void A_row_and_a_column_alone_have_the_bits_of_the_whole() => Assert.All(s_seeds, seed =>
    {
        var (sources, targets, basis) = World(new RandomWorld(seed));
        var many = CoverageTargets.Of(targets);
        var rows = many.Rows(sources, basis);
        Assert.All(sources.Zip(rows), s => Assert.Equal(s.Second, many.Row(s.First, basis)));
        foreach (var target in targets)
        {
            var alone = CoverageTargets.Of([target]);
            Assert.All(alone.Rows(sources, basis).Zip(rows), c => Assert.Equal(Of(c.Second, many, target), Of(c.First, alone, target)));
        }
    });

    [Fact]
    public void A_statement_that_no_target_asks_for_changes_nothing() => Assert.All(s_seeds, seed =>
    {
        var (sources, targets, basis) = World(new RandomWorld(seed));
        var many = CoverageTargets.Of(targets);
        Assert.All(sources, s => Assert.Equal(many.Row(s, basis), many.Row(s with { Claims = [.. s.Claims, Claim("A-new", 3), Claim("Z-new", 3)] }, basis)));
    });

    [Fact]
    public void Low_pairs_are_not_kept()
    {
        var (sources, targets, basis) = World(new RandomWorld(3));
        var (all, high) = (CoverageTargets.Of(targets).Rows(sources, basis), CoverageTargets.Of(targets).Rows(sources, basis with { KeptFrom = 0.5 }));
        var kept = all.SelectMany(r => r).Where(c => c.Content >= 0.5).ToList();
        Assert.Equal(kept, high.SelectMany(r => r));
        Assert.InRange(kept.Count, 1, all.Sum(r => r.Length) - 1);
    }

    [Fact]
    public void What_cannot_be_computed_is_refused()
    {
        var (sources, targets, basis) = World(new RandomWorld(5));
        Assert.Throws<ArgumentException>(() => CoverageTargets.Of([.. targets, targets[0]]));
        Assert.Throws<ArgumentException>(() => CoverageTargets.Of([new CoverageTarget("X", [])]));
        Assert.Throws<ArgumentException>(() => CoverageTargets.Of([new CoverageTarget("X", [Requires("S", 0, 1)])]));
        Assert.Throws<ArgumentException>(() => CoverageTargets.Of(targets).Row(new CoverageSource("X", [Claim("S", 6)]), basis));
        Assert.Empty(CoverageTargets.Of([]).Row(sources[0], basis));
    }

    private static (double, double, double) Single(CoverageSource source, CoverageTarget target, CoverageBasis basis)
    {
        var single = Coverage.Of(new CoverageInput(new SourceExpression.One(source), target, basis.Mappings, basis.Rules, basis.AsOf)).Figures;
        return (single.Content, single.Content > 0 ? single.Assured : 0, single.LowerBound);
    }

    private static (double, double, double) Of(CoverageCell[] row, CoverageTargets targets, CoverageTarget target) =>
        row.Where(c => targets.Codes[c.Target] == target.Code).Select(c => (c.Content, c.Assured, c.LowerBound)).FirstOrDefault();

    private static (CoverageSource[], CoverageTarget[], CoverageBasis) World(RandomWorld world)
    {
        string[] codes = ["C0", "C1", "C2", "C3", "C4"];
        return (Array.ConvertAll(codes, world.Source), Array.ConvertAll(codes, world.Target), new(world.Mappings(), CoverageRules.Proposed2026, Day, KeptFrom: 0));
    }
}
