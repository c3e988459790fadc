namespace Portal.Application.Recognition.Domain;

/// <summary>How far one certification covers one target, as a row keeps it.</summary>
public sealed class TargetCoverage
{
    private TargetCoverage() { }

    public Guid CertificationId { get; private init; }
    public Guid FrameworkId { get; private init; }

    /// <summary>The latest one of its target.</summary>
    public Guid RequirementSetId { get; private init; }

    /// <summary>0 to 1, as are the other two.</summary>
    public double Content { get; private set; }
    public double Assured { get; private set; }
    public double LowerBound { get; private set; }

    internal static TargetCoverage Of(CoverageRow row, Guid requirementSetId) =>
        new() { CertificationId = row.CertificationId, FrameworkId = row.FrameworkId, RequirementSetId = requirementSetId };

    internal void Say(CoverageCell cell) => (Content, Assured, LowerBound) = (cell.Content, cell.Assured, cell.LowerBound);
}

/// <summary>
/// One certification against all targets of one framework version, from what is recorded: computed anew when that changes, and every day,
/// because evidence ages. It shows people where to look; a decision pins figures of its own.
/// </summary>
public sealed class CoverageRow
{
    private readonly List<TargetCoverage> _pairs = [];

    private CoverageRow() { }

    public Guid CertificationId { get; private init; }
    public Guid FrameworkId { get; private init; }

    /// <summary>The day (UTC) at which the age of evidence was measured.</summary>
    public DateOnly AsOf { get; private set; }

    /// <summary>Two computations at once: the later one of them starts again.</summary>
    public DateTimeOffset ComputedAt { get; private set; }

    /// <summary>Those whose content reaches the limit of what is kept.</summary>
    public IReadOnlyList<TargetCoverage> Pairs => _pairs;

    public static CoverageRow Of(Guid certificationId, Guid frameworkId) => new() { CertificationId = certificationId, FrameworkId = frameworkId };

    /// <summary>Puts what was computed in place of what was known; a pair that stays as it is stays untouched.</summary>
    /// <param name="cells">By requirement set.</param>
    public void Replace(IReadOnlyDictionary<Guid, CoverageCell> cells, DateOnly asOf, DateTimeOffset now)
    {
        _pairs.RemoveAll(p => !cells.ContainsKey(p.RequirementSetId));
        foreach (var (set, cell) in cells)
        {
            Put(set, cell);
        }

        (AsOf, ComputedAt) = (asOf, now);
    }

    /// <summary>The same for one target.</summary>
    /// <param name="cell">Null where the certification does not reach it.</param>
    public void Replace(Guid requirementSetId, CoverageCell? cell, DateTimeOffset now)
    {
        Put(requirementSetId, cell);
        ComputedAt = now;
    }

    private void Put(Guid requirementSetId, CoverageCell? cell)
    {
        if (cell is null)
        {
            _pairs.RemoveAll(p => p.RequirementSetId == requirementSetId);
            return;
        }

        var pair = _pairs.Find(p => p.RequirementSetId == requirementSetId);
        if (pair is null)
        {
            _pairs.Add(pair = TargetCoverage.Of(this, requirementSetId));
        }

        pair.Say(cell.Value);
    }
}
