using Microsoft.EntityFrameworkCore;
using Portal.Application.Shared;
using Portal.Tests.Support;

namespace Portal.Tests.Database;

public sealed class AuditChainTests
{
    [Theory, MemberData(nameof(TestDatabase.Engines), MemberType = typeof(TestDatabase))]
    public async Task Untouched_chains_verify(string engine)
    {
        await using var database = await WithHistoryAsync(engine);
        Assert.Equal(new ChainReportOrFault(4, null, null), await database.VerifyAsync());
    }

    [Theory, MemberData(nameof(TestDatabase.Engines), MemberType = typeof(TestDatabase))]
    public async Task A_changed_entry_is_the_first_bad_one(string engine)
    {
        await using var database = await WithHistoryAsync(engine);
        await database.AsAsync(Actor.System, db => db.AuditEntries.Where(e => e.Sequence == 2).ExecuteUpdateAsync(s => s.SetProperty(e => e.Operation, "Forged")));
        Assert.Equal((2L, "ChangedEntry"), Fault(await database.VerifyAsync()));
    }

    [Fact]
    public async Task A_removed_entry_leaves_a_gap()
    {
        await using var database = await WithHistoryAsync();
        await database.AsAsync(Actor.System, db => db.AuditEntries.Where(e => e.Sequence == 2).ExecuteDeleteAsync());
        Assert.Equal((3L, "Gap"), Fault(await database.VerifyAsync()));
    }

    [Fact]
    public async Task A_rewritten_entry_with_a_fresh_hash_breaks_the_next_link()
    {
        await using var database = await WithHistoryAsync();
        await database.AsAsync(Actor.System, async db =>
        {
            await db.AuditEntries.Where(e => e.Sequence == 2).ExecuteUpdateAsync(s => s.SetProperty(e => e.Operation, "Forged"));
            var forged = await db.AuditEntries.AsNoTracking().SingleAsync(e => e.Sequence == 2);
            var hash = AuditLinks.HashOf(forged);
            await db.AuditEntries.Where(e => e.Sequence == 2).ExecuteUpdateAsync(s => s.SetProperty(e => e.Hash, hash));
        });
        Assert.Equal((3L, "BrokenLink"), Fault(await database.VerifyAsync()));
    }

    [Theory, MemberData(nameof(TestDatabase.Engines), MemberType = typeof(TestDatabase))]
    public async Task Parallel_writers_never_fork_a_chain(string engine)
    {
        await using var database = await WithHistoryAsync(engine);
        var renames = Enumerable.Range(1, 8).Select(async n =>
        {
            try
            {
                await RenameAsync(database, 100 + n);
                return 1;
            }
            catch (DbUpdateException)
            {
                return 0;
            }
        });
        var done = await Task.WhenAll(renames);
        Assert.True(done.Sum() >= 1);
        Assert.Equal(new ChainReportOrFault(4 + done.Sum(), null, null), await database.VerifyAsync());
    }

    private static (long? At, string? Kind) Fault(ChainReportOrFault report) => (report.FaultAt, report.Fault);

    private static async Task<TestDatabase> WithHistoryAsync(string engine = Infrastructure.Persistence.DatabaseProvider.Sqlite)
    {
        var database = await TestDatabase.CreateAsync(engine);
        await SaveTests.RegisterAsync(database);
        foreach (var day in new[] { 1, 2, 3 })
        {
            await RenameAsync(database, day);
        }

        return database;
    }

    private static async Task RenameAsync(TestDatabase database, int day) => await database.AsAsync(Actor.System, async db =>
    {
        (await db.Organisations.SingleAsync()).Rename(new BilingualText($"名称{day}", $"Name {day}"), new DateOnly(2026, 12, 1).AddDays(day));
        await db.SaveChangesAsync();
    });
}
