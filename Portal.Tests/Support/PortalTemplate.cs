using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Portal.Infrastructure.Persistence;
using Portal.Infrastructure.ReferenceData;
using Portal.Tests.Support;

[assembly: AssemblyFixture(typeof(PortalTemplate))]

namespace Portal.Tests.Support;

/// <summary>A migrated SQLite database with the reference data, made once; each <see cref="PortalHost"/> starts from a copy.</summary>
public sealed class PortalTemplate : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("portal-template-");

    private string Database => Path.Combine(_folder.FullName, "portal.db");

    public async ValueTask InitializeAsync()
    {
        var connection = $"Data Source={Database};Pooling=False";
        await using var db = PortalModel.Create(DatabaseProvider.Sqlite, connection);
        await db.Database.MigrateAsync();
        await BuiltInData.LoadMissingAsync(db, CancellationToken.None);
        // All into the one file, so that a copy of it is a copy of the database.
        await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    public void CopyTo(string database) => File.Copy(Database, database);

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
