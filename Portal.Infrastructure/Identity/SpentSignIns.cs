using Microsoft.EntityFrameworkCore;
using Portal.Infrastructure.Persistence;

namespace Portal.Infrastructure.Identity;

/// <summary>Deletes what no longer counts: ended sessions, unanswered challenges, forgotten tallies.</summary>
internal sealed class SpentSignIns(PortalDbContext db, TimeProvider clock)
{
    public async Task SweepAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (ended, forgotten) = (now - PortalSession.AtMost, now - Tallies.Forgotten);
        await db.SignInSessions.Where(s => s.StartedAt < ended).ExecuteDeleteAsync(ct);
        await db.PasskeyChallenges.Where(c => c.ExpiresAt < now).ExecuteDeleteAsync(ct);
        await db.Tallies.Where(t => t.CountedAt < forgotten).ExecuteDeleteAsync(ct);
    }
}
