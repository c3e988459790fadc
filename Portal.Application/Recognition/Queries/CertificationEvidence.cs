using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Queries;

/// <summary>The versions of a certification, and the claims of one of them, a page at a time.</summary>
/// <param name="VersionId">Null for the latest.</param>
public sealed record CertificationEvidence(string Certification, Guid? VersionId, int Page) : IQuery<CertificationEvidence.Evidence>, IPortalMessage
{
    public const int PageSize = 50;

    public static Access Access => Access.Holding(Permission.ReadRecognition);

    /// <param name="WithdrawnItems">Codes of items on which nothing may rest any more.</param>
    /// <param name="Shown">Null while no version is described.</param>
    public sealed record Evidence(
        Certification Certification, IReadOnlyList<VersionRow> Versions, VersionRow? Shown, IReadOnlyList<ClaimRow> Claims, int Page, int Pages,
        IReadOnlyList<FrameworkVersion> Frameworks, IReadOnlySet<string> WithdrawnItems, bool CanWrite);

    /// <param name="Version">Token of the record.</param>
    public sealed record VersionRow(Guid Id, string Label, DateOnly EffectiveOn, DateOnly? RetiredOn, BilingualText Note, int Claims, long Version, DateTimeOffset? WithdrawnAt);

    /// <param name="Text">The publisher's own words, in English.</param>
    public sealed record ClaimRow(Guid Id, string Framework, string Statement, string Text, int Level, AssessmentStrength Strength, decimal Confidence, string? Source, IReadOnlyList<string> Items);
}

internal sealed class CertificationEvidenceHandler(IPortalDb db, ICurrentActor current) : IQueryHandler<CertificationEvidence, CertificationEvidence.Evidence>
{
    public async ValueTask<CertificationEvidence.Evidence> Handle(CertificationEvidence query, CancellationToken ct)
    {
        var certification = await db.Certifications.AsNoTracking().FirstOrDefaultAsync(c => c.Code == query.Certification, ct) ?? throw new NotFoundException();
        var versions = await db.CertificationVersions.AsNoTracking().Where(v => v.CertificationId == certification.Id).OrderByDescending(v => v.EffectiveOn)
            .Select(v => new CertificationEvidence.VersionRow(v.Id, v.Label, v.EffectiveOn, v.RetiredOn, v.Note, v.Claims.Count, v.Version, v.WithdrawnAt)).ToListAsync(ct);
        var shown = query.VersionId is { } id ? versions.Find(v => v.Id == id) ?? throw new NotFoundException() : versions.FirstOrDefault();
        var pages = Math.Max(1, ((shown?.Claims ?? 0) + CertificationEvidence.PageSize - 1) / CertificationEvidence.PageSize);
        var page = Math.Clamp(query.Page, 1, pages);
        return new(certification, versions, shown, shown is null ? [] : await ClaimsAsync(shown.Id, page, ct), page, pages, await db.FrameworkVersionsAsync(ct), await WithdrawnItemsAsync(certification.Id, ct), current.Actor.Has(Permission.DescribeCertifications));
    }

    private async Task<IReadOnlySet<string>> WithdrawnItemsAsync(Guid certificationId, CancellationToken ct) =>
        await db.EvidenceItems.Where(i => i.CertificationId == certificationId && i.WithdrawnAt != null).Select(i => i.Code).ToHashSetAsync(ct);

    private Task<List<CertificationEvidence.ClaimRow>> ClaimsAsync(Guid versionId, int page, CancellationToken ct) =>
        (from claim in db.CertificationVersions.Where(v => v.Id == versionId).SelectMany(v => v.Claims)
         join framework in db.Frameworks on claim.FrameworkId equals framework.Id
         from element in framework.Elements.Where(e => e.Code == claim.Statement)
         orderby framework.Version descending, claim.Statement
         select new CertificationEvidence.ClaimRow(claim.Id, framework.Version, claim.Statement, element.Text, claim.Level, claim.Strength, claim.Confidence, claim.Source, claim.Items))
        .Skip((page - 1) * CertificationEvidence.PageSize).Take(CertificationEvidence.PageSize).ToListAsync(ct);
}
