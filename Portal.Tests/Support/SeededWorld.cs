using Microsoft.EntityFrameworkCore;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;
using Portal.Infrastructure.Demonstration;
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
        Assert.Equal(SeedOutcome.Seeded, await Database.SeedWorldAsync());
        await Database.AsAsync(Actor.System, async db =>
        {
            Calls = await db.FellowshipCalls.Include(c => c.Signatures).ToListAsync();
            Cases = await db.FellowshipApplications.Include(a => a.Documents).Include(a => a.Submissions).Include(a => a.Sections).ToListAsync();
            Lists = await db.AwardLists.Include(l => l.Signatures).ToListAsync();
            History = await db.AuditEntries.ToListAsync();
        });
    }

    public async Task<int> CountAsync<T>(Func<PortalDbContext, IQueryable<T>> rows) => await Database.AsAsync(Actor.System, db => rows(db).CountAsync());

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
