using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Infrastructure.Persistence;

namespace Portal.Infrastructure.Identity;

/// <summary>How often something was done. The key is a hash, so that the table tells nobody's address.</summary>
public sealed class Tally
{
    public required string Key { get; init; }
    public required int Count { get; set; }

    /// <summary>What the rule measures time from.</summary>
    public required DateTimeOffset CountedAt { get; set; }
    public DateTimeOffset? BlockedUntil { get; set; }
}

/// <summary>
/// Counters that all nodes share (S-07). Each request is counted before anything is done for it, by one conditional update,
/// so that a thousand at once get no further than a thousand in a row (G5).
/// </summary>
public sealed class Tallies(IDbContextFactory<PortalDbContext> contexts, TimeProvider clock)
{
    /// <summary>No rule remembers longer.</summary>
    internal static readonly TimeSpan Forgotten = TimeSpan.FromHours(24);

    /// <returns>How long to wait; null when it was counted and may go on.</returns>
    public async Task<TimeSpan?> CountAsync(string key, Rate rate, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        while (true)
        {
            var now = clock.GetUtcNow();
            var seen = await db.Tallies.AsNoTracking().FirstOrDefaultAsync(t => t.Key == key, ct);
            if (seen?.BlockedUntil > now)
            {
                return seen.BlockedUntil - now;
            }

            var next = rate.After(key, seen, now);
            if (seen is null ? await AddAsync(db, next, ct)
                : next.BlockedUntil is null && !rate.IsOver(seen, now) ? await IncrementAsync(db, rate, next, now, ct)
                : await ReplaceAsync(db, seen, next, ct))
            {
                return null;
            }
        }
    }

    /// <returns>How long to wait; null when the next may go on. Counts nothing.</returns>
    public async Task<TimeSpan?> WaitAsync(string key, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var (now, until) = (clock.GetUtcNow(), await db.Tallies.Where(t => t.Key == key).Select(t => t.BlockedUntil).FirstOrDefaultAsync(ct));
        return until > now ? until - now : null;
    }

    public async Task ForgetAsync(IReadOnlyCollection<string> keys, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.Tallies.Where(t => keys.Contains(t.Key)).ExecuteDeleteAsync(ct);
    }

    public static string KeyOf(params IEnumerable<string> parts) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))));

    /// <summary>As long as there is room, it does not matter who else counts at this moment.</summary>
    private static async Task<bool> IncrementAsync(PortalDbContext db, Rate rate, Tally next, DateTimeOffset now, CancellationToken ct)
    {
        var (oldest, room) = (now - rate.Window, rate.Most - 1);
        var counting = db.Tallies.Where(t => t.Key == next.Key && t.Count < room && t.CountedAt > oldest);
        return await (rate.Penalty is null
            ? counting.ExecuteUpdateAsync(s => s.SetProperty(t => t.Count, t => t.Count + 1), ct)
            : counting.ExecuteUpdateAsync(s => s.SetProperty(t => t.Count, t => t.Count + 1).SetProperty(t => t.CountedAt, now), ct)) == 1;
    }

    private static async Task<bool> ReplaceAsync(PortalDbContext db, Tally seen, Tally next, CancellationToken ct) =>
        await db.Tallies.Where(t => t.Key == seen.Key && t.Count == seen.Count && t.CountedAt == seen.CountedAt).ExecuteUpdateAsync(
            s => s.SetProperty(t => t.Count, next.Count).SetProperty(t => t.CountedAt, next.CountedAt).SetProperty(t => t.BlockedUntil, next.BlockedUntil), ct) == 1;

    private static async Task<bool> AddAsync(PortalDbContext db, Tally first, CancellationToken ct)
    {
        db.Tallies.Add(first);
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException)
        {
            // Another one was the first: look again.
            db.ChangeTracker.Clear();
            if (!await db.Tallies.AnyAsync(t => t.Key == first.Key, ct))
            {
                throw;
            }

            return false;
        }
    }
}
