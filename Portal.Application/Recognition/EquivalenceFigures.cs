using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition;

/// <summary>
/// Brings what is recorded to the computation: the claims of each certification's current version, the requirement set, and the mappings that
/// carry claims on another framework version to the statements of the set.
/// </summary>
internal static class EquivalenceFigures
{
    /// <param name="reviewed">The version whose review settles how far each claim is trusted; null before a review: the author's own word counts.</param>
    /// <exception cref="RefusedException">Nothing is claimed for a certification of the source.</exception>
    public static async Task<CoverageReport> ReportAsync(
        this IPortalDb db, Equivalence equivalence, RequirementSet set, EquivalenceVersion? reviewed, DateOnly asOf, CancellationToken ct)
    {
        var bridge = await MappingBridge.ToAsync(db, set.FrameworkId, ct);
        var claims = await ClaimsAsync(db, equivalence.Source.Certifications, bridge, asOf, ct);
        if (equivalence.Source.Certifications.FirstOrDefault(c => !claims.ContainsKey(c)) is { } empty)
        {
            throw new RefusedException(new Error("Recognition.Figures.NoClaims", null, new Dictionary<string, object?> { ["Certification"] = empty }));
        }

        var proofs = claims.ToDictionary(c => c.Key, c => Proof(c.Key, c.Value, bridge, reviewed));
        var forward = Coverage.Of(new(
            equivalence.Source.With(proofs), await TargetAsync(db, set, ct), bridge.MappingsOf(proofs.Values, reviewed), CoverageRules.Proposed2026, asOf));
        var recorded = claims.Values.SelectMany(v => v.Claims).Select(c => (c.Id, new RecordedEvidence(c.AuthorId, c.Source)))
            .Concat(bridge.Mappings.Select(m => (m.Id, new RecordedEvidence(m.AuthorId, null)))).ToDictionary();
        return CoverageReport.Of(set.Id, forward, await ReverseAsync(db, equivalence, bridge, asOf, ct), recorded);
    }

    /// <summary>The other way round, where both sides are single certifications and the source's own requirements are defined.</summary>
    private static async Task<CoverageResult?> ReverseAsync(IPortalDb db, Equivalence equivalence, MappingBridge bridge, DateOnly asOf, CancellationToken ct)
    {
        if (equivalence.TargetKind != TargetKind.Certification || equivalence.Source.Certification is not { } source)
        {
            return null;
        }

        var set = await db.RequirementSets.AsNoTracking()
            .Where(s => s.TargetKind == TargetKind.Certification && s.TargetCode == source && s.FrameworkId == bridge.FrameworkId)
            .OrderByDescending(s => s.Number).FirstOrDefaultAsync(ct);
        var claims = await ClaimsAsync(db, [equivalence.TargetCode], bridge, asOf, ct);
        if (set is null || !claims.TryGetValue(equivalence.TargetCode, out var held))
        {
            return null;
        }

        var proof = Proof(equivalence.TargetCode, held, bridge, null);
        return Coverage.Of(new(new SourceExpression.One(proof), await TargetAsync(db, set, ct), bridge.MappingsOf([proof], null), CoverageRules.Proposed2026, asOf));
    }

    /// <summary>Of each certification the version that is current on the day, with the claims that count in one framework.</summary>
    private static async Task<Dictionary<string, CertificationVersion>> ClaimsAsync(
        IPortalDb db, IReadOnlyList<string> codes, MappingBridge bridge, DateOnly asOf, CancellationToken ct)
    {
        var certifications = await db.Certifications.Where(c => codes.Contains(c.Code)).ToDictionaryAsync(c => c.Id, c => c.Code, ct);
        var ids = certifications.Keys.ToList();
        var frameworks = bridge.Frameworks;
        var versions = await db.CertificationVersions.AsNoTracking().Include(v => v.Claims.Where(c => frameworks.Contains(c.FrameworkId)))
            .Where(v => ids.Contains(v.CertificationId) && v.EffectiveOn <= asOf && v.Claims.Any(c => frameworks.Contains(c.FrameworkId))).ToListAsync(ct);
        return versions.Where(v => v.Claims.Any(bridge.Counts)).GroupBy(v => v.CertificationId).ToDictionary(g => certifications[g.Key], g => g.OrderByDescending(v => v.EffectiveOn).ThenBy(v => v.Id).First());
    }

    private static CoverageSource Proof(string code, CertificationVersion version, MappingBridge bridge, EquivalenceVersion? reviewed) => new(
        code,
        [.. version.Claims.Where(bridge.Counts).Select(c => new CoverageClaim(
            bridge.NameOf(c), c.Level, c.Strength, version.EffectiveOn, bridge.ConfidenceOf(c, reviewed), c.Id))]);

    private static async Task<CoverageTarget> TargetAsync(IPortalDb db, RequirementSet set, CancellationToken ct)
    {
        var codes = set.Rows.Select(r => r.Statement).ToList();
        var kinds = await db.Frameworks.Where(f => f.Id == set.FrameworkId).SelectMany(f => f.Elements)
            .Where(e => codes.Contains(e.Code)).ToDictionaryAsync(e => e.Code, e => e.Kind, ct);
        return new(set.TargetCode, [.. set.Rows.Select(r => new CoverageRequirement(r.Statement, kinds[r.Statement], (double)r.Weight, r.Level, r.IsCritical, []))]);
    }
}
