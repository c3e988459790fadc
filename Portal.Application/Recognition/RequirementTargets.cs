using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;

namespace Portal.Application.Recognition;

/// <summary>The latest requirement set of every target, ready to compute with. Sets never change, so they are read once, and again when there is a new one.</summary>
internal sealed class RequirementTargets
{
    private readonly ConcurrentDictionary<Guid, Known> _known = new();

    /// <summary>Targets under the ids of their sets.</summary>
    public async Task<CoverageTargets> OfAsync(IPortalDb db, Guid frameworkId, CancellationToken ct)
    {
        var count = await db.RequirementSets.CountAsync(s => s.FrameworkId == frameworkId, ct);
        if (_known.TryGetValue(frameworkId, out var known) && known.Count == count)
        {
            return known.Targets;
        }

        var sets = await db.RequirementSets.AsNoTracking().Where(s => s.FrameworkId == frameworkId && !db.RequirementSets.Any(l =>
            l.FrameworkId == frameworkId && l.TargetKind == s.TargetKind && l.TargetCode == s.TargetCode && l.Number > s.Number)).ToListAsync(ct);
        var targets = await OfAsync(db, frameworkId, sets, ct);
        _known[frameworkId] = new(count, targets);
        return targets;
    }

    public static async Task<CoverageTargets> OfAsync(IPortalDb db, Guid frameworkId, IReadOnlyList<RequirementSet> sets, CancellationToken ct)
    {
        var kinds = await db.Frameworks.Where(f => f.Id == frameworkId).SelectMany(f => f.Elements).ToDictionaryAsync(e => e.Code, e => e.Kind, ct);
        return CoverageTargets.Of([.. sets.Select(s => s.AsTarget(s.Id.ToString(), kinds))]);
    }

    private sealed record Known(int Count, CoverageTargets Targets);
}
