using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Portal.Infrastructure.Persistence;

namespace Portal.Infrastructure.Connect;

/// <summary>
/// The rows of keys. Any node may add the next one: it is an insert under the next number, and whoever finds that number taken uses what
/// stands there. The latest key is never swept, so numbers only grow.
/// </summary>
public sealed class ConnectKeys(PortalDbContext db, KeyMaterial material, TimeProvider clock, ILogger<ConnectKeys> log)
{
    private static readonly KeyPurpose[] s_purposes = Enum.GetValues<KeyPurpose>();

    /// <summary>Every key of each purpose, in the order in which they were made.</summary>
    public async Task<IReadOnlyList<ConnectKey>> ListAsync(CancellationToken ct) =>
        await db.ConnectKeys.AsNoTracking().OrderBy(k => k.Purpose).ThenBy(k => k.Generation).ToListAsync(ct);

    /// <summary>The same. Where there is no key the first one is made, and it signs at once: no system knows an older one.</summary>
    public async Task<IReadOnlyList<ConnectKey>> EnsureAsync(CancellationToken ct)
    {
        var keys = await ListAsync(ct);
        var missing = s_purposes.Except(keys.Select(k => k.Purpose)).ToList();
        foreach (var purpose in missing)
        {
            await AddAsync(purpose, 1, clock.GetUtcNow(), ct);
        }

        return missing.Count == 0 ? keys : await ListAsync(ct);
    }

    /// <summary>What the clock asks for: announces the next key, and deletes keys that are gone. Makes nothing where no key was ever needed.</summary>
    public async Task TurnAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        foreach (var keys in (await ListAsync(ct)).GroupBy(k => k.Purpose).Select(g => g.ToList()))
        {
            if (KeyLife.IsNextDue(keys[^1].SignsFrom, now))
            {
                await AddAsync(keys[^1].Purpose, keys[^1].Generation + 1, now + KeyLife.Announced, ct);
            }

            await DeleteAsync(keys[^1].Purpose, KeyLife.StatesOf(keys, now).Where(k => k.State == KeyState.Gone).Select(k => k.Key.Generation).LastOrDefault(), ct);
        }
    }

    /// <summary>Announces the next key before its time, for each purpose that has none announced.</summary>
    public async Task AnnounceAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        foreach (var latest in (await EnsureAsync(ct)).GroupBy(k => k.Purpose).Select(g => g.Last()).Where(k => k.SignsFrom <= now))
        {
            await AddAsync(latest.Purpose, latest.Generation + 1, now + KeyLife.Announced, ct);
        }
    }

    /// <summary>
    /// Somebody else may have the keys, or nobody can open them: new ones sign at once, all others are deleted. What they signed or encrypted
    /// fails from now on. An interrupted run is repeated.
    /// </summary>
    public async Task ReplaceAsync(CancellationToken ct)
    {
        foreach (var purpose in s_purposes)
        {
            int generation;
            do
            {
                generation = 1 + await db.ConnectKeys.Where(k => k.Purpose == purpose).MaxAsync(k => (int?)k.Generation, ct) ?? 1;
            }
            while (!await AddAsync(purpose, generation, clock.GetUtcNow(), ct));
            await DeleteAsync(purpose, generation - 1, ct);
        }
    }

    private async Task<bool> AddAsync(KeyPurpose purpose, int generation, DateTimeOffset signsFrom, CancellationToken ct)
    {
        var key = material.Make(purpose, generation, clock.GetUtcNow(), signsFrom);
        db.ConnectKeys.Add(key);
        try
        {
            await db.SaveChangesAsync(ct);
            log.LogInformation("Connect: {Purpose} key {KeyId} made, in use from {SignsFrom:u}", purpose, key.KeyId, signsFrom);
            return true;
        }
        catch (DbUpdateException)
        {
            // Another node was faster: its key is the next one.
            db.ChangeTracker.Clear();
            if (!await db.ConnectKeys.AnyAsync(k => k.Purpose == purpose && k.Generation >= generation, ct))
            {
                throw;
            }

            return false;
        }
    }

    private Task DeleteAsync(KeyPurpose purpose, int upTo, CancellationToken ct) =>
        db.ConnectKeys.Where(k => k.Purpose == purpose && k.Generation <= upTo).ExecuteDeleteAsync(ct);
}
