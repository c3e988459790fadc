using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;

namespace Portal.Application.Recognition;

/// <summary>Counts what the withdrawal of a version touches. The page that asks and the act that follows read the same counts.</summary>
internal static class WithdrawalEffects
{
    public static async Task<WithdrawalEffect> EffectOfAsync(this IPortalDb db, Guid versionId, CancellationToken ct) => new(
        await db.EquivalenceVersions.CountAsync(v => v.Id == versionId, ct), 0, 0);
}
