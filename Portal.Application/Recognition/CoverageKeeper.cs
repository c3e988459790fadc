using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;

namespace Portal.Application.Recognition;

/// <summary>
/// Keeps the computed coverage in step with what is recorded: the row of a certification whose evidence changed, the column of a target with
/// new requirements, the rows that a mapping carries. Twice the same event gives the same rows.
/// </summary>
internal sealed class CoverageKeeper(IPortalDb db, RequirementTargets known, TimeProvider clock) :
    INotificationHandler<ClaimsChanged>,
    INotificationHandler<EvidenceWithdrawn>,
    INotificationHandler<MappingChanged>,
    INotificationHandler<RequirementsDefined>
{
    private const int AtOnce = 50;

    public async ValueTask Handle(ClaimsChanged e, CancellationToken ct) => await RowsAsync([e.CertificationId], ct);

    public async ValueTask Handle(EvidenceWithdrawn e, CancellationToken ct) => await RowsAsync(
        await db.CertificationVersions.Where(v => v.Id == e.EvidenceId).Select(v => v.CertificationId)
            .Concat(db.EvidenceItems.Where(i => i.Id == e.EvidenceId).Select(i => i.CertificationId)).ToListAsync(ct), ct);

    public async ValueTask Handle(MappingChanged e, CancellationToken ct)
    {
        var claimed = await db.CertificationVersions.Where(v => v.Claims.Any(c => c.FrameworkId == e.SubjectFrameworkId))
            .Select(v => v.CertificationId).Distinct().ToListAsync(ct);
        if (await db.RequirementSets.AnyAsync(s => s.FrameworkId == e.TargetFrameworkId, ct))
        {
            foreach (var some in claimed.Chunk(AtOnce))
            {
                await RowsAsync(some, e.TargetFrameworkId, ct);
            }
        }
    }

    public async ValueTask Handle(RequirementsDefined e, CancellationToken ct)
    {
        var set = await db.RequirementSets.AsNoTracking().FirstAsync(s => s.Id == e.SetId, ct);
        var sets = db.RequirementSets.Where(s => s.FrameworkId == set.FrameworkId && s.TargetKind == set.TargetKind && s.TargetCode == set.TargetCode);
        if (await sets.AnyAsync(s => s.Number > set.Number, ct))
        {
            return;
        }

        // Evidence that was there before anything was required in this framework.
        foreach (var some in (await Due(set.FrameworkId, DateOnly.MinValue).ToListAsync(ct)).Chunk(AtOnce))
        {
            await RowsAsync(some, set.FrameworkId, ct);
        }

        await db.TargetCoverages.Where(p => sets.Any(s => s.Id == p.RequirementSetId && s.Number < set.Number)).ExecuteDeleteAsync(ct);
        var target = await RequirementTargets.OfAsync(db, set.FrameworkId, [set], ct);
        var certifications = await db.CoverageRows.Where(r => r.FrameworkId == set.FrameworkId).Select(r => r.CertificationId).ToListAsync(ct);
        foreach (var some in certifications.Chunk(AtOnce))
        {
            await ColumnAsync(set, target, some, ct);
        }
    }

    /// <summary>Certifications with claims whose row is missing or older than a day (UTC).</summary>
    public IQueryable<Guid> Due(Guid framework, DateOnly day) => db.CertificationVersions.Where(v => v.Claims.Any()).Select(v => v.CertificationId).Distinct()
        .Where(c => !db.CoverageRows.Any(r => r.FrameworkId == framework && r.CertificationId == c && r.AsOf >= day));

    /// <summary>Against every framework version in which a target is defined.</summary>
    public async Task RowsAsync(IReadOnlyList<Guid> certifications, CancellationToken ct)
    {
        foreach (var framework in await db.RequirementSets.Select(s => s.FrameworkId).Distinct().ToListAsync(ct))
        {
            await RowsAsync(certifications, framework, ct);
        }
    }

    public async Task RowsAsync(IReadOnlyList<Guid> certifications, Guid framework, CancellationToken ct)
    {
        var rows = await db.CoverageRows.Include(r => r.Pairs).Where(r => r.FrameworkId == framework && certifications.Contains(r.CertificationId)).ToDictionaryAsync(r => r.CertificationId, ct);
        var targets = await known.OfAsync(db, framework, ct);
        var (codes, asOf, cells) = await ComputedAsync(certifications, framework, targets, ct);
        foreach (var id in certifications)
        {
            if (!rows.TryGetValue(id, out var row))
            {
                db.CoverageRows.Add(row = CoverageRow.Of(id, framework));
            }

            row.Replace(cells[codes[id]].ToDictionary(c => Guid.Parse(targets.Codes[c.Target])), asOf, clock.GetUtcNow());
        }

        await db.SaveChangesAsync(ct);
    }

    private async Task ColumnAsync(RequirementSet set, CoverageTargets target, IReadOnlyList<Guid> certifications, CancellationToken ct)
    {
        var rows = await db.CoverageRows.Include(r => r.Pairs.Where(p => p.RequirementSetId == set.Id))
            .Where(r => r.FrameworkId == set.FrameworkId && certifications.Contains(r.CertificationId)).ToListAsync(ct);
        var (codes, _, cells) = await ComputedAsync(certifications, set.FrameworkId, target, ct);
        foreach (var row in rows)
        {
            row.Replace(set.Id, cells[codes[row.CertificationId]] is [var cell] ? cell : null, clock.GetUtcNow());
        }

        await db.SaveChangesAsync(ct);
    }

    private async Task<(Dictionary<Guid, string> Codes, DateOnly AsOf, Dictionary<string, CoverageCell[]> Cells)> ComputedAsync(
        IReadOnlyList<Guid> certifications, Guid framework, CoverageTargets targets, CancellationToken ct)
    {
        var codes = await db.Certifications.Where(c => certifications.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Code, ct);
        var claims = await RecordedClaims.OfAsync(db, [.. codes.Values], framework, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), ct);
        var proofs = codes.Values.Select(c => claims.Proof(c, null) ?? new CoverageSource(c, [])).ToList();
        var rows = targets.Rows(proofs, new(claims.Bridge.MappingsOf(proofs, null), CoverageRules.Proposed2026, claims.AsOf));
        return (codes, claims.AsOf, proofs.Zip(rows).ToDictionary(p => p.First.Code, p => p.Second));
    }
}
