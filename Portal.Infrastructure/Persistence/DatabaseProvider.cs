using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Portal.Infrastructure.Persistence;

/// <summary>The only place that knows the engines.</summary>
public static class DatabaseProvider
{
    public const string Sqlite = "Sqlite", SqlServer = "SqlServer", PostgreSql = "PostgreSql";

    public static DbContextOptionsBuilder UsePortalDatabase(this DbContextOptionsBuilder options, string provider, string connectionString)
    {
        _ = provider switch
        {
            Sqlite => OnSqlite(options, connectionString),
            SqlServer => OnSqlServer(options, connectionString),
            PostgreSql => OnPostgreSql(options, connectionString),
            _ => throw new InvalidOperationException($"Database:Provider is '{provider}'; use {Sqlite}, {SqlServer} or {PostgreSql}."),
        };
        if (CompiledModel(provider) is { } model)
        {
            options.UseModel(model);
        }

        options.AddInterceptors(RecordChanges.Instance);
        return provider == Sqlite ? options.AddInterceptors(SqlitePragmas.Instance) : options;
    }

    // Each engine in a method of its own: a program loads the libraries of the one that it uses.
    private static DbContextOptionsBuilder OnSqlite(DbContextOptionsBuilder options, string connectionString) => options.UseSqlite(connectionString, b => b
        .MigrationsAssembly("Portal.Migrations.Sqlite").UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery));

    private static DbContextOptionsBuilder OnSqlServer(DbContextOptionsBuilder options, string connectionString) => options.UseSqlServer(connectionString, b => b
        .MigrationsAssembly("Portal.Migrations.SqlServer").UseCompatibilityLevel(150).EnableRetryOnFailure().UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery));

    private static DbContextOptionsBuilder OnPostgreSql(DbContextOptionsBuilder options, string connectionString) => options.UseNpgsql(connectionString, b => b
        .MigrationsAssembly("Portal.Migrations.PostgreSql").SetPostgresVersion(15, 0).UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery));

    /// <summary>The model that a Release build carries beside the migrations of its engine; without one EF Core makes it at the first use.</summary>
    private static IModel? CompiledModel(string provider) =>
        Type.GetType($"Portal.Migrations.{provider}.PortalDbContextModel, Portal.Migrations.{provider}")?.GetProperty("Instance")?.GetValue(null) as IModel;
}
