using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition;

/// <summary>An item of evidence as everybody may know it.</summary>
public sealed record PublicEvidence(string Code, EvidenceType Type, BilingualText Title, string? Uri, DateOnly? ExpiresOn);

internal static class EvidenceItems
{
    public const int Most = 500;

    /// <summary>What was lent in confidence or is withdrawn is left out here, and nowhere later.</summary>
    public static async Task<IReadOnlyList<PublicEvidence>> PublicEvidenceAsync(this IPortalDb db, Guid certificationId, CancellationToken ct) =>
        await db.EvidenceItems.AsNoTracking().Where(i => i.CertificationId == certificationId && i.Confidentiality == Confidentiality.Public && i.WithdrawnAt == null)
            .OrderBy(i => i.Code).Take(Most).Select(i => new PublicEvidence(i.Code, i.Type, i.Title, i.Uri, i.ExpiresOn)).ToListAsync(ct);
}
