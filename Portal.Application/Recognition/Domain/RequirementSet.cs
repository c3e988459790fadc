using Portal.Application.Shared;

namespace Portal.Application.Recognition.Domain;

public enum TargetKind { Certification, WorkRole }

/// <summary>What a certification is compared with: another certification by its code, or a work role by its framework code.</summary>
public sealed record Target(TargetKind Kind, string Code)
{
    public const int CodeLength = Certification.CodeLength;
}

/// <param name="Statement">Code in the set's framework.</param>
/// <param name="Weight">How much it counts: above 0, at most 100. Only proportions matter.</param>
/// <param name="Level">What is required, 1 to 5.</param>
/// <param name="IsCritical">Without it no decision can be full.</param>
public sealed record RequirementRow(string Statement, decimal Weight, int Level, bool IsCritical);

/// <summary>
/// What somebody who holds the target is taken to be able to do, in one version of one framework. A set is never changed, because
/// decisions are made on it: a change is the next set of the same target.
/// </summary>
public sealed class RequirementSet : Aggregate
{
    public const decimal HighestWeight = 100;
    public const int MostRows = 1000;

    private RequirementSet() { }

    public Guid FrameworkId { get; private set; }
    public TargetKind TargetKind { get; private set; }
    public string TargetCode { get; private set; } = "";

    /// <summary>1, 2, … within one target and framework.</summary>
    public int Number { get; private set; }
    public IReadOnlyList<RequirementRow> Rows { get; private set; } = [];
    public DateTimeOffset DefinedAt { get; private set; }

    public Target Target => new(TargetKind, TargetCode);

    public string ContentHash => Shared.ContentHash.Of(new { FrameworkId, Target, Rows });

    /// <summary>As figures are computed for it.</summary>
    /// <param name="kinds">Of the statements of its framework.</param>
    public CoverageTarget AsTarget(string code, IReadOnlyDictionary<string, FrameworkElementKind> kinds) =>
        new(code, [.. Rows.Select(r => new CoverageRequirement(r.Statement, kinds[r.Statement], (double)r.Weight, r.Level, r.IsCritical, []))]);

    /// <param name="statements">The statements of the framework that the rows name, by code.</param>
    /// <param name="number">One above the last set of the same target.</param>
    /// <exception cref="RefusedException">A row is unsound; the first one is named.</exception>
    public static RequirementSet Define(
        Guid frameworkId, Target target, int number, IReadOnlyList<RequirementRow> rows, IReadOnlyDictionary<string, FrameworkElement> statements, Actor actor, DateTimeOffset now)
    {
        if (!actor.Has(Permission.DescribeCertifications) || actor.Agency is null)
        {
            throw new ForbiddenException();
        }

        if (Problems(rows, statements) is [var first, ..])
        {
            throw new RefusedException(first);
        }

        var set = new RequirementSet
        {
            FrameworkId = frameworkId,
            TargetKind = target.Kind,
            TargetCode = target.Code,
            Number = number,
            Rows = [.. rows.OrderBy(r => r.Statement, StringComparer.Ordinal)],
            DefinedAt = now,
        };
        set.Raise(new RequirementsDefined(set.Id));
        return set;
    }

    public static IReadOnlyList<Error> Problems(IReadOnlyList<RequirementRow> rows, IReadOnlyDictionary<string, FrameworkElement> statements) =>
        rows.Count == 0 ? [new Error("Recognition.Requirements.Empty", nameof(Rows))]
        : rows.Count > MostRows ? [new Error("Recognition.Requirements.TooMany", nameof(Rows), new Dictionary<string, object?> { ["Most"] = MostRows })]
        : [.. rows.Select((row, index) => Problem(row, statements, rows.Take(index))).OfType<Error>()];

    private static Error? Problem(RequirementRow row, IReadOnlyDictionary<string, FrameworkElement> statements, IEnumerable<RequirementRow> before) =>
        !statements.TryGetValue(row.Statement, out var statement) || !statement.IsStatement ? Refuse("NoStatement", row)
        : statement.IsRetired ? Refuse("StatementRetired", row)
        : row.Weight is <= 0 or > HighestWeight ? Refuse("WeightRange", row)
        : row.Level is < EvidenceClaim.LowestLevel or > EvidenceClaim.HighestLevel ? Refuse("LevelRange", row)
        : before.Any(b => b.Statement == row.Statement) ? Refuse("Twice", row)
        : null;

    private static Error Refuse(string why, RequirementRow row) =>
        new($"Recognition.Requirements.{why}", nameof(Rows), new Dictionary<string, object?> { ["Statement"] = row.Statement });
}
