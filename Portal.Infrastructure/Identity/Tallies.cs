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

/// <summary>What one more makes of a tally. It is asked only when the tally is not blocked.</summary>
public delegate (int Count, DateTimeOffset CountedAt, DateTimeOffset? BlockedUntil) TallyRule(Tally? seen, DateTimeOffset now);

/// <summary>
/// Counters that all nodes share (S-07). Each request is counted before anything is done for it, by one conditional update,
/// so that a thousand at once get no further than a thousand in a row (G5).
/// </summary>
public sealed class Tallies(IDbContextFactory<PortalDbContext> contexts, TimeProvider clock)
{
    /// <summary>No rule remembers longer.</summary>
    internal static readonly TimeSpan Forgotten = TimeSpan.FromHours(24);

    /// <returns>How long to wait; null when it was counted and may go on.</returns>
    public async Task<TimeSpan?> CountAsync(string key, TallyRule rule, CancellationToken ct)
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

            var (count, at, blocked) = rule(seen, now);
            var next = new Tally { Key = key, Count = count, CountedAt = at, BlockedUntil = blocked };
            if (await (seen is null ? AddAsync(db, next, ct) : ReplaceAsync(db, seen, next, ct)))
            {
                return null;
            }
        }
    }

    public async Task ForgetAsync(IReadOnlyCollection<string> keys, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.Tallies.Where(t => keys.Contains(t.Key)).ExecuteDeleteAsync(ct);
    }

    public static string KeyOf(params IEnumerable<string> parts) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))));

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
