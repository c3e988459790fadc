using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;

namespace Portal.Infrastructure.ReferenceData.Claims;

/// <summary>What the rows of a file name, loaded once: a row asks nothing of the database.</summary>
internal sealed record ClaimLookups(
    IReadOnlyDictionary<string, Guid> Certifications, IReadOnlyDictionary<(Guid Certification, string Label), (Guid Id, bool IsWithdrawn)> Versions, IReadOnlyDictionary<string, Guid> Frameworks,
    IReadOnlyDictionary<(Guid Framework, string Code), FrameworkElement> Statements, IReadOnlySet<(Guid Certification, string Code)> Items,
    IReadOnlyDictionary<(Guid Version, Guid Framework, string Statement), EvidenceClaim> Claims)
{
    /// <param name="named">Certifications and frameworks as the file writes them.</param>
    public static async Task<ClaimLookups> OfAsync(DbContext db, (IReadOnlySet<string> Certifications, IReadOnlySet<string> Frameworks) named, DateOnly today, CancellationToken ct)
    {
        var certifications = (await db.Set<Certification>().Select(c => new { c.Code, c.Id }).ToListAsync(ct)).Where(c => named.Certifications.Contains(c.Code)).ToDictionary(c => c.Code, c => c.Id);
        var ids = certifications.Values.ToList();
        var versions = await db.Set<CertificationVersion>().Where(v => ids.Contains(v.CertificationId)).Select(v => new { v.CertificationId, v.Label, v.Id, IsWithdrawn = v.WithdrawnAt != null }).ToListAsync(ct);
        var frameworks = (await db.Set<Framework>().Select(f => new { f.Identifier, f.Id }).ToListAsync(ct)).Where(f => named.Frameworks.Contains(f.Identifier)).ToDictionary(f => f.Identifier, f => f.Id);
        var frameworkIds = frameworks.Values.ToList();
        var elements = await db.Set<FrameworkElement>().AsNoTracking().Where(e => frameworkIds.Contains(e.FrameworkId)).OrderBy(e => e.Kind).ToListAsync(ct);
        var items = await db.Set<EvidenceItem>().Where(i => ids.Contains(i.CertificationId) && i.WithdrawnAt == null && (i.ExpiresOn == null || i.ExpiresOn > today)).Select(i => new { i.CertificationId, i.Code }).ToListAsync(ct);
        var known = versions.ConvertAll(v => v.Id);
        var claims = await db.Set<EvidenceClaim>().AsNoTracking().Where(c => known.Contains(c.CertificationVersionId))
            .ToDictionaryAsync(c => (c.CertificationVersionId, c.FrameworkId, c.Statement), ct);
        return new(
            certifications, versions.ToDictionary(v => (v.CertificationId, v.Label), v => (v.Id, v.IsWithdrawn)), frameworks,
            elements.DistinctBy(e => (e.FrameworkId, e.Code)).ToDictionary(e => (e.FrameworkId, e.Code)), items.Select(i => (i.CertificationId, i.Code)).ToHashSet(), claims);
    }
}
