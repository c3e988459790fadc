using Portal.Application.Recognition.Domain;
using static Portal.Tests.Domain.Recognition.CoverageSamples;

namespace Portal.Tests.Domain.Recognition;

/// <summary>The table of all pairs says what one comparison says.</summary>
public sealed class CoverageTableTests
{
    private static readonly IEnumerable<ulong> s_seeds = Seeds.Take(60);

    [Fact]
    public void Every_pair_has_the_bits_of_a_single_comparison() => Assert.All(s_seeds, seed =>
    {
        var (sources, targets, settings) = World(new RandomWorld(seed));
        AssertSame(CoverageTable.Of(sources, targets, settings), sources, targets, settings);
    });

    [Fact]
    public void A_changed_or_new_certification_gives_the_table_made_anew() => Assert.All(s_seeds, seed =>
    {
        var world = new RandomWorld(seed);
        var (sources, targets, settings) = World(world);
        var table = CoverageTable.Of(sources, targets, settings);
        var (changed, asked) = (world.Source("C1"), world.Target("C1"));
        var (fresh, wanted) = (New(world.Source("NEW")), world.Target("NEW"));
        var after = table.With(changed).With(asked).With(fresh).With(wanted).With(New(world.Source("C2")));
        Assert.Equal(6, after.Sources.Count());
        AssertSame(table, sources, targets, settings);
        AssertSame(table.With(changed).With(asked), Put(sources, changed, s => s.Code), Put(targets, asked, t => t.Code), settings);
        AssertSame(after.With(sources[2]), [.. Put(sources, changed, s => s.Code), fresh], [.. Put(targets, asked, t => t.Code), wanted], settings);
    });

    [Fact]
    public void Low_pairs_are_not_kept()
    {
        var (sources, targets, settings) = World(new RandomWorld(3));
        var (all, high) = (CoverageTable.Of(sources, targets, settings), CoverageTable.Of(sources, targets, settings with { KeptFrom = 0.5 }));
        var kept = sources.SelectMany(s => all.Row(s.Code)).Where(c => c.Content >= 0.5).ToList();
        Assert.Equal(kept, sources.SelectMany(s => high.Row(s.Code)));
        Assert.InRange(kept.Count, 1, sources.Sum(s => all.Row(s.Code).Count) - 1);
    }

    [Fact]
    public void Rows_and_columns_show_the_same_pairs()
    {
        var (sources, targets, settings) = World(new RandomWorld(5));
        var table = CoverageTable.Of(sources, targets, settings);
        var rows = table.Sources.SelectMany(table.Row, (s, c) => (s, table.Targets[c.Target], c)).ToHashSet();
        var columns = table.Targets.SelectMany(table.Column, (t, c) => (c.Source, t, c.Cell)).ToHashSet();
        Assert.NotEmpty(rows);
        Assert.True(rows.SetEquals(columns));
        Assert.Empty(table.Row("unknown"));
        Assert.Empty(table.Column("unknown"));
    }

    [Fact]
    public void What_cannot_be_computed_is_refused()
    {
        var (sources, targets, settings) = World(new RandomWorld(5));
        Assert.Throws<ArgumentException>(() => CoverageTable.Of([.. sources, sources[0]], targets, settings));
        Assert.Throws<ArgumentException>(() => CoverageTable.Of([new CoverageSource("X", [Claim("S", 6)])], targets, settings));
        Assert.Throws<ArgumentException>(() => CoverageTable.Of(sources, [new CoverageTarget("X", [])], settings));
        Assert.Throws<ArgumentException>(() => CoverageTable.Of(sources, targets, settings).With(new CoverageTarget("X", [Requires("S", 0, 1)])));
    }

    private static void AssertSame(CoverageTable table, IReadOnlyList<CoverageSource> sources, IReadOnlyList<CoverageTarget> targets, CoverageTableSettings settings)
    {
        foreach (var (source, target) in sources.SelectMany(_ => targets, (s, t) => (s, t)))
        {
            var single = Coverage.Of(new CoverageInput(new SourceExpression.One(source), target, settings.Mappings, settings.Rules, settings.AsOf)).Figures;
            var cell = table.Between(source.Code, target.Code);
            Assert.Equal((single.Content, single.Content > 0 ? single.Assured : 0, single.LowerBound), cell is { } c ? (c.Content, c.Assured, c.LowerBound) : (0, 0, 0));
        }
    }

    private static (CoverageSource[], CoverageTarget[], CoverageTableSettings) World(RandomWorld world)
    {
        string[] codes = ["C0", "C1", "C2", "C3", "C4"];
        return (Array.ConvertAll(codes, world.Source), Array.ConvertAll(codes, world.Target), new(world.Mappings(), CoverageRules.Proposed2026, Day, KeptFrom: 0));
    }

    /// <summary>With a statement that the table has not met yet.</summary>
    private static CoverageSource New(CoverageSource source) => source with { Claims = [.. source.Claims, Claim("A-new", 3)] };

    private static T[] Put<T>(T[] all, T item, Func<T, string> code) => Array.ConvertAll(all, x => code(x) == code(item) ? item : x);
}
