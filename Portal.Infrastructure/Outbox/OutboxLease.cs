using Microsoft.EntityFrameworkCore;
using Portal.Infrastructure.Persistence;

namespace Portal.Infrastructure.Outbox;

/// <summary>
/// Rows are taken by a conditional update that names a token used once: the same SQL on every engine, no locks held. Whoever comes
/// late, because the lease ran out, finds another token and changes nothing.
/// </summary>
internal sealed class OutboxLease(PortalDbContext db, TimeProvider clock)
{
    /// <summary>Longer than the slowest mail to every member of a role; a dead worker's rows wait this long.</summary>
    public static readonly TimeSpan Duration = TimeSpan.FromMinutes(5);

    public async Task<IReadOnlyList<Guid>> DueAsync(int atMost, CancellationToken ct) =>
        await Due(clock.GetUtcNow()).OrderBy(m => m.DueAt).ThenBy(m => m.Id).Take(atMost).Select(m => m.Id).ToListAsync(ct);

    /// <summary>The row, if it is ours now; null when somebody else was faster.</summary>
    public async Task<OutboxMessage?> TakeAsync(Guid id, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (token, until) = (Guid.CreateVersion7(), now + Duration);
        var taken = await Due(now).Where(m => m.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(m => m.LockedBy, token).SetProperty(m => m.LockedUntil, until).SetProperty(m => m.Attempts, m => m.Attempts + 1), ct);
        return taken == 0 ? null : await db.Set<OutboxMessage>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == id && m.LockedBy == token, ct);
    }

    public async Task<bool> CompleteAsync(OutboxMessage message, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return await Held(message).ExecuteUpdateAsync(
            set => set.SetProperty(m => m.CompletedAt, now).SetProperty(m => m.LockedBy, (Guid?)null).SetProperty(m => m.LockedUntil, (DateTimeOffset?)null), ct) == 1;
    }

    /// <summary>Tries again after the wait, or gives up when there is none.</summary>
    public async Task PostponeAsync(OutboxMessage message, TimeSpan? wait, string error, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var dead = wait is null ? now : (DateTimeOffset?)null;
        var due = now + (wait ?? TimeSpan.Zero);
        await Held(message).ExecuteUpdateAsync(
            set => set.SetProperty(m => m.DueAt, due).SetProperty(m => m.DeadAt, dead).SetProperty(m => m.LastError, error)
                .SetProperty(m => m.LockedBy, (Guid?)null).SetProperty(m => m.LockedUntil, (DateTimeOffset?)null), ct);
    }

    private IQueryable<OutboxMessage> Due(DateTimeOffset now) => db.Set<OutboxMessage>().Where(m =>
        m.CompletedAt == null && m.DeadAt == null && m.DueAt <= now && (m.LockedUntil == null || m.LockedUntil <= now));

    private IQueryable<OutboxMessage> Held(OutboxMessage message) =>
        db.Set<OutboxMessage>().Where(m => m.Id == message.Id && m.LockedBy == message.LockedBy && m.CompletedAt == null);
}
