using Portal.Application.Recognition.Domain;
using static Portal.Tests.Domain.Recognition.CoverageSamples;

namespace Portal.Tests.Domain.Recognition;

/// <summary>What holds for every input; each is tried on 200 worlds from seeds.</summary>
public sealed class CoveragePropertyTests
{
    [Fact]
    public void One_more_claim_never_lowers_content_or_assured() => Assert.All(Seeds, seed =>
    {
        var world = new RandomWorld(seed);
        var input = world.Input();
        var source = ((SourceExpression.One)input.Source).Certification;
        var (before, after) = (Coverage.Of(input).Figures, Coverage.Of(input with { Source = new SourceExpression.One(source with { Claims = [.. source.Claims, world.Claim()] }) }).Figures);
        Assert.True(after.Content >= before.Content && after.Assured >= before.Assured, $"{before} {after}");
    });

    [Fact]
    public void A_certification_covers_what_its_own_claims_say() => Assert.All(Seeds, seed =>
    {
        var world = new RandomWorld(seed);
        var source = world.Source("A");
        CoverageRequirement[] own = [.. source.Claims.GroupBy(c => c.Statement).Select(g => Requires(g.Key, 0.1 + world.Below(9), g.Max(c => c.Level)))];
        var result = Coverage.Of(Input(new SourceExpression.One(source), own, world.Mappings()));
        Assert.Equal(1, result.Figures.Content);
        Assert.Empty(result.Gaps);
    });

    // Times 4 moves no binary digit; times 3.7 may move the last one.
    [Fact]
    public void Scaled_weights_change_nothing() => Assert.All(Seeds, seed =>
    {
        var input = new RandomWorld(seed).Input();
        var figures = Coverage.Of(input).Figures;
        Assert.Equal(figures, Coverage.Of(Scaled(input, 4)).Figures);
        var scaled = Coverage.Of(Scaled(input, 3.7)).Figures;
        Assert.Equal(figures.Content, scaled.Content, 12);
        Assert.Equal(figures.Assured, scaled.Assured, 12);
        Assert.Equal(figures.LowerBound, scaled.LowerBound, 12);
    });

    [Fact]
    public void Order_changes_no_bit_and_not_the_hash() => Assert.All(Seeds, seed =>
    {
        var world = new RandomWorld(seed);
        var input = world.Input();
        var source = ((SourceExpression.One)input.Source).Certification;
        var other = input with
        {
            Source = new SourceExpression.One(source with { Claims = world.Shuffled(source.Claims) }),
            Target = input.Target with { Requirements = world.Shuffled(input.Target.Requirements.Select(r => r with { Roles = world.Shuffled(r.Roles) })) },
            Mappings = world.Shuffled(input.Mappings),
        };
        var (one, two) = (Coverage.Of(input), Coverage.Of(other));
        Assert.Equal((one.Figures, one.InputHash), (two.Figures, two.InputHash));
        Assert.Equal(one.Statements.SelectMany(s => s.Winners), two.Statements.SelectMany(s => s.Winners));
    });

    [Fact]
    public void Holding_all_is_never_less_than_holding_one_and_any_is_the_lowest() => Assert.All(Seeds, seed =>
    {
        var world = new RandomWorld(seed);
        var input = world.Input();
        SourceExpression[] parts = [input.Source, new SourceExpression.One(world.Source("X")), new SourceExpression.One(world.Source("Y"))];
        var each = parts.Select(p => Coverage.Of(input with { Source = p }).Figures).ToList();
        var all = Coverage.Of(input with { Source = new SourceExpression.All(parts) }).Figures;
        var any = Coverage.Of(input with { Source = new SourceExpression.Any(parts) }).Figures;
        Assert.All(each, e => Assert.True(all.Content >= e.Content && all.Assured >= e.Assured));
        Assert.Equal((each.Min(e => e.Content), each.Min(e => e.Assured), each.Min(e => e.LowerBound)), (any.Content, any.Assured, any.LowerBound));
    });

    [Fact]
    public void Figures_stay_in_their_ranges() => Assert.All(Seeds, seed =>
    {
        var result = Coverage.Of(new RandomWorld(seed).Input());
        Assert.All(result.Breakdown.ByRole.Concat(result.Breakdown.ByKind).Select(p => p.Figures).Append(result.Figures), f =>
        {
            Assert.InRange(f.Content, 0, 1);
            Assert.InRange(f.Assured, 0, f.Content);
            Assert.InRange(f.Mean, 0, f.Content);
            Assert.InRange(f.LowerBound, 0, f.Mean);
        });
    });

    [Fact]
    public void Most_worlds_have_something_to_say() =>
        Assert.InRange(Seeds.Count(seed => Coverage.Of(new RandomWorld(seed).Input()).Figures.Content is > 0 and < 1), 120, 200);

    [Fact]
    public void The_direction_changes_the_figure_in_most_worlds() => Assert.InRange(Seeds.Count(seed =>
    {
        var world = new RandomWorld(seed);
        var (a, b, mappings) = (world.Source("A"), world.Source("B"), world.Mappings());
        return Content(a, b, mappings) != Content(b, a, mappings);
    }), 120, 200);

    [Fact]
    public void The_hash_tells_every_input_apart()
    {
        var input = new RandomWorld(7).Input();
        var rules = input.Rules;
        CoverageInput[] others =
        [
            input, input with { AsOf = Day.AddDays(1) }, input with { Rules = rules with { Version = "next" } }, input with { Rules = rules with { GapBelow = 0.7 } },
            input with { Mappings = [.. input.Mappings, Maps("T00", MappingRelation.Equal, "T01")] }, Scaled(input, 2),
            input with { Source = new SourceExpression.One(new CoverageSource("A", [])) }, input with { Target = input.Target with { Code = "Z" } },
        ];
        Assert.Equal(others.Length, others.Select(i => Coverage.Of(i).InputHash).Distinct().Count());
        Assert.Equal(Coverage.Of(input).InputHash, Coverage.Of(input with { Mappings = [.. input.Mappings.Select(m => m with { Id = Guid.NewGuid() })] }).InputHash);
    }

    private static double Content(CoverageSource source, CoverageSource target, CoverageMapping[] mappings) => Figures(
        new SourceExpression.One(source), [.. target.Claims.GroupBy(c => c.Statement).Select(g => Requires(g.Key, 1, g.Max(c => c.Level)))], mappings).Content;

    private static CoverageInput Scaled(CoverageInput input, double by) =>
        input with { Target = input.Target with { Requirements = [.. input.Target.Requirements.Select(r => r with { Weight = r.Weight * by })] } };
}
