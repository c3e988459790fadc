using Portal.Application.Recognition.Domain;
using static Portal.Tests.Domain.Recognition.CoverageSamples;

namespace Portal.Tests.Domain.Recognition;

/// <summary>Mappings, sets and replacements that cannot stand.</summary>
public sealed class MappingChecksTests
{
    private const string Contradicts = "Recognition.Mapping.Contradicts";

    public static TheoryData<string> Contradictory =>
    [
        "a equal b, a subset b",
        "a equal b, b superset a",
        "a superset b, a subset b",
        "a superset b, b superset a",
        "a intersects b, b subset a",
        "a none b, a equivalent b",
        "a equal b, b equal c, a subset c",
        "a equal b, c equal b, c intersects a",
        "a equal b, b subset c, a superset c",
        "a superset b, b superset c, c superset a",
        "a superset b, b equal c, d subset c, d superset a",
        "a subset a",
        "a none a",
    ];

    public static TheoryData<string> Sound =>
    [
        "a equal b, b equal c, c equal a",
        "a equal b, a equivalent b",
        "a superset b, b subset a",
        "a intersects b, b intersects a",
        "a superset b, b superset c, a superset c",
        "a equivalent b, b equivalent c, a subset c",
        "a subset b, c subset b, a none c",
        "a equal a",
    ];

    [Theory, MemberData(nameof(Contradictory))]
    public void A_contradiction_is_refused_also_through_equal_statements(string mappings)
    {
        var problems = MappingChecks.Problems(Read(mappings));
        Assert.NotEmpty(problems);
        Assert.All(problems, p => Assert.Equal(Contradicts, p.Code));
    }

    [Theory, MemberData(nameof(Sound))]
    public void What_can_be_true_at_once_is_allowed(string mappings) => Assert.Empty(MappingChecks.Problems(Read(mappings)));

    [Fact]
    public void A_contradiction_names_its_pairs_and_no_other()
    {
        var problems = MappingChecks.Problems(Read("a equal b, x subset y, b subset a"));
        Assert.Equal([("b", "a")], problems.Select(p => ((string)p.Slots!["Subject"]!, (string)p.Slots["Target"]!)));
    }

    [Theory]
    [InlineData(MappingRelation.Subset, 0.0)]
    [InlineData(MappingRelation.Subset, 1.1)]
    [InlineData(MappingRelation.Intersects, double.NaN)]
    [InlineData(MappingRelation.Equal, 0.5)]
    public void A_share_out_of_range_is_refused(MappingRelation relation, double fraction) =>
        Assert.Equal("Recognition.Mapping.FractionRange", Assert.Single(MappingChecks.Problems([Maps("a", relation, "b", fraction)])).Code);

    [Fact]
    public void A_confidence_out_of_range_and_a_repetition_are_refused()
    {
        Assert.Equal("Recognition.Mapping.ConfidenceRange", Assert.Single(MappingChecks.Problems([Maps("a", MappingRelation.Equal, "b", confidence: 1.01)])).Code);
        var twice = Maps("a", MappingRelation.Subset, "b", 0.5, "f");
        Assert.Equal("Recognition.Mapping.Twice", Assert.Single(MappingChecks.Problems([twice, twice with { Fraction = 0.4 }])).Code);
        Assert.Empty(MappingChecks.Problems([twice, twice with { Facet = "g" }]));
    }

    [Fact]
    public void Requirements_and_claims_out_of_range_are_refused()
    {
        Assert.Equal(["Recognition.Requirement.None"], CoverageChecks.Problems(Array.Empty<CoverageRequirement>()).Select(p => p.Code));
        Assert.Equal(
            ["Recognition.Requirement.Twice b", "Recognition.Requirement.WeightZero a", "Recognition.Requirement.WeightZero d", "Recognition.Requirement.LevelRange c"],
            CoverageChecks.Problems([Requires("a", 0, 1), Requires("b", 1, 1), Requires("b", 1, 5), Requires("c", 1, 6), Requires("d", double.NaN, 1)]).Select(p => $"{p.Code} {p.Field}"));
        Assert.Equal(
            ["Recognition.Claim.LevelRange a", "Recognition.Claim.ConfidenceRange b"],
            CoverageChecks.Problems([Claim("a", 0), Claim("b", 1, double.NaN), Claim("c", 5, 0)]).Select(p => $"{p.Code} {p.Field}"));
    }

    [Fact]
    public void Replacements_in_a_circle_are_refused_once_for_each_circle()
    {
        var problems = ReplacementChecks.Problems([new("c", "a"), new("a", "b"), new("b", "c"), new("x", "x"), new("p", "q"), new("q", "a")]);
        Assert.Equal(["a, b, c", "x"], problems.Select(p => p.Slots!["Statements"]));
        Assert.All(problems, p => Assert.Equal("Recognition.Statement.ReplacedInCircle", p.Code));
    }

    [Fact]
    public void A_very_long_chain_of_replacements_is_no_circle() =>
        Assert.Empty(ReplacementChecks.Problems(Enumerable.Range(0, 100_000).Select(i => new StatementReplacement($"s{i}", $"s{i + 1}"))));

    [Fact]
    public void Every_relation_has_its_names_and_reads_backwards()
    {
        Assert.All(Enum.GetValues<MappingRelation>(), r =>
        {
            Assert.Equal(r, MappingTerms.Of(r).Relation);
            Assert.Equal(r, MappingTerms.Of(MappingTerms.Of(r).Inverse).Inverse);
        });
        Assert.Equal(("subset-of", "skos:broadMatch"), (MappingTerms.Of(MappingRelation.Subset).Oscal, MappingTerms.Of(MappingRelation.Subset).Skos));
        Assert.Equal("Not", MappingTerms.Of(MappingRelation.None).SssomModifier);
    }

    private static CoverageMapping[] Read(string mappings) =>
        [.. mappings.Split(", ").Select(m => m.Split(' ')).Select(m => Maps(m[0], Enum.Parse<MappingRelation>(m[1], ignoreCase: true), m[2]))];
}
