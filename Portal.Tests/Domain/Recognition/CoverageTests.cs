using Portal.Application.Recognition.Domain;
using static Portal.Tests.Domain.Recognition.CoverageSamples;

namespace Portal.Tests.Domain.Recognition;

/// <summary>Coverage of a target by a source, worked by hand.</summary>
public sealed class CoverageTests
{
    private static readonly CoverageClaim[] Evidence =
    [
        Claim("S1", 3, 0.9, AssessmentStrength.ProctoredWritten, yearsOld: 1),
        Claim("S9", 5, 0.8, AssessmentStrength.PracticalExam, yearsOld: 5),
        Claim("S8", 3, 0.6, AssessmentStrength.SyllabusOnly, yearsOld: 6),
    ];

    private static readonly CoverageMapping[] Mappings =
    [
        Maps("S9", MappingRelation.Subset, "S2", 0.6, "plan", 0.7),
        Maps("S8", MappingRelation.Intersects, "S2", null, "report", 0.95),
    ];

    private static readonly CoverageRequirement[] Requirements =
        [Requires("S1", 2, 4, roles: ["R1"]), Requires("S2", 1, 3, isCritical: true, roles: ["R1", "R2"]), Requires("S3", 1, 2, area: "X")];

    // Weights 2, 1, 1, so W = 4.
    // S1: one claim at level 3 of 4: x = 3/4 = 0.75; assured 0.75 * 0.8 (written) * 1 (1 year) = 0.6; p = 0.9.
    // S2: two facets: 0.6 * min(1, 5/3) + 0.3 (default of "intersects") * min(1, 3/3) = 0.9; p = min(min(0.8, 0.7), min(0.6, 0.95)) = 0.6.
    //     assured 0.6 * 1.0 * d(5) + 0.3 * 0.5 * d(6), d(5) = 1 - 0.5 * 2/3 = 2/3, d(6) = 0.5: 0.4 + 0.075 = 0.475.
    // S3: nothing.
    // C = (2 * 0.75 + 0.9) / 4 = 2.4 / 4 = 0.6.   C* = (2 * 0.6 + 0.475) / 4 = 1.675 / 4 = 0.41875.
    // mu = (1.5 * 0.9 + 0.9 * 0.6) / 4 = 1.89 / 4 = 0.4725.
    // var = (1.5^2 * 0.9 * 0.1 + 0.9^2 * 0.6 * 0.4) / 16 = (0.2025 + 0.1944) / 16 = 0.02480625; its root is 0.1575.
    // low = 0.4725 - 1.2816 * 0.1575 = 0.4725 - 0.201852 = 0.270648.
    [Fact]
    public void A_worked_example_gives_the_figures_computed_by_hand()
    {
        var figures = Figures(One("A", Evidence), Requirements, Mappings);
        Assert.Equal(0.6, figures.Content, 12);
        Assert.Equal(0.41875, figures.Assured, 12);
        Assert.Equal(0.4725, figures.Mean, 12);
        Assert.Equal(0.02480625, figures.Variance, 12);
        Assert.Equal(0.270648, figures.LowerBound, 12);
    }

    [Fact]
    public void Each_requirement_is_explained()
    {
        var result = Coverage.Of(Input(One("A", Evidence), Requirements, Mappings));
        Assert.Equal(["S1", "S2", "S3"], result.Statements.Select(s => s.Requirement.Statement));
        Assert.Equal([3, 5, null], result.Statements.Select(s => s.LevelHeld));
        Assert.Equal([0.9, 0.6, 0], result.Statements.Select(s => s.Confidence));
        Assert.Equal([("S9", 0.6), ("S8", 0.3)], result.Statements[1].Winners.Select(w => (w.Claim.Statement, w.Value)));
        Assert.Equal("plan", result.Statements[1].Winners[0].Mapping!.Facet);
        Assert.Null(result.Statements[0].Winners.Single().Mapping);
        Assert.Equal(["S1", "S3"], result.Gaps.Select(g => g.Requirement.Statement));
        Assert.Empty(result.CriticalGaps);
        Assert.Equal(FitClass.ConditionalCandidate, result.Fit);
    }

    // R1: S1 and S2, W = 3: (1.5 + 0.9) / 3 = 0.8. R2: S2 alone: 0.9. X: S3 alone: 0.
    [Fact]
    public void Kinds_roles_and_areas_have_figures_of_their_own()
    {
        var parts = Coverage.Of(Input(One("A", Evidence), Requirements, Mappings)).Breakdown;
        Assert.Equal(["R1 0.8", "R2 0.9"], parts.ByRole.Select(p => $"{p.Key} {Math.Round(p.Figures.Content, 12)}"));
        Assert.Equal(["X 0"], parts.ByArea.Select(p => $"{p.Key} {p.Figures.Content}"));
        Assert.Equal(["Skill 0.6"], parts.ByKind.Select(p => $"{p.Key} {Math.Round(p.Figures.Content, 12)}"));
    }

    // One facet counts once: max(0.5, 0.4) = 0.5, and not 0.9. A whole mapping of 1/2 does not add to it either: max(0.5, 0.5) = 0.5.
    [Fact]
    public void One_facet_counts_once_and_a_whole_mapping_never_adds_up()
    {
        CoverageMapping[] mappings =
            [Maps("a", MappingRelation.Subset, "S", 0.5, "f"), Maps("b", MappingRelation.Subset, "S", 0.4, "f"), Maps("c", MappingRelation.Superset, "S")];
        Assert.Equal(0.5, Figures(One("A", Claim("a", 4), Claim("b", 4)), [Requires("S", 1, 4)], mappings).Content);
        Assert.Equal(0.5, Figures(One("A", Claim("a", 4), Claim("c", 2)), [Requires("S", 1, 4)], mappings).Content);
    }

    [Theory]
    [InlineData(MappingRelation.Equal, 1)]
    [InlineData(MappingRelation.Equivalent, 1)]
    [InlineData(MappingRelation.Superset, 1)]
    [InlineData(MappingRelation.Subset, 0.5)]
    [InlineData(MappingRelation.Intersects, 0.3)]
    [InlineData(MappingRelation.None, 0)]
    public void A_relation_covers_what_the_rules_say(MappingRelation relation, double expected) =>
        Assert.Equal(expected, Figures(One("A", Claim("a", 3)), [Requires("S", 1, 3)], Maps("a", relation, "S")).Content);

    [Fact]
    public void A_mapping_never_works_backwards() =>
        Assert.Equal(0, Figures(One("A", Claim("a", 3)), [Requires("S", 1, 3)], Maps("S", MappingRelation.Equal, "a")).Content);

    // 1 up to 3 years; 1 - 0.5 * (age - 3) / 3 up to 6; then 0.5. 2022-01-01 is 4 years and 181 of 365 days before 2026-07-01.
    [Theory]
    [InlineData("2026-07-01", 1)]
    [InlineData("2023-07-01", 1)]
    [InlineData("2022-07-01", 1 - 0.5 / 3)]
    [InlineData("2022-01-01", 1 - 0.5 * (1 + 181 / 365.0) / 3)]
    [InlineData("2020-07-01", 0.5)]
    [InlineData("1999-01-01", 0.5)]
    [InlineData("2027-01-01", 1)]
    public void Evidence_loses_assurance_with_age(string since, double expected)
    {
        var claim = Claim("S", 3) with { Since = DateOnly.Parse(since) };
        Assert.Equal(expected, Figures(One("A", claim), [Requires("S", 1, 3)]).Assured, 12);
    }

    [Theory]
    [InlineData(AssessmentStrength.PracticalExam, 1)]
    [InlineData(AssessmentStrength.ProctoredWritten, 0.8)]
    [InlineData(AssessmentStrength.AuditedPortfolio, 0.7)]
    [InlineData(AssessmentStrength.SyllabusOnly, 0.5)]
    [InlineData(AssessmentStrength.TrainingAttended, 0.4)]
    [InlineData(AssessmentStrength.SelfClaim, 0)]
    public void Assurance_follows_the_strength_and_content_does_not(AssessmentStrength strength, double expected)
    {
        var figures = Figures(One("A", Claim("S", 3, strength: strength)), [Requires("S", 1, 3)]);
        Assert.Equal((1, expected), (figures.Content, figures.Assured));
    }

    [Theory]
    [InlineData(0.85, false, FitClass.Covers)]
    [InlineData(0.8499, false, FitClass.ConditionalCandidate)]
    [InlineData(1, true, FitClass.ConditionalCandidate)]
    [InlineData(0.6, true, FitClass.ConditionalCandidate)]
    [InlineData(0.5999, false, FitClass.PartialOrNone)]
    [InlineData(0.3, true, FitClass.PartialOrNone)]
    public void The_class_follows_content_and_critical_gaps(double content, bool hasCriticalGap, FitClass expected) =>
        Assert.Equal(expected, CoverageRules.Proposed2026.FitOf(content, hasCriticalGap));

    // 0.1 + 0.7 is 0.7999999999999999 in binary.
    [Fact]
    public void A_threshold_is_not_missed_by_a_binary_digit() => Assert.False(CoverageRules.Proposed2026.IsGap(0.1 + 0.7));

    // Both requirements are met at 3/4 by A; the critical one stays a gap.
    [Fact]
    public void A_critical_gap_is_listed_and_holds_the_class_down()
    {
        var result = Coverage.Of(Input(One("A", Claim("S1", 5), Claim("S2", 3)), [Requires("S1", 9, 5), Requires("S2", 1, 4, isCritical: true)]));
        Assert.Equal(0.975, result.Figures.Content, 12);
        Assert.Equal("S2", Assert.Single(result.CriticalGaps).Requirement.Statement);
        Assert.Equal(FitClass.ConditionalCandidate, result.Fit);
    }

    [Fact]
    public void Of_two_equal_claims_the_surer_one_wins()
    {
        var result = Coverage.Of(Input(One("A", Claim("S", 3, 0.4), Claim("S", 4, 0.7)), [Requires("S", 1, 3)]));
        Assert.Equal(0.7, result.Statements[0].Confidence);
        Assert.Equal(4, result.Statements[0].LevelHeld);
    }
}
