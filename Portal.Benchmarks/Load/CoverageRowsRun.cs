using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Portal.Application;
using Portal.Application.Identity;
using Portal.Application.Identity.Domain;
using Portal.Application.Recognition;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Infrastructure;
using Portal.Infrastructure.Persistence;

namespace Portal.Benchmarks.Load;

/// <summary>
/// One certification's row after a changed claim, in a database of 5,000 targets over 50,000 statements: from the load of its claims to the
/// saved row. The first row reads the targets; it is shown apart, because a running portal does that once.
/// </summary>
internal static class CoverageRowsRun
{
    private const int Certifications = 5_000, Statements = 50_000, ClaimsEach = 200, Claimed = 20, AtOnce = 200;

    public static async Task<int> RunAsync(Options options)
    {
        foreach (var (name, skew) in new[] { ("even", 1.0), ("shared", 2.2) })
        {
            using var program = PortalProgram.Built();
            await program.RunAsync("migrate");
            var state = new PortalState(program.State);
            var versions = await FillAsync(state, CoverageWorld.Of(Certifications, Statements, ClaimsEach, skew));
            await using var services = new ServiceCollection().AddLogging().AddApplication().AddInfrastructure(new ConfigurationBuilder().Build(), state)
                .AddScoped<ActorHolder>().AddScoped<ICurrentActor, BackgroundActor>().AddScoped<ICurrentOperation, BackgroundOperation>().BuildServiceProvider();
            var first = await RowAsync(services, versions[0].CertificationId);
            Print($"{name}: filled");
            var rows = new List<double>();
            for (var round = 0; round < options.Rounds * Claimed; round++)
            {
                var version = versions[round % Claimed];
                await ChangeAsync(services, version.Id, round);
                rows.Add(await RowAsync(services, version.CertificationId));
            }

            // The first time that a row is written, and each time after it.
            Print($"{name}: first row with the targets {first:N0} ms; a new row {Middle(rows.Take(Claimed))}; a changed row {Middle(rows.Skip(Claimed))}; {await KeptAsync(services):N0} pairs kept for {Claimed} certifications");
        }

        return 0;
    }

    private static async Task<double> RowAsync(IServiceProvider services, Guid certification)
    {
        await using var scope = services.CreateSystemScope();
        var started = Stopwatch.GetTimestamp();
        await scope.ServiceProvider.GetRequiredService<CoverageKeeper>().RowsAsync([certification], CancellationToken.None);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    /// <summary>Another level for one of its claims.</summary>
    private static async Task ChangeAsync(IServiceProvider services, Guid version, int round)
    {
        await using var scope = services.CreateSystemScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var claim = await db.Set<EvidenceClaim>().Where(c => c.CertificationVersionId == version).OrderBy(c => c.Statement).Skip(round % ClaimsEach).FirstAsync();
        db.Entry(claim).Property(c => c.Level).CurrentValue = 1 + (claim.Level % 5);
        await db.SaveChangesAsync();
    }

    private static async Task<int> KeptAsync(IServiceProvider services)
    {
        await using var scope = services.CreateSystemScope();
        return await scope.ServiceProvider.GetRequiredService<IPortalDb>().TargetCoverages.CountAsync();
    }

    /// <summary>Everything as the aggregates make it; claims only where rows are computed.</summary>
    private static async Task<IReadOnlyList<CertificationVersion>> FillAsync(PortalState state, CoverageWorld world)
    {
        await using var db = PortalModel.Create(DatabaseProvider.Sqlite, $"Data Source={state.Database};Pooling=False");
        var (now, officer) = (TimeProvider.System.GetUtcNow(), new Actor(Guid.CreateVersion7(), Government.Japan, null, Roles.Permissions[Role.RecognitionOfficer]));
        var framework = Framework.Create("BENCH", "Statements", "1", null);
        foreach (var statement in world.Sources.SelectMany(s => s.Claims).Select(c => c.Statement).Distinct().Order(StringComparer.Ordinal))
        {
            framework.Add(new(FrameworkElementKind.Knowledge, statement, "", statement, 0, null));
        }

        var statements = framework.Elements.ToDictionary(e => e.Code);
        var versions = new List<CertificationVersion>();
        await SaveAsync(db, [framework]);
        foreach (var (source, target) in world.Sources.Zip(world.Targets))
        {
            if (db.ChangeTracker.Entries().Take(AtOnce).Count() == AtOnce)
            {
                await SaveAsync(db, []);
            }

            var certification = Certification.Create(new(source.Code, source.Code, null, "Issuer", "USA", null, null, CertificationConfidence.Source));
            db.Add(certification);
            db.Add(RequirementSet.Define(
                framework.Id, new(TargetKind.Certification, target.Code), 1, [.. target.Requirements.Select(r => new RequirementRow(r.Statement, (decimal)r.Weight, r.Level, r.IsCritical))], statements, officer, now));
            if (versions.Count < Claimed)
            {
                var version = CertificationVersion.Describe(certification.Id, new("V", new DateOnly(2025, 4, 1), null, BilingualText.Empty), officer);
                foreach (var claim in source.Claims)
                {
                    version.Record(statements[claim.Statement], new(claim.Level, claim.Strength, (decimal)claim.Confidence, null), officer);
                }

                versions.Add(version);
                db.Add(version);
            }
        }

        await SaveAsync(db, []);
        return versions;
    }

    private static async Task SaveAsync(PortalDbContext db, IEnumerable<object> added)
    {
        db.AddRange(added);
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
    }

    private static string Middle(IEnumerable<double> times)
    {
        var sorted = times.Order().ToList();
        return string.Create(CultureInfo.InvariantCulture, $"{sorted[sorted.Count / 2]:N1} ms in the middle, p95 {sorted[sorted.Count * 95 / 100]:N1}");
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
