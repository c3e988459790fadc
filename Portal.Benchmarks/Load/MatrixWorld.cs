using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Infrastructure;
using Portal.Infrastructure.Persistence;

namespace Portal.Benchmarks.Load;

/// <summary>Certifications of both sides, each pair published in both directions: rows copied in the database from one pair that the aggregates made.</summary>
internal static class MatrixWorld
{
    private const string Number = "EQ-777777", Prototype = "PROTOTYPE";

    /// <param name="side">Certifications of one side.</param>
    public static async Task FillAsync(string state, int side)
    {
        await using var db = PortalModel.Create(DatabaseProvider.Sqlite, $"Data Source={new PortalState(state).Database}");
        await db.Database.OpenConnectionAsync();
        await RunAsync(db, "DELETE FROM EquivalenceVersions; DELETE FROM Equivalences; DELETE FROM ReferencePlacements; DELETE FROM Certifications");
        await AddPrototypeAsync(db);
        await RunAsync(db, string.Create(CultureInfo.InvariantCulture, $"""
            CREATE TABLE Side AS WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < {side}) SELECT i FROM n;
            CREATE TABLE Pair AS SELECT d.i AS d, a.i AS a, b.i AS b, (d.i * {side} + a.i) * {side} + b.i AS n FROM Side a, Side b, (SELECT 0 AS i UNION SELECT 1) d;
            """));
        await CopyAsync(db, "Certifications", "(SELECT d.i AS d, s.i AS a FROM Side s, (SELECT 0 AS i UNION SELECT 1) d)", new()
        {
            ["Id"] = Id(1, "p.d * 1000 + p.a"), ["Code"] = Code("p.d", "p.a"), ["NameEn"] = "'Certification ' || " + Code("p.d", "p.a"),
            ["NameJa"] = "'試験 ' || " + Code("p.d", "p.a"), ["IssuerCountry"] = "CASE p.d WHEN 0 THEN 'JPN' ELSE 'USA' END", ["SearchText"] = "lower(" + Code("p.d", "p.a") + ")",
        });
        await CopyAsync(db, "Equivalences", "Pair", new()
        {
            ["Id"] = Id(2, "p.n"), ["Number"] = "printf('EQ-%06d', p.n)", ["Source"] = "replace(t.Source, '" + Prototype + "', " + Code("p.d", "p.a") + ")",
            ["SourceKey"] = Code("p.d", "p.a"), ["TargetCode"] = Code("1 - p.d", "p.b"), ["SourceSide"] = $"CASE p.d WHEN 0 THEN '{Government.Japan}' ELSE '{Government.UnitedStates}' END",
        });
        await CopyAsync(db, "EquivalenceVersions", "Pair", new() { ["Id"] = Id(3, "p.n"), ["EquivalenceId"] = Id(2, "p.n") });
        await CopyAsync(db, "EquivalencePeriods", "Pair", new()
        {
            ["Id"] = Id(4, "p.n"), ["EquivalenceId"] = Id(2, "p.n"), ["VersionId"] = Id(3, "p.n"), ["Figures_Content"] = "(p.n * 7919 % 1000) / 1000.0",
            ["Figures_Decision"] = $"CASE WHEN p.n * 7919 % 1000 >= 850 THEN '{DecisionType.Full}' WHEN p.n * 7919 % 1000 < 250 THEN '{DecisionType.Refused}' ELSE '{DecisionType.Partial}' END",
        });
        foreach (var government in Governments.Both)
        {
            await CopyAsync(db, "EquivalenceVersionSignatures", "Pair", new() { ["Id"] = Id(5 + (int)government, "p.n"), ["EquivalenceVersionId"] = Id(3, "p.n") }, $"t.Government = '{government}'");
        }

        await RunAsync(db, "DROP TABLE Pair; DROP TABLE Side; ANALYZE");
    }

    private static async Task AddPrototypeAsync(PortalDbContext db)
    {
        var now = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var pair = Equivalence.Starting(Number, EquivalenceSource.Of(Prototype), Government.Japan, new Target(TargetKind.Certification, Prototype + "-2"));
        var version = EquivalenceVersion.Starting(pair, ["OG-WRL-014"]);
        var text = new BilingualText("条件付きで認めます。", "Recognised with a condition.");
        var content = EquivalenceContent.Proposal(["OG-WRL-014"]) with
        {
            Decision = DecisionType.Conditional, Coverage = new PinnedCoverage("hash", Coverage.AlgorithmVersion, "proposed-2026", new DateOnly(2026, 1, 1), 0.75, 0.6, 0.7, null, [], []),
            Statement = new ReviewedText(text.Ja, text.En, true, true), Conditions = [new Condition(ConditionKind.AptitudeTest, null, null, text)], Effects = [new Effect("DoDM 8140.03", text)],
            ValidFrom = new Deadline(now, PortalZones.Japan), ValidUntil = new Deadline(now.AddYears(50), PortalZones.Japan),
        };
        db.AddRange(Certification.Create(new CertificationText(Prototype, "", null, "Issuer", "JPN", null, null, CertificationConfidence.Unverified)), pair, version);
        db.Entry(version).Property(v => v.Content).CurrentValue = content;
        db.Entry(version).Property(v => v.Status).CurrentValue = EquivalenceStatus.Agreed;
        pair.Publish(version, null, now);
        await db.SaveChangesAsync();
        foreach (var government in Governments.Both)
        {
            await db.Database.ExecuteSqlAsync(
                $"INSERT INTO EquivalenceVersionSignatures (Id, EquivalenceVersionId, Purpose, Government, SignerId, OrganisationId, At, ContentHash) SELECT {Guid.CreateVersion7()}, Id, 'Sign', {government.ToString()}, Id, Id, '2026-01-01 00:00:00', 'hash' FROM EquivalenceVersions");
        }
    }

    /// <summary>A row for each pair like the prototype's, but for the columns named.</summary>
    private static async Task CopyAsync(PortalDbContext db, string table, string pairs, Dictionary<string, string> changed, string which = "1 = 1")
    {
        var columns = await db.Database.SqlQuery<string>($"SELECT name AS Value FROM pragma_table_info({table})").ToListAsync();
        var values = columns.Select(c => changed.GetValueOrDefault(c, $"t.\"{c}\""));
        await RunAsync(db, $"""
            CREATE TABLE Prototype AS SELECT * FROM {table} t WHERE {which} LIMIT 1;
            DELETE FROM {table} WHERE Id = (SELECT Id FROM Prototype) AND '{table}' = 'Certifications';
            INSERT INTO {table} ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) SELECT {string.Join(", ", values)} FROM Prototype t, {pairs} p;
            DROP TABLE Prototype
            """);
    }

    /// <summary>Every part of the statement stands in this file.</summary>
    private static async Task RunAsync(PortalDbContext db, string sql)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private static string Id(int kind, string number) => $"printf('0000000{kind}-0000-7000-8000-%012X', {number})";

    private static string Code(string direction, string number) => $"(CASE {direction} WHEN 0 THEN 'JP-' ELSE 'US-' END || printf('%03d', {number}))";
}
