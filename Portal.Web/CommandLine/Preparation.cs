using Microsoft.EntityFrameworkCore;
using Portal.Infrastructure;
using Portal.Infrastructure.Persistence;
using Portal.Infrastructure.ReferenceData;
using Portal.Infrastructure.Seeding;

namespace Portal.Web.CommandLine;

/// <summary>Brings a database to what this program needs.</summary>
internal static class Preparation
{
    /// <summary>Schema and built-in reference data.</summary>
    public static async Task MigrateAsync(IServiceProvider services, Terminal terminal, CancellationToken ct)
    {
        await using var scope = services.CreateSystemScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var pending = await db.IsMigratedAsync(ct) ? [] : (await db.Database.GetPendingMigrationsAsync(ct)).ToList();
        if (pending.Count > 0)
        {
            await db.Database.MigrateAsync(ct);
            await terminal.Out.WriteLineAsync($"Migrated: {string.Join(", ", pending)}");
        }

        if (await BuiltInData.LoadMissingAsync(db, ct) is { Count: > 0 } loaded)
        {
            await terminal.Out.WriteLineAsync($"Loaded: {string.Join(", ", loaded)}");
        }
    }

    /// <summary>The same, and the demonstration world when the database is new.</summary>
    public static async Task MakeMissingAsync(IServiceProvider services, Terminal terminal, CancellationToken ct)
    {
        var isNew = await IsNewAsync(services, ct);
        await MigrateAsync(services, terminal, ct);
        await using var scope = services.CreateSystemScope();
        if (isNew && scope.ServiceProvider.GetService<IDemonstrationWorld>() is { } world)
        {
            await terminal.Out.WriteLineAsync(await world.SeedAsync(ct));
        }
    }

    private static async Task<bool> IsNewAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateSystemScope();
        return await scope.ServiceProvider.GetRequiredService<PortalDbContext>().IsNewAsync(ct);
    }
}
