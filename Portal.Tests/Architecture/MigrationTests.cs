using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using Portal.Infrastructure.Persistence;

namespace Portal.Tests.Architecture;

public sealed class MigrationTests
{
    public static TheoryData<string, string> Engines => new()
    {
        { DatabaseProvider.Sqlite, "Data Source=model.db" },
        { DatabaseProvider.SqlServer, "Server=localhost;Database=model;TrustServerCertificate=true" },
        { DatabaseProvider.PostgreSql, "Host=localhost;Database=model" },
    };

    [Theory, MemberData(nameof(Engines))]
    public void The_model_has_no_change_without_a_migration(string provider, string connection)
    {
        using var db = PortalModel.Create(provider, connection);
        Assert.NotEmpty(db.Database.GetMigrations());
        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Theory, MemberData(nameof(Engines))]
    public void Every_text_column_states_its_length(string provider, string connection)
    {
        using var db = PortalModel.Create(provider, connection);
        var texts = db.Model.GetEntityTypes().Where(t => t.ClrType.Namespace!.StartsWith("Portal", StringComparison.Ordinal) || t.ClrType.Namespace.StartsWith("OpenIddict", StringComparison.Ordinal))
            .SelectMany(t => t.GetProperties())
            .Where(p => (p.GetProviderClrType() ?? p.GetTypeMapping().Converter?.ProviderClrType ?? p.ClrType) == typeof(string) && p.DeclaringType.ClrType != typeof(Infrastructure.Identity.PortalUser))
            .ToList();
        Assert.NotEmpty(texts);
        Assert.Empty(texts.Where(p => p.GetMaxLength() is null).Select(p => $"{p.DeclaringType.ShortName()}.{p.Name}"));
    }

    [Theory, MemberData(nameof(Engines))]
    public void A_release_carries_the_model_that_is_configured(string provider, string connection)
    {
        var build = typeof(PortalModel).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        Assert.SkipUnless(build == "Release", "Only a Release build carries its model.");
        using var db = PortalModel.Create(provider, connection);
        Assert.Equal("PortalDbContextModel", db.Model.GetType().Name);
        Assert.Equal(db.GetService<IDesignTimeModel>().Model.ToDebugString(), db.Model.ToDebugString());
    }

    [Fact]
    public void The_model_has_the_table_for_passkeys()
    {
        using var db = PortalModel.Create(DatabaseProvider.Sqlite, "Data Source=model.db");
        Assert.Contains(db.Model.GetEntityTypes(), t => t.GetTableName() == "AspNetUserPasskeys");
    }

    [Fact]
    public void The_sql_server_script_beside_the_migrations_is_up_to_date_and_parses()
    {
        using var db = PortalModel.Create(DatabaseProvider.SqlServer, "Server=localhost;Database=model;TrustServerCertificate=true");
        var kept = Lines(File.ReadAllText(ScriptPath()));
        var fresh = Lines(db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent));
        Assert.True(kept.Contains("CREATE TABLE", StringComparison.Ordinal));
        Assert.True(kept == fresh, "Run db-migrations/add.sh --script.");

        using var reader = new StringReader(kept);
        var script = (TSqlScript)new TSql160Parser(true, SqlEngineType.Standalone).Parse(reader, out var errors);
        Assert.Empty(errors.Select(e => $"{e.Line}: {e.Message}"));
        var tables = new CreatedTables();
        script.Accept(tables);
        Assert.True(tables.Count >= db.Model.GetEntityTypes().Select(t => t.GetTableName()).Distinct().Count());
    }

    private sealed class CreatedTables : TSqlFragmentVisitor
    {
        public int Count { get; private set; }

        public override void Visit(CreateTableStatement node) => Count++;
    }

    private static string Lines(string script) => script.TrimStart('\uFEFF').ReplaceLineEndings("\n").Trim();

    private static string ScriptPath([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "db-migrations", "SqlServer", "portal.sql");
}
