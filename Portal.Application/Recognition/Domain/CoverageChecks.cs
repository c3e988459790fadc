using Portal.Application.Shared;

namespace Portal.Application.Recognition.Domain;

/// <summary>What keeps a requirement set, claims or a whole input from being computed. The field names the statement.</summary>
public static class CoverageChecks
{
    public const int LowestLevel = 1;
    public const int HighestLevel = 5;

    public static IReadOnlyList<Error> Problems(CoverageInput input) =>
    [
        .. input.Source.Problems(),
        .. Problems(input.Target.Requirements),
        .. input.Source.Certifications().SelectMany(s => Problems(s.Claims)),
        .. MappingChecks.RangeProblems(input.Mappings),
    ];

    public static IReadOnlyList<Error> Problems(IReadOnlyList<CoverageRequirement> requirements) =>
    [
        .. requirements.Count == 0 ? [new Error("Recognition.Requirement.None")] : Array.Empty<Error>(),
        .. requirements.Where(r => r.Weight is not (> 0 and < double.PositiveInfinity)).Select(r => new Error("Recognition.Requirement.WeightZero", r.Statement)),
        .. requirements.Where(r => !IsLevel(r.Level)).Select(r => LevelRange("Recognition.Requirement.LevelRange", r.Statement)),
        .. requirements.GroupBy(r => r.Statement).Where(g => g.Count() > 1).Select(g => new Error("Recognition.Requirement.Twice", g.Key)),
    ];

    public static IReadOnlyList<Error> Problems(IReadOnlyList<CoverageClaim> claims) =>
    [
        .. claims.Where(c => !IsLevel(c.Level)).Select(c => LevelRange("Recognition.Claim.LevelRange", c.Statement)),
        .. claims.Where(c => !IsShare(c.Confidence)).Select(c => new Error("Recognition.Claim.ConfidenceRange", c.Statement)),
    ];

    internal static bool IsShare(double value) => value is >= 0 and <= 1;

    private static bool IsLevel(int level) => level is >= LowestLevel and <= HighestLevel;

    private static Error LevelRange(string code, string statement) =>
        new(code, statement, new Dictionary<string, object?> { ["Min"] = LowestLevel, ["Max"] = HighestLevel });
}
