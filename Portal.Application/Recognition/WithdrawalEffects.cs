using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;

namespace Portal.Application.Recognition;

/// <summary>What the withdrawal of a version touches. The page that asks, the act that follows and the mails after it read the same.</summary>
internal static class WithdrawalEffects
{
    public static async Task<WithdrawalEffect> EffectOfAsync(this IPortalDb db, Guid versionId, CancellationToken ct) => new(
        await db.EquivalenceVersions.CountAsync(v => v.Id == versionId, ct), await db.OpenCases(versionId).CountAsync(ct), await db.Statements(versionId).CountAsync(ct));

    /// <summary>The people who hold a statement under a version or wait for a decision, each with one of their cases.</summary>
    public static async Task<IReadOnlyDictionary<Guid, Guid>> TouchedHoldersAsync(this IPortalDb db, Guid versionId, CancellationToken ct)
    {
        var touched = await db.Statements(versionId).Select(s => new { s.HolderId, s.CaseId })
            .Concat(db.OpenCases(versionId).Select(c => new { c.HolderId, CaseId = c.Id })).ToListAsync(ct);
        return touched.GroupBy(t => t.HolderId).ToDictionary(g => g.Key, g => g.Max(t => t.CaseId));
    }

    /// <summary>Sent and not ended.</summary>
    public static IQueryable<RecognitionCase> OpenCases(this IPortalDb db, Guid versionId) =>
        db.RecognitionCases.Where(c => c.EquivalenceVersionId == versionId && c.SubmittedAt != null && c.EndedAt == null);

    public static IQueryable<RecognitionStatement> Statements(this IPortalDb db, Guid versionId) => db.RecognitionStatements.Where(s => s.EquivalenceVersionId == versionId);
}
