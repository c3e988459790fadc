using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Portal.Infrastructure.Persistence;

/// <summary>The only place that knows the engines.</summary>
public static class DatabaseProvider
{
    public const string Sqlite = "Sqlite", SqlServer = "SqlServer", PostgreSql = "PostgreSql";

    public static DbContextOptionsBuilder UsePortalDatabase(this DbContextOptionsBuilder options, string provider, string connectionString)
    {
        _ = provider switch
        {
            Sqlite => options.UseSqlite(connectionString, b => b
                .MigrationsAssembly("Portal.Migrations.Sqlite").UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)),
            SqlServer => options.UseSqlServer(connectionString, b => b
                .MigrationsAssembly("Portal.Migrations.SqlServer").UseCompatibilityLevel(150).EnableRetryOnFailure()
                .UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)),
            PostgreSql => options.UseNpgsql(connectionString, b => b
                .MigrationsAssembly("Portal.Migrations.PostgreSql").SetPostgresVersion(15, 0)
                .UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)),
            _ => throw new InvalidOperationException($"Database:Provider is '{provider}'; use {Sqlite}, {SqlServer} or {PostgreSql}."),
        };
        options.AddInterceptors(RecordChanges.Instance);
        return provider == Sqlite ? options.AddInterceptors(SqlitePragmas.Instance) : options;
    }
}
