using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Queries;

/// <summary>What somebody needs to know to write a file of claims, and what the latest files did.</summary>
/// <param name="VersionId">The one version of a certification that the file is for; null: any.</param>
public sealed record ClaimImportGuide(Guid? VersionId) : IQuery<ClaimImportGuide.Guide>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.DescribeCertifications);

    /// <param name="Certification">Code; null where any may be named.</param>
    public sealed record Guide(Guid? VersionId, string? Certification, string? Label, IReadOnlyList<FrameworkVersion> Frameworks, IReadOnlyList<Done> Latest);

    public sealed record Done(DateTimeOffset At, string FileHash, int Versions, int Added, int Changed);
}

internal sealed class ClaimImportGuideHandler(IPortalDb db) : IQueryHandler<ClaimImportGuide, ClaimImportGuide.Guide>
{
    private const int Latest = 10;

    public async ValueTask<ClaimImportGuide.Guide> Handle(ClaimImportGuide query, CancellationToken ct)
    {
        var versions = db.CertificationVersions.AsNoTracking();
        var named = query.VersionId is not { } id ? null
            : await versions.Where(v => v.Id == id).Join(db.Certifications, v => v.CertificationId, c => c.Id, (v, c) => new { c.Code, v.Label }).FirstOrDefaultAsync(ct) ?? throw new NotFoundException();
        var done = await versions.Where(v => query.VersionId == null || v.Id == query.VersionId).SelectMany(v => v.Imports).GroupBy(i => new { i.FileHash, i.At })
            .Select(g => new { g.Key.At, g.Key.FileHash, Versions = g.Count(), Added = g.Sum(i => i.Added), Changed = g.Sum(i => i.Changed) })
            .OrderByDescending(d => d.At).Take(Latest).ToListAsync(ct);
        return new(
            query.VersionId, named?.Code, named?.Label, await db.FrameworkVersionsAsync(ct),
            done.ConvertAll(d => new ClaimImportGuide.Done(d.At, d.FileHash, d.Versions, d.Added, d.Changed)));
    }
}
