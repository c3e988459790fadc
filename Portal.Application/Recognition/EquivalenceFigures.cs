using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition;

/// <summary>
/// Brings what is recorded to the computation: the standing claims of each certification's current version, the requirement set, and the
/// mappings that carry claims on another framework version to the statements of the set.
/// </summary>
internal static class EquivalenceFigures
{
    /// <param name="reviewed">The version whose review settles how far each claim is trusted; null before a review: the author's own word counts.</param>
    /// <exception cref="RefusedException">Nothing is claimed for a certification of the source.</exception>
    public static async Task<CoverageReport> ReportAsync(
        this IPortalDb db, Equivalence equivalence, RequirementSet set, EquivalenceVersion? reviewed, DateOnly asOf, CancellationToken ct)
    {
        var claims = await RecordedClaims.OfAsync(db, equivalence.Certifications(), set.FrameworkId, asOf, ct);
        return claims.Missing(equivalence.Source) is { } empty
            ? throw new RefusedException(new Error("Recognition.Figures.NoClaims", null, new Dictionary<string, object?> { ["Certification"] = empty }))
            : await db.ReportAsync(equivalence, set, reviewed, claims, ct);
    }

    /// <param name="claims">With something for each certification of the source.</param>
    public static async Task<CoverageReport> ReportAsync(
        this IPortalDb db, Equivalence equivalence, RequirementSet set, EquivalenceVersion? reviewed, RecordedClaims claims, CancellationToken ct)
    {
        var proofs = equivalence.Source.Certifications.ToDictionary(c => c, c => claims.Proof(c, reviewed)!);
        var forward = Coverage.Of(new(
            equivalence.Source.With(proofs), await TargetAsync(db, set, ct), claims.Bridge.MappingsOf(proofs.Values, reviewed), CoverageRules.Proposed2026, claims.AsOf));
        return CoverageReport.Of(set.Id, forward, await ReverseAsync(db, equivalence, claims, ct), claims.Recorded()) with { EvidenceHash = claims.HashOf(equivalence.Source.Certifications) };
    }

    /// <summary>The other way round, where both sides are single certifications and the source's own requirements are defined.</summary>
    private static async Task<CoverageResult?> ReverseAsync(IPortalDb db, Equivalence equivalence, RecordedClaims claims, CancellationToken ct)
    {
        if (equivalence.TargetKind != TargetKind.Certification || equivalence.Source.Certification is not { } source || claims.Proof(equivalence.TargetCode, null) is not { } proof)
        {
            return null;
        }

        var set = await db.RequirementSets.AsNoTracking()
            .Where(s => s.TargetKind == TargetKind.Certification && s.TargetCode == source && s.FrameworkId == claims.Bridge.FrameworkId)
            .OrderByDescending(s => s.Number).FirstOrDefaultAsync(ct);
        return set is null ? null
            : Coverage.Of(new(new SourceExpression.One(proof), await TargetAsync(db, set, ct), claims.Bridge.MappingsOf([proof], null), CoverageRules.Proposed2026, claims.AsOf));
    }

    private static async Task<CoverageTarget> TargetAsync(IPortalDb db, RequirementSet set, CancellationToken ct)
    {
        var codes = set.Rows.Select(r => r.Statement).ToList();
        var kinds = await db.Frameworks.Where(f => f.Id == set.FrameworkId).SelectMany(f => f.Elements)
            .Where(e => codes.Contains(e.Code)).ToDictionaryAsync(e => e.Code, e => e.Kind, ct);
        return set.AsTarget(set.TargetCode, kinds);
    }
}
