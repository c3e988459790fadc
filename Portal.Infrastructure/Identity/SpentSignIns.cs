using Microsoft.EntityFrameworkCore;
using Portal.Infrastructure.Persistence;

namespace Portal.Infrastructure.Identity;

/// <summary>Deletes what no longer counts: ended sessions, unanswered challenges, forgotten tries, unused recoveries.</summary>
internal sealed class SpentSignIns(PortalDbContext db, TimeProvider clock)
{
    public async Task SweepAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (ended, forgotten) = (now - PortalSession.AtMost, now - SignInAttempts.Forgotten);
        await db.SignInSessions.Where(s => s.StartedAt < ended).ExecuteDeleteAsync(ct);
        var unused = now - RecoveryRequests.Life;
        await db.RecoveryRequests.Where(r => r.OpensAt <= unused).ExecuteDeleteAsync(ct);
        await db.PasskeyChallenges.Where(c => c.ExpiresAt < now).ExecuteDeleteAsync(ct);
        await db.SignInAttempts.Where(a => a.LastAt < forgotten).ExecuteDeleteAsync(ct);
    }
}
