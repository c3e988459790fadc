using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;
using Portal.Infrastructure;
using Portal.Infrastructure.Persistence;
using Portal.Infrastructure.Seeding;
using Portal.Tests.Support;

namespace Portal.Tests.Database;

public sealed class LoadProfileTests(LoadedWorld world) : IClassFixture<LoadedWorld>
{
    [Fact]
    public async Task The_load_is_as_large_as_asked_and_spreads_over_calls_and_statuses()
    {
        var load = await world.Database.AsAsync(Actor.System, db => LoadedWorld.Load(db).ToListAsync());
        Assert.Equal(LoadedWorld.Size, load.Count);
        Assert.Equal(8, load.Select(a => a.CallId).Distinct().Count());
        Assert.Equal(6, load.Select(a => a.Status).Distinct().Count());
        Assert.True(load.Select(a => a.SortJa).Distinct().Count() > LoadedWorld.Size / 3);
    }

    [Fact]
    public async Task Chains_of_the_load_verify()
    {
        var report = await world.Database.VerifyAsync();
        Assert.Null(report.Fault);
        Assert.True(report.Entries > LoadedWorld.Size);
    }

    [Fact]
    public async Task Nobody_is_mailed_about_the_load() => await world.Database.AsAsync(Actor.System, async db =>
    {
        var ids = await LoadedWorld.Load(db).Select(a => a.Id.ToString()).ToListAsync();
        var open = await db.Outbox.Where(m => m.CompletedAt == null).Select(m => m.Payload).ToListAsync();
        Assert.DoesNotContain(open, payload => ids.Any(id => payload.Contains(id, StringComparison.OrdinalIgnoreCase)));
    });

    [Fact]
    public async Task A_row_of_the_load_has_what_a_real_one_has() => await world.Database.AsAsync(Actor.System, async db =>
    {
        var real = await ScreenedInAsync(db, db.FellowshipApplications.Except(LoadedWorld.Load(db)));
        var loaded = await ScreenedInAsync(db, LoadedWorld.Load(db));
        Assert.Equal(Filled(db, real), Filled(db, loaded));
        Assert.Equal(Typed(real), Typed(loaded));
        Assert.Equal(real.Submissions.Select(s => s.Number), loaded.Submissions.Select(s => s.Number));
        Assert.Equal(Sha256.Of(loaded.Submissions[0].Content), loaded.Submissions[0].Hash);
        Assert.Equal(await HistoryAsync(db, real), await HistoryAsync(db, loaded));
    });

    private static async Task<FellowshipApplication> ScreenedInAsync(PortalDbContext db, IQueryable<FellowshipApplication> among)
    {
        var id = await among.Where(a => a.Status == FellowshipApplicationStatus.ScreenedIn && a.Submissions.Count == 1 && a.SendingGovernment == Government.Japan)
            .OrderBy(a => a.Number).Select(a => a.Id).FirstAsync();
        return await db.FellowshipApplications.Include(a => a.Sections).Include(a => a.Submissions).SingleAsync(a => a.Id == id);
    }

    private static IEnumerable<string> Filled(PortalDbContext db, FellowshipApplication application) =>
        db.Entry(application).Properties.Where(p => p.CurrentValue is not null and not "").Select(p => p.Metadata.Name).Append($"Version {application.Version}");

    /// <summary>Documents aside: the world's candidates upload one more file.</summary>
    private static IEnumerable<string> Typed(FellowshipApplication application) => application.Sections
        .Where(s => s.Kind is not (ApplicationSectionKind.Documents or ApplicationSectionKind.OwnQuestions))
        .OrderBy(s => s.Kind).Select(s => $"{s.Kind} {s.Version} {s.IsChecked}");

    private static async Task<IReadOnlyList<string>> HistoryAsync(PortalDbContext db, FellowshipApplication application)
    {
        var entries = await db.AuditEntries.Where(e => e.CaseId == application.Id).OrderBy(e => e.Sequence).ToListAsync();
        return
        [
            .. entries.Select(e => string.Join(' ', e.CaseType, e.Operation, e.FromStatus, e.ToStatus, e.Side, e.ActorGovernment, e.ActorId == Guid.Empty,
                string.Join(',', JsonDocument.Parse(e.Changes).RootElement.EnumerateArray().Select(c => c.GetProperty("Field").GetString())))),
        ];
    }
}

/// <summary>The demonstration world with a small load beside it.</summary>
public sealed class LoadedWorld : IAsyncLifetime
{
    public const int Size = 60;

    public TestDatabase Database { get; private set; } = null!;

    public static IQueryable<FellowshipApplication> Load(PortalDbContext db) =>
        db.FellowshipApplications.Where(a => db.People.Any(p => p.Id == a.ApplicantId && p.MailAddress.EndsWith("@load.example.com")));

    public async ValueTask InitializeAsync()
    {
        Database = await TestDatabase.CreateAsync();
        await Database.AsAsync(Actor.System, async db =>
        {
            var services = Database.Services;
            var profile = new LoadProfile(
                SeededWorld.Of(Database, db), SeededWorld.Settings(Database), services.GetRequiredService<PortalState>(), Database.Clock, db,
                services.GetRequiredService<IDbContextFactory<PortalDbContext>>(), services.GetRequiredService<IFileStore>());
            await profile.SeedAsync(Size, TestContext.Current.CancellationToken);
        });
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
