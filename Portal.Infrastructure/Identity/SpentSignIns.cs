using Microsoft.EntityFrameworkCore;
using OpenIddict.EntityFrameworkCore.Models;
using Portal.Infrastructure.Persistence;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Portal.Infrastructure.Identity;

/// <summary>Deletes what no longer counts: ended sessions, unanswered challenges, forgotten tries, spent tokens.</summary>
internal sealed class SpentSignIns(PortalDbContext db, TimeProvider clock)
{
    public async Task SweepAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (ended, forgotten) = (now - PortalSession.AtMost, now - SignInAttempts.Forgotten);
        await db.SignInSessions.Where(s => s.StartedAt < ended).ExecuteDeleteAsync(ct);
        await db.PasskeyChallenges.Where(c => c.ExpiresAt < now).ExecuteDeleteAsync(ct);
        await db.SignInAttempts.Where(a => a.LastAt < forgotten).ExecuteDeleteAsync(ct);
        await SweepTokensAsync(ended.UtcDateTime, ct);
    }

    // A spent code or refresh token stays known for as long as its chain can live: shown again, it ends the chain.
    private async Task SweepTokensAsync(DateTime ended, CancellationToken ct)
    {
        await db.Set<OpenIddictEntityFrameworkCoreToken<Guid>>().Where(t => t.ExpirationDate < ended).ExecuteDeleteAsync(ct);
        await db.Set<OpenIddictEntityFrameworkCoreAuthorization<Guid>>()
            .Where(a => a.CreationDate < ended && (a.Type == AuthorizationTypes.AdHoc || a.Status != Statuses.Valid) && !a.Tokens.Any())
            .ExecuteDeleteAsync(ct);
    }
}
