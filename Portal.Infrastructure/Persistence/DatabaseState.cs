using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Portal.Infrastructure.Persistence;

/// <summary>What the host asks about its database before it serves, and while it serves.</summary>
public static class DatabaseState
{
    public static async Task<bool> IsNewAsync(this PortalDbContext db, CancellationToken ct) =>
        !await db.Database.CanConnectAsync(ct) || (await db.AppliedMigrationsAsync(ct)).Count == 0;

    public static async Task<bool> IsMigratedAsync(this PortalDbContext db, CancellationToken ct) =>
        await db.Database.CanConnectAsync(ct) && !db.Database.GetMigrations().Except(await db.AppliedMigrationsAsync(ct)).Any();

    /// <summary>How far the database's clock is from ours (S-47); none for a database inside this process.</summary>
    public static async Task<TimeSpan> ClockGapAsync(this PortalDbContext db, TimeProvider clock, CancellationToken ct)
    {
        if (db.Database.IsSqlite())
        {
            return TimeSpan.Zero;
        }

        var sql = db.Database.ProviderName!.EndsWith(DatabaseProvider.SqlServer, StringComparison.Ordinal)
            ? "SELECT SYSUTCDATETIME() AS [Value]"
            : "SELECT now() AT TIME ZONE 'utc' AS \"Value\"";
        var there = await db.Database.SqlQueryRaw<DateTime>(sql).SingleAsync(ct);
        return (clock.GetUtcNow().UtcDateTime - DateTime.SpecifyKind(there, DateTimeKind.Utc)).Duration();
    }

    /// <summary>Settings under which an acknowledged save could be lost; empty when all is well.</summary>
    public static async Task<IReadOnlyList<string>> WeakSettingsAsync(this PortalDbContext db, CancellationToken ct)
    {
        if (!db.Database.IsSqlite())
        {
            return [];
        }

        await db.Database.OpenConnectionAsync(ct);
        try
        {
            (string Pragma, string Wanted)[] pinned = [("journal_mode", "wal"), ("synchronous", "2"), ("foreign_keys", "1")];
            var weak = new List<string>();
            foreach (var (pragma, wanted) in pinned)
            {
                var found = await PragmaAsync(db, pragma, ct);
                if (found != wanted)
                {
                    weak.Add($"{pragma} is {found}, must be {wanted}");
                }
            }

            return weak;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>Without EF Core's own reader, which makes a model of this one table at each start.</summary>
    private static async Task<IReadOnlyList<string>> AppliedMigrationsAsync(this PortalDbContext db, CancellationToken ct) =>
        await db.GetService<IHistoryRepository>().ExistsAsync(ct)
            ? await db.Database.SqlQueryRaw<string>("SELECT \"MigrationId\" AS \"Value\" FROM \"__EFMigrationsHistory\"").ToListAsync(ct)
            : [];

    private static async Task<string?> PragmaAsync(PortalDbContext db, string pragma, CancellationToken ct)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {pragma}";
        return Convert.ToString(await command.ExecuteScalarAsync(ct), System.Globalization.CultureInfo.InvariantCulture);
    }
}
