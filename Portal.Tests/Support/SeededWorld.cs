using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;
using Portal.Infrastructure;
using Portal.Infrastructure.Seeding;
using Portal.Infrastructure.Persistence;

namespace Portal.Tests.Support;

/// <summary>A database with the demonstration world, seeded once.</summary>
public sealed class SeededWorld : IAsyncLifetime
{
    public TestDatabase Database { get; private set; } = null!;

    public DateTimeOffset Now => Database.Clock.GetUtcNow();

    public IReadOnlyList<FellowshipCall> Calls { get; private set; } = [];

    public IReadOnlyList<FellowshipApplication> Cases { get; private set; } = [];

    public IReadOnlyList<AwardList> Lists { get; private set; } = [];

    public IReadOnlyList<AuditEntry> History { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        Database = await TestDatabase.CreateAsync();
        await SeedAsync(Database);
        await Database.AsAsync(Actor.System, async db =>
        {
            Calls = await db.FellowshipCalls.Include(c => c.Signatures).ToListAsync();
            Cases = await db.FellowshipApplications.Include(a => a.Documents).Include(a => a.Submissions).Include(a => a.Sections).ToListAsync();
            Lists = await db.AwardLists.Include(l => l.Signatures).ToListAsync();
            History = await db.AuditEntries.ToListAsync();
        });
    }

    public static Task<string> SeedAsync(TestDatabase database, string environment = "Development") =>
        database.AsAsync(Actor.System, db => Of(database, db, environment).SeedAsync(TestContext.Current.CancellationToken));

    public static IDemonstrationWorld Of(TestDatabase database, PortalDbContext db, string environment = "Development") => new DemonstrationWorld(
        Settings(database), database.Services.GetRequiredService<PortalState>(), new Environment(environment), database.Clock, db);

    public static IConfiguration Settings(TestDatabase database) => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?> { ["Database:ConnectionString"] = database.ConnectionString }).Build();

    public async Task<int> CountAsync<T>(Func<PortalDbContext, IQueryable<T>> rows) => await Database.AsAsync(Actor.System, db => rows(db).CountAsync());

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    private sealed class Environment(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;
        public string ApplicationName { get; set; } = "";
        public string ContentRootPath { get; set; } = "";
        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
