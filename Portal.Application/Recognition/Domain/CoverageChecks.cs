using Portal.Application.Shared;

namespace Portal.Application.Recognition.Domain;

/// <summary>What keeps a requirement set, claims or a whole input from being computed. The field and the slot Statement name the statement.</summary>
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

    public static IReadOnlyList<Error> Problems(IReadOnlyList<CoverageRequirement> requirements)
    {
        if (requirements.Count == 0)
        {
            return [new Error("Recognition.Requirement.None")];
        }

        var seen = new HashSet<string>(requirements.Count, StringComparer.Ordinal);
        return
        [
            .. requirements.Where(r => !seen.Add(r.Statement)).Select(r => ErrorAt("Recognition.Requirement.Twice", r.Statement)),
            .. requirements.Where(r => r.Weight is not (> 0 and < double.PositiveInfinity)).Select(r => ErrorAt("Recognition.Requirement.WeightZero", r.Statement)),
            .. requirements.Where(r => !IsLevel(r.Level)).Select(r => ErrorAt("Recognition.Requirement.LevelRange", r.Statement)),
        ];
    }

    public static IReadOnlyList<Error> Problems(IReadOnlyList<CoverageClaim> claims) =>
    [
        .. claims.Where(c => !IsLevel(c.Level)).Select(c => ErrorAt("Recognition.Claim.LevelRange", c.Statement)),
        .. claims.Where(c => !IsShare(c.Confidence)).Select(c => ErrorAt("Recognition.Claim.ConfidenceRange", c.Statement)),
    ];

    internal static bool IsShare(double value) => value is >= 0 and <= 1;

    private static bool IsLevel(int level) => level is >= LowestLevel and <= HighestLevel;

    private static Error ErrorAt(string code, string statement) =>
        new(code, statement, new Dictionary<string, object?> { ["Statement"] = statement, ["Min"] = LowestLevel, ["Max"] = HighestLevel });
}
