using Portal.Application.Recognition.Domain;
using static Portal.Tests.Domain.Recognition.CoverageSamples;

namespace Portal.Tests.Domain.Recognition;

/// <summary>Sources of several certifications, and both directions of a pair.</summary>
public sealed class CoverageCompositeTests
{
    private static readonly SourceExpression A = One("A", Claim("a", 3));
    private static readonly SourceExpression B = One("B", Claim("b", 3));
    private static readonly SourceExpression C = One("C", Claim("c", 3));
    private static readonly CoverageRequirement[] Requirements = [Requires("S", 1, 3)];

    private static readonly CoverageMapping[] Mappings =
    [
        Maps("a", MappingRelation.Subset, "S", 0.5, "one"), Maps("b", MappingRelation.Subset, "S", 0.3, "two"), Maps("c", MappingRelation.Subset, "S", 0.4, "one"),
    ];

    // Facets of both holders add up: 0.5 + 0.3.
    [Fact]
    public void All_of_several_add_their_facets() => Assert.Equal(0.8, Content(new SourceExpression.All([A, B])), 12);

    // Either: 0.5 or 0.3; what is true of every holder is 0.3.
    [Fact]
    public void Any_of_several_counts_as_the_lowest()
    {
        var result = Coverage.Of(Input(new SourceExpression.Any([A, B]), Requirements, Mappings));
        Assert.Equal(0.3, result.Figures.Content);
        Assert.Equal(["B", "A"], result.Ways.Select(w => w.Certifications.Single()));
        Assert.Equal(0.3, Assert.Single(result.Gaps).Content);
    }

    // B with A: 0.5 + 0.3 = 0.8. B with C: 0.4 + 0.3 = 0.7, the lower one.
    [Fact]
    public void Any_within_all_is_every_combination() =>
        Assert.Equal(0.7, Content(new SourceExpression.All([B, new SourceExpression.Any([A, C])])), 12);

    [Fact]
    public void A_certification_named_twice_is_held_once() => Assert.Equal(0.5, Content(new SourceExpression.All([A, new SourceExpression.All([A, A])])));

    [Fact]
    public void Two_sets_of_claims_under_one_code_are_refused() => Assert.Throws<ArgumentException>(() => Content(new SourceExpression.Any([A, One("A", Claim("b", 1))])));

    [Fact]
    public void The_tree_may_be_written_in_any_order()
    {
        var one = Coverage.Of(Input(new SourceExpression.All([B, new SourceExpression.Any([A, C])]), Requirements, Mappings));
        var other = Coverage.Of(Input(new SourceExpression.All([new SourceExpression.Any([C, A]), B]), Requirements, Mappings));
        Assert.Equal((one.Figures, one.InputHash), (other.Figures, other.InputHash));
    }

    [Fact]
    public void A_tree_without_certifications_or_with_too_many_ways_is_refused()
    {
        Assert.Equal("Recognition.Source.Empty", Assert.Single(new SourceExpression.All([A, new SourceExpression.Any([])]).Problems()).Code);
        var any = new SourceExpression.Any([A, B]);
        Assert.Empty(new SourceExpression.All([any, any, any, any, any, any, any, any]).Problems());
        Assert.Equal("Recognition.Source.TooManyWays", Assert.Single(new SourceExpression.All([any, any, any, any, any, any, any, any, any]).Problems()).Code);
    }

    // RISS holds T1 to T4, SEC holds T1 and T2. RISS -> SEC 2/2 = 1. SEC -> RISS 2/4 = 0.5. Harmonic mean 2 * 1 * 0.5 / 1.5 = 2/3. Surplus: T3, T4.
    [Fact]
    public void Direction_matters_and_the_reverse_gaps_are_the_surplus()
    {
        string[] many = ["T1", "T2", "T3", "T4"], few = ["T1", "T2"];
        var pair = Coverage.Both(Input(Holder("RISS", many), Asks(few)), Input(Holder("SEC", few), Asks(many)));
        Assert.Equal((1, 0.5), (pair.Forward.Figures.Content, pair.Reverse.Figures.Content));
        Assert.Equal(2 / 3.0, pair.HarmonicMean, 12);
        Assert.Equal(["T3", "T4"], pair.Surplus.Select(s => s.Requirement.Statement));
        Assert.False(pair.IsComparable);
        Assert.True(Coverage.Both(Input(Holder("RISS", few), Asks(few)), Input(Holder("SEC", few), Asks(few))).IsComparable);
    }

    [Fact]
    public void Two_sides_without_overlap_have_a_mean_of_zero() =>
        Assert.Equal(0, Coverage.Both(Input(Holder("X", ["T1"]), Asks(["T2"])), Input(Holder("Y", ["T2"]), Asks(["T1"]))).HarmonicMean);

    private static double Content(SourceExpression source) => Figures(source, Requirements, Mappings).Content;

    private static SourceExpression Holder(string code, string[] statements) => One(code, [.. statements.Select(s => Claim(s, 3))]);

    private static CoverageRequirement[] Asks(string[] statements) => [.. statements.Select(s => Requires(s, 1, 3))];
}
