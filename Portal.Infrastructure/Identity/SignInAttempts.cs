using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Infrastructure.Persistence;

namespace Portal.Infrastructure.Identity;

/// <summary>Tries at one lock. The key is a hash, so that the table tells nobody's address.</summary>
public sealed class SignInAttempt
{
    public required string Key { get; init; }
    public required int Count { get; set; }
    public required DateTimeOffset LastAt { get; set; }
    public DateTimeOffset? BlockedUntil { get; set; }
}

/// <summary>
/// Lets a try through, or says how long to wait. Each try is counted before anything is compared, by one conditional update,
/// so that a thousand at once get no further than a few (S-15, G5). A right answer forgets the tries.
/// </summary>
/// <remarks>The same for known and unknown accounts (S-17). Passkeys do not pass here: nobody can shut out whom holds one.</remarks>
public sealed class SignInAttempts(IDbContextFactory<PortalDbContext> contexts, TimeProvider clock)
{
    /// <summary>Tries before the first wait: from one place at one account, at one account from anywhere, from one place at any account.</summary>
    public const int AtOneAccountFromOnePlace = 5, AtOneAccount = 50, FromOnePlace = 300;

    private static readonly TimeSpan s_firstWait = TimeSpan.FromMinutes(1), s_longestWait = TimeSpan.FromHours(1);

    internal static readonly TimeSpan Forgotten = TimeSpan.FromHours(24);

    /// <param name="subject">Whose account: the canonical address or the person's id.</param>
    /// <param name="place">Where the try comes from: the network address.</param>
    /// <returns>How long to wait; null when the try may go on.</returns>
    public async Task<TimeSpan?> ReserveAsync(string subject, string place, CancellationToken ct)
    {
        foreach (var (key, free) in Locks(subject, place))
        {
            if (await ReserveAsync(key, free, ct) is { } wait)
            {
                return wait;
            }
        }

        return null;
    }

    /// <summary>The answer was right. Tries from the same place at other accounts keep their count.</summary>
    public async Task ForgetAsync(string subject, string place, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var keys = Locks(subject, place).Take(2).Select(l => l.Key).ToList();
        await db.SignInAttempts.Where(a => keys.Contains(a.Key)).ExecuteDeleteAsync(ct);
    }

    private async Task<TimeSpan?> ReserveAsync(string key, int free, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        while (true)
        {
            var now = clock.GetUtcNow();
            var seen = await db.SignInAttempts.AsNoTracking().FirstOrDefaultAsync(a => a.Key == key, ct);
            if (seen?.BlockedUntil > now)
            {
                return seen.BlockedUntil - now;
            }

            var count = seen is null || now - seen.LastAt > Forgotten ? 1 : seen.Count + 1;
            var blocked = WaitAfter(count - free) is { } wait ? now + wait : (DateTimeOffset?)null;
            if (await (seen is null ? AddAsync(db, key, now, ct) : CountAsync(db, seen, count, blocked, now, ct)))
            {
                return null;
            }
        }
    }

    private static async Task<bool> CountAsync(PortalDbContext db, SignInAttempt seen, int count, DateTimeOffset? blocked, DateTimeOffset now, CancellationToken ct) =>
        await db.SignInAttempts.Where(a => a.Key == seen.Key && a.Count == seen.Count && a.LastAt == seen.LastAt)
            .ExecuteUpdateAsync(s => s.SetProperty(a => a.Count, count).SetProperty(a => a.LastAt, now).SetProperty(a => a.BlockedUntil, blocked), ct) == 1;

    private static async Task<bool> AddAsync(PortalDbContext db, string key, DateTimeOffset now, CancellationToken ct)
    {
        db.SignInAttempts.Add(new SignInAttempt { Key = key, Count = 1, LastAt = now });
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException)
        {
            // Another try was the first one: look again.
            db.ChangeTracker.Clear();
            if (!await db.SignInAttempts.AnyAsync(a => a.Key == key, ct))
            {
                throw;
            }

            return false;
        }
    }

    /// <summary>1, 2, 4 … 60 minutes.</summary>
    private static TimeSpan? WaitAfter(int tooMany) =>
        tooMany < 0 ? null : TimeSpan.FromTicks(Math.Min(s_longestWait.Ticks, s_firstWait.Ticks << Math.Min(tooMany, 10)));

    private static IEnumerable<(string Key, int Free)> Locks(string subject, string place) =>
    [
        (KeyOf("both", subject, place), AtOneAccountFromOnePlace), (KeyOf("account", subject), AtOneAccount), (KeyOf("place", place), FromOnePlace),
    ];

    private static string KeyOf(params string[] parts) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))));
}
