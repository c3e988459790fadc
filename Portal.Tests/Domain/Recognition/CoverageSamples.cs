using Portal.Application.Recognition.Domain;

namespace Portal.Tests.Domain.Recognition;

/// <summary>Small worlds of claims, requirements and mappings: by hand, or from a seed for the properties that hold for all of them.</summary>
internal static class CoverageSamples
{
    public static readonly DateOnly Day = new(2026, 7, 1);

    public static IEnumerable<ulong> Seeds => Enumerable.Range(1, 200).Select(i => (ulong)i);

    public static CoverageRequirement Requires(string statement, double weight, int level, bool isCritical = false, string[]? roles = null, string? area = null) =>
        new(statement, FrameworkElementKind.Skill, weight, level, isCritical, roles ?? [], area);

    public static CoverageClaim Claim(string statement, int level, double confidence = 1, AssessmentStrength strength = AssessmentStrength.PracticalExam, int yearsOld = 0) =>
        new(statement, level, strength, Day.AddYears(-yearsOld), confidence);

    public static CoverageMapping Maps(string subject, MappingRelation relation, string target, double? fraction = null, string? facet = null, double confidence = 1) =>
        new(subject, target, relation, fraction, facet, confidence);

    public static CoverageInput Input(SourceExpression source, IReadOnlyList<CoverageRequirement> requirements, params CoverageMapping[] mappings) =>
        new(source, new CoverageTarget("B", requirements), mappings, CoverageRules.Proposed2026, Day);

    public static SourceExpression One(string code, params CoverageClaim[] claims) => new SourceExpression.One(new CoverageSource(code, claims));

    public static CoverageFigures Figures(SourceExpression source, IReadOnlyList<CoverageRequirement> requirements, params CoverageMapping[] mappings) =>
        Coverage.Of(Input(source, requirements, mappings)).Figures;
}

/// <summary>A world from a seed: twelve statements, some evidence, some mappings of every relation.</summary>
internal sealed class RandomWorld(ulong seed)
{
    private static readonly string?[] s_facets = [null, "a", "b", "c"];
    private readonly SeededRandom _random = new(seed);

    public int Below(int bound) => _random.Below(bound);

    public T[] Shuffled<T>(IEnumerable<T> items) => [.. items.Select(i => (Key: _random.Next(), i)).OrderBy(x => x.Key).Select(x => x.i)];

    public CoverageClaim Claim() => new(
        Statement(), 1 + Below(5), (AssessmentStrength)Below(6), CoverageSamples.Day.AddDays(-Below(3000)), _random.Share());

    public CoverageSource Source(string code) => new(code, [.. Enumerable.Range(0, 1 + Below(15)).Select(_ => Claim())]);

    public CoverageTarget Target(string code) => new(code,
    [
        .. Enumerable.Range(0, 1 + Below(10)).Select(_ => Statement()).Distinct().Select(s => new CoverageRequirement(
            s, (FrameworkElementKind)(3 + Below(3)), 0.1 + _random.Share(), 1 + Below(5), Below(4) == 0, [.. Enumerable.Range(0, Below(3)).Select(i => $"R{i}")], Below(2) == 0 ? "X" : null)),
    ]);

    public CoverageMapping[] Mappings() => [.. Enumerable.Range(0, Below(14)).Select(_ => Mapping())];

    public CoverageInput Input() => new(new SourceExpression.One(Source("A")), Target("B"), Mappings(), CoverageRules.Proposed2026, CoverageSamples.Day);

    private CoverageMapping Mapping()
    {
        var relation = (MappingRelation)Below(6);
        double? fraction = relation is MappingRelation.Subset or MappingRelation.Intersects && Below(3) > 0 ? 1 - _random.Share() : null;
        return new CoverageMapping(Statement(), Statement(), relation, fraction, s_facets[Below(4)], _random.Share());
    }

    private string Statement() => $"T{Below(12):00}";
}
