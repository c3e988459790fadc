using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition;

internal static class HeldRules
{
    public static bool IsNumber(string? number) =>
        CleanText.Latin(number) is { Length: > 0 and <= HeldCertification.NumberLength } plain && !CleanText.HasForbidden(plain);

    /// <exception cref="RefusedException">The catalogue has no such certification.</exception>
    public static async Task RequireCertificationAsync(this IPortalDb db, string code, CancellationToken ct)
    {
        if (!await db.Certifications.AnyAsync(c => c.Code == code, ct))
        {
            throw new RefusedException(new Error("Cases.Held.CertificationMissing", "Certification"));
        }
    }
}
