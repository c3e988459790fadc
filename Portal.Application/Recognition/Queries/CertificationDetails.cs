using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Queries;

/// <summary>One certification, where the U.S. places it, and the public part of the evidence about it.</summary>
public sealed record CertificationDetails(string Code) : IQuery<CertificationDetails.Details>, IPortalMessage
{
    public static Access Access => Access.Anyone;

    /// <param name="Placements">In the order of the NICE work roles; those without one last.</param>
    /// <param name="HasDecision">A decision of both governments stands for its holders.</param>
    public sealed record Details(CertificationText Certification, IReadOnlyList<RolePlacement> Placements, bool HasDecision, IReadOnlyList<PublicEvidence> Evidence);
}

internal sealed class CertificationDetailsHandler(IPortalDb db, TimeProvider clock) : IQueryHandler<CertificationDetails, CertificationDetails.Details>
{
    public async ValueTask<CertificationDetails.Details> Handle(CertificationDetails query, CancellationToken ct)
    {
        var certification = await db.Certifications.AsNoTracking().FirstOrDefaultAsync(c => c.Code == query.Code, ct) ?? throw new NotFoundException();
        return new(
            certification.AsText(), await db.RolePlacementsAsync(certification.Id, ct),
            await db.Equivalences.Where(e => e.SourceKey == query.Code && !e.IsDemonstration).AnyBindsAsync(clock.GetUtcNow(), ct),
            await db.PublicEvidenceAsync(certification.Id, ct));
    }
}
