using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;

namespace Portal.Application.Recognition;

/// <summary>Why the figures of a version are no longer those that would be computed now.</summary>
/// <param name="Evidence">Other claims, mappings or items count for the source.</param>
/// <param name="RequirementSet">Number of the target's latest set, where it is a later one.</param>
public sealed record FiguresStale(bool Evidence, int? RequirementSet);

internal static class StaleFigures
{
    /// <returns>Null where the figures stand, or where they are from before the hash was kept.</returns>
    public static async Task<FiguresStale?> StaleAsync(this IPortalDb db, Equivalence equivalence, CoverageReport? report, DateOnly today, CancellationToken ct)
    {
        if (report?.EvidenceHash is not { } pinned)
        {
            return null;
        }

        var set = await db.RequirementSets.Where(s => s.Id == report.RequirementSetId).Select(s => new { s.FrameworkId, s.Number }).SingleAsync(ct);
        var later = await db.RequirementSets
            .Where(s => s.FrameworkId == set.FrameworkId && s.TargetKind == equivalence.TargetKind && s.TargetCode == equivalence.TargetCode && s.Number > set.Number)
            .MaxAsync(s => (int?)s.Number, ct);
        var claims = await RecordedClaims.OfAsync(db, equivalence.Source.Certifications, set.FrameworkId, today, ct);
        var isOther = claims.HashOf(equivalence.Source.Certifications) != pinned;
        return isOther || later is not null ? new(isOther, later) : null;
    }
}
