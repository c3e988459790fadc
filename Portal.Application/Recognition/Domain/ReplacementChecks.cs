using Portal.Application.Shared;

namespace Portal.Application.Recognition.Domain;

/// <summary>A statement that a later version of its framework replaced.</summary>
public sealed record StatementReplacement(string Statement, string ReplacedBy);

/// <summary>"Replaced by" leads forward; a circle would leave no statement in force.</summary>
public static class ReplacementChecks
{
    /// <returns>One error for each circle, at its first statement in ordinal order; the slot Statements lists all.</returns>
    public static IReadOnlyList<Error> Problems(IEnumerable<StatementReplacement> replacements) =>
        [.. Circles.In(replacements.Select(r => (r.Statement, r.ReplacedBy))).Select(circle => circle.Order(StringComparer.Ordinal).ToList())
            .OrderBy(circle => circle[0], StringComparer.Ordinal)
            .Select(circle => new Error("Recognition.Statement.ReplacedInCircle", circle[0],
                new Dictionary<string, object?> { ["Statements"] = string.Join(", ", circle) }))];
}
