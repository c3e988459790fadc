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
        if (CompiledModel(provider) is { } model)
        {
            options.UseModel(model);
        }

        options.AddInterceptors(RecordChanges.Instance);
        return provider == Sqlite ? options.AddInterceptors(SqlitePragmas.Instance) : options;
    }

    /// <summary>The model that a Release build carries beside the migrations of its engine; without one EF Core makes it at the first use.</summary>
    private static IModel? CompiledModel(string provider) =>
        Type.GetType($"Portal.Migrations.{provider}.PortalDbContextModel, Portal.Migrations.{provider}")?.GetProperty("Instance")?.GetValue(null) as IModel;
}
