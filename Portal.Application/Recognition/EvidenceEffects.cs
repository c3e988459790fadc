using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition;

/// <summary>
/// What the withdrawal of evidence touches: every version whose report counts it. The page that asks and the act that follows read the same.
/// </summary>
internal static class EvidenceEffects
{
    /// <exception cref="NotFoundException">There is no such evidence.</exception>
    public static async Task<Evidence> EvidenceAsync(this IPortalDb db, EvidenceKind kind, Guid id, CancellationToken ct) =>
        kind == EvidenceKind.Item ? await db.EvidenceItems.GetAsync(id, ct) : await db.CertificationVersions.GetAsync(id, ct);

    public static async Task<EvidenceEffect> EffectOfAsync(this IPortalDb db, Evidence evidence, DateTimeOffset now, CancellationToken ct)
    {
        var code = await db.Certifications.Where(c => c.Id == evidence.CertificationId).Select(c => c.Code).SingleAsync(ct);
        var pairs = await db.Equivalences.AsNoTracking().Include(e => e.Periods).Where(e => e.SourceKey.Contains(code) || e.TargetCode == code).OrderBy(e => e.Number).ToListAsync(ct);
        var touched = new List<TouchedVersion>();
        foreach (var pair in pairs.Where(e => e.Source.Certifications.Contains(code) || e.Target == new Target(TargetKind.Certification, code)))
        {
            touched.AddRange(await TouchedAsync(db, pair, evidence, now, ct));
        }

        return new(touched);
    }

    private static async Task<List<TouchedVersion>> TouchedAsync(IPortalDb db, Equivalence pair, Evidence evidence, DateTimeOffset now, CancellationToken ct)
    {
        var touched = new List<TouchedVersion>();
        var known = pair.KnownAt(now).ToList();
        var ids = await db.EquivalenceVersions.Where(v => v.EquivalenceId == pair.Id && v.Report != null).OrderBy(v => v.Number).Select(v => new { v.Id, v.Status }).ToListAsync(ct);
        foreach (var id in ids.Where(v => Stands(EquivalencePhases.Of(v.Status, v.Id, known, now))).Select(v => v.Id))
        {
            var version = await db.EquivalenceVersionAsync(id, ct);
            if (version.Report!.Evidence.Contains(evidence.Id))
            {
                touched.Add(new(
                    version.Id, pair.Number, version.Number, version.Status == EquivalenceStatus.Agreed, pair.IsDemonstration, version.Report.Figures.Content,
                    await AfterAsync(db, pair, version, evidence, ct), await db.OpenCases(id).CountAsync(ct), await db.Statements(id).CountAsync(ct)));
            }
        }

        return touched;
    }

    /// <summary>From what is recorded now.</summary>
    private static async Task<double?> AfterAsync(IPortalDb db, Equivalence pair, EquivalenceVersion version, Evidence evidence, CancellationToken ct)
    {
        var set = await db.RequirementSets.AsNoTracking().GetAsync(version.Report!.RequirementSetId, ct);
        var without = (await RecordedClaims.OfAsync(db, pair.Certifications(), set.FrameworkId, version.Report.Figures.AsOf, ct)).Without(evidence);
        var reviewed = version.Status is EquivalenceStatus.Drafted or EquivalenceStatus.Agreed ? version : null;
        return without.Missing(pair.Source) is null ? (await db.ReportAsync(pair, set, reviewed, without, ct)).Figures.Content : null;
    }

    /// <summary>In work, to come or in force: what has ended rests on nothing any more.</summary>
    private static bool Stands(EquivalencePhase phase) =>
        phase.Binds() || phase is EquivalencePhase.Proposed or EquivalencePhase.UnderReview or EquivalencePhase.Scheduled;
}
