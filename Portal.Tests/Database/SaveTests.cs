using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity;
using Portal.Application.Identity.Domain;
using Portal.Application.Shared;
using Portal.Infrastructure.Persistence;
using Portal.Tests.Support;

namespace Portal.Tests.Database;

public sealed class SaveTests
{
    private static readonly DateOnly s_day = new(2026, 11, 1);

    [Theory, MemberData(nameof(TestDatabase.Engines), MemberType = typeof(TestDatabase))]
    public async Task A_save_writes_the_history_and_the_outbox_in_the_same_transaction(string engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await InviteAsync(database);

        await database.AsAsync(Actor.System, async db =>
        {
            var entry = await db.AuditEntries.SingleAsync(e => e.CaseType == nameof(Membership));
            Assert.Equal(1, entry.Sequence);
            Assert.Equal(Government.Japan, entry.Side);
            Assert.Equal(nameof(MemberInvited), (await db.Outbox.SingleAsync()).Type);
        });
    }

    [Theory, MemberData(nameof(TestDatabase.Engines), MemberType = typeof(TestDatabase))]
    public async Task Personal_fields_are_in_the_history_as_changed_only(string engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await InviteAsync(database);

        await database.AsAsync(Actor.System, async db =>
        {
            var changes = (await db.AuditEntries.SingleAsync(e => e.CaseType == nameof(Membership))).Changes;
            Assert.Contains(nameof(Membership.InvitedAddress), changes, StringComparison.Ordinal);
            Assert.DoesNotContain("hanako@example.go.jp", changes, StringComparison.Ordinal);
        });
    }

    [Theory, MemberData(nameof(TestDatabase.Engines), MemberType = typeof(TestDatabase))]
    public async Task The_second_of_two_writers_is_told_that_the_first_was_faster(string engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var id = await RegisterAsync(database);

        await database.AsAsync(Actor.System, async first =>
        {
            var mine = await first.Organisations.SingleAsync(o => o.Id == id);
            await database.AsAsync(Actor.System, async second =>
            {
                (await second.Organisations.SingleAsync(o => o.Id == id)).Rename(new BilingualText("新名称", "New name"), s_day.AddDays(1));
                await second.SaveChangesAsync();
            });
            mine.Rename(new BilingualText("別名称", "Another name"), s_day.AddDays(2));
            await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => first.SaveChangesAsync());
        });
    }

    [Theory, MemberData(nameof(TestDatabase.Engines), MemberType = typeof(TestDatabase))]
    public async Task A_change_below_the_aggregate_raises_its_version(string engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var id = await RegisterAsync(database);
        await database.AsAsync(Actor.System, async db =>
        {
            var organisation = await db.Organisations.SingleAsync(o => o.Id == id);
            Assert.Equal(1, organisation.Version);
            organisation.Rename(new BilingualText("新名称", "New name"), s_day.AddDays(1));
            await db.SaveChangesAsync();
            Assert.Equal(2, organisation.Version);
        });
    }

    [Fact]
    public async Task Sqlite_keeps_what_an_acknowledged_save_relies_on()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.AsAsync(Actor.System, async db =>
        {
            await db.Database.OpenConnectionAsync();
            Assert.Equal("wal", await PragmaAsync(db, "journal_mode"));
            Assert.Equal("2", await PragmaAsync(db, "synchronous"));
            Assert.Equal("1", await PragmaAsync(db, "foreign_keys"));
        });
    }

    internal static async Task<Guid> RegisterAsync(TestDatabase database) => await database.AsAsync(Actor.System, async db =>
    {
        var organisation = Organisation.Register("NCO", Government.Japan, new BilingualText("国家サイバー統括室", "National Cybersecurity Office"), s_day);
        db.Organisations.Add(organisation);
        await db.SaveChangesAsync();
        return organisation.Id;
    });

    private static async Task InviteAsync(TestDatabase database)
    {
        var id = await RegisterAsync(database);
        await database.AsAsync(Actor.System, async db =>
        {
            var organisation = await db.Organisations.SingleAsync(o => o.Id == id);
            db.Memberships.Add(Membership.Invite(organisation, Role.Auditor, "hanako@example.go.jp", s_day, null, database.Clock.GetUtcNow()));
            await db.SaveChangesAsync();
        });
    }

    private static async Task<string?> PragmaAsync(PortalDbContext db, string name)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {name}";
        return Convert.ToString(await command.ExecuteScalarAsync());
    }
}
