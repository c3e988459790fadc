using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Infrastructure;
using Portal.Infrastructure.Connect;
using Portal.Infrastructure.Mail;
using Portal.Infrastructure.Outbox;
using Portal.Tests.Support;

namespace Portal.Tests.Database;

public sealed class WorkerTests
{
    [Fact]
    public async Task An_offer_lapses_by_the_clock_and_the_candidate_is_told()
    {
        await using var host = await OutboxHost.StartAsync(s => s.AddPortalWorkers().AddConnectKeys().AddDataProtection().UseEphemeralDataProtectionProvider());
        var world = await host.WithDbAsync(async db =>
        {
            var made = await MailWorld.AddToAsync(db, host.Clock.GetUtcNow());
            await OfferAsync(db.FellowshipApplications, made.ApplicationId, host.Clock.GetUtcNow());
            await db.Outbox.ExecuteDeleteAsync();
            return made;
        });

        await RunUntilAsync(host, () => Task.FromResult(host.Mailbox.List(10).Count > 0));

        Assert.Equal("採択が期限切れになりました：CF27-004182", Assert.Single(host.Mailbox.List(10)).Subject);
        var entry = await host.WithDbAsync(db => db.AuditEntries.SingleAsync(e => e.CaseId == world.ApplicationId && e.ToStatus == "Lapsed"));
        Assert.Equal((Actor.System.UserId, "LapseOffers"), (entry.ActorId, entry.Operation));
    }

    [Fact]
    public async Task The_next_key_is_announced_by_the_clock()
    {
        await using var host = await OutboxHost.StartAsync(s => s.AddPortalWorkers().AddConnectKeys().AddDataProtection().UseEphemeralDataProtectionProvider());
        async Task<IReadOnlyList<ConnectKey>> KeysAsync()
        {
            await using var scope = host.Services.CreateSystemScope();
            return await scope.ServiceProvider.GetRequiredService<ConnectKeys>().EnsureAsync(CancellationToken.None);
        }

        await KeysAsync();
        host.Clock.Advance(KeyLife.Signs - KeyLife.Announced);

        await RunUntilAsync(host, async () => (await KeysAsync()).Count == 4);

        Assert.Equal([1, 2, 1, 2], (await KeysAsync()).Select(k => k.Generation));
    }

    [Theory, MemberData(nameof(TestDatabase.Engines), MemberType = typeof(TestDatabase))]
    public async Task A_missed_review_suspends_by_the_clock_in_nobodys_name(string provider)
    {
        await using var host = await OutboxHost.StartAsync(s => s.AddPortalWorkers().AddConnectKeys().AddDataProtection().UseEphemeralDataProtectionProvider(), provider);
        var story = new EquivalenceStory(EquivalenceStatus.Adjudication);
        story.Draft(story.Version, EquivalenceStory.Decision(days: 5 * 365) with { Differences = [.. EquivalenceStory.Decision().Differences.Select(d => d with { Statements = [story.Gap] })] });
        story.Sign(story.Version);
        await host.WithDbAsync(async db =>
        {
            story.Version.MissReview(Actor.System, new(story.Version.ReviewDueOn!.Value.AddDays(1), new TimeOnly(12, 0), TimeSpan.Zero));
            db.AddRange(story.Framework, story.Requirements, story.Equivalence, story.Version);
            await db.SaveChangesAsync();
            await db.Outbox.ExecuteDeleteAsync();
            return 0;
        });
        host.Clock.SetUtcNow(new(story.Version.ReviewDueOn!.Value.AddDays(ReviewRules.Proposed2026.GraceDays + 1), new TimeOnly(12, 0), TimeSpan.Zero));

        await RunUntilAsync(host, () => host.WithDbAsync(db => db.AuditEntries.AnyAsync(e => e.CaseId == story.Equivalence.Id && e.Operation == "SuspendUnreviewed")));

        var stopped = await host.WithDbAsync(db => db.Equivalences.SelectMany(e => e.Periods).SingleAsync(p => p.ReplacedAt == null && p.State == PeriodState.Suspended));
        Assert.Null(stopped.By);
        Assert.Equal(Actor.System.UserId, (await host.WithDbAsync(db => db.AuditEntries.SingleAsync(e => e.Operation == "SuspendUnreviewed"))).ActorId);
        Assert.NotNull((await host.WithDbAsync(db => db.Frameworks.SingleAsync())).AppearedAt);
    }

    private static async Task OfferAsync(DbSet<FellowshipApplication> applications, Guid id, DateTimeOffset now) =>
        await applications.Where(a => a.Id == id).ExecuteUpdateAsync(set => set
            .SetProperty(a => a.Status, FellowshipApplicationStatus.Offered)
            .SetProperty(a => a.Mover, CaseMover.Candidate)
            .SetProperty(a => a.DueAt, now)
            .SetProperty(a => a.SubmittedAt, now)
            .SetProperty(a => a.AnswerBy, new Deadline(now, PortalZones.Japan)));

    /// <summary>Real time is only the patience of the test; what is due is decided by the host's clock.</summary>
    private static async Task RunUntilAsync(OutboxHost host, Func<Task<bool>> isDone)
    {
        var workers = host.Services.GetServices<IHostedService>().ToList();
        await Task.WhenAll(workers.Select(w => w.StartAsync(CancellationToken.None)));
        for (var tries = 0; tries < 300 && !await isDone(); tries++)
        {
            host.Clock.Advance(TimeSpan.FromMinutes(1));
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        await Task.WhenAll(workers.Select(w => w.StopAsync(CancellationToken.None)));
    }
}
