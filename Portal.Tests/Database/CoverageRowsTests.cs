using Mediator;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Application;
using Portal.Application.Recognition;
using Portal.Application.Recognition.Commands;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Infrastructure;
using Portal.Infrastructure.Persistence;
using Portal.Tests.Support;
using Xunit;

namespace Portal.Tests.Database;

/// <summary>Kept coverage and what is said of reviews, on every engine.</summary>
public sealed class CoverageRowsTests
{
    [Theory, MemberData(nameof(TestDatabase.Engines), MemberType = typeof(TestDatabase))]
    public async Task A_row_follows_its_claims_a_column_its_requirements_and_all_of_them_the_day(string provider)
    {
        await using var host = await OutboxHost.StartAsync(provider: provider);
        var story = new EquivalenceStory();
        var certification = Certification.Create(new("JP-RISS", "RISS", null, "IPA", "JPN", null, null, CertificationConfidence.Source));
        var version = CertificationVersion.Describe(certification.Id, new("2025", new(2025, 4, 1), null, BilingualText.Empty), story.Proposer);
        Record(version, story, "T0001");
        await SaveAsync(host, db => db.AddRange(story.Framework, certification, version, story.Requirements));
        Assert.Equal([0.5], await ContentsAsync(host));

        await host.WithDbAsync(async db =>
        {
            Record(await db.CertificationVersions.Include(v => v.Claims).SingleAsync(), story, "K0001");
            return await db.SaveChangesAsync();
        });
        await host.DrainAsync();
        Assert.Equal([0.75], await ContentsAsync(host));

        var next = RequirementSet.Define(story.Framework.Id, EquivalenceStory.Target, 2, [new("K0001", 1, 3, false)], story.Statements, story.Proposer, EquivalenceStory.Now);
        await SaveAsync(host, db => db.Add(next));
        Assert.Equal([1.0], await ContentsAsync(host));

        host.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal((1, 0), (await RefreshAsync(host), await RefreshAsync(host)));
        Assert.Equal(DateOnly.FromDateTime(host.Clock.GetUtcNow().UtcDateTime), await host.WithDbAsync(db => db.CoverageRows.Select(r => r.AsOf).SingleAsync()));
    }

    [Theory, MemberData(nameof(TestDatabase.Engines), MemberType = typeof(TestDatabase))]
    public async Task A_decision_that_is_called_up_or_overdue_says_so_beside_others(string provider)
    {
        await using var host = await OutboxHost.StartAsync(provider: provider);
        var story = new EquivalenceStory(EquivalenceStatus.Agreed);
        story.Equivalence.CallReview(story.Version.Id, host.Clock.GetUtcNow().AddDays(-1));
        await SaveAsync(host, db => db.AddRange(story.Framework, story.Requirements, story.Equivalence, story.Version));
        Assert.Equal(ReviewNotice.Called, await NoticeAsync(host));
        await host.WithDbAsync(db => db.EquivalenceVersions.ExecuteUpdateAsync(set => set.SetProperty(v => v.ReviewDueOn, new DateOnly(2027, 1, 1))));
        Assert.Equal(ReviewNotice.Missed, await NoticeAsync(host));
    }

    private static Task<ReviewNotice?> NoticeAsync(OutboxHost host) => host.WithDbAsync(async db =>
        Assert.Single(await ((IPortalDb)db).PublicPairsAsync(db.Equivalences, host.Clock.GetUtcNow(), CancellationToken.None)).Shown.Review);

    private static void Record(CertificationVersion version, EquivalenceStory story, string statement) =>
        version.Record(story.Statements[statement], new(3, AssessmentStrength.ProctoredWritten, 0.8m, null), story.Proposer);

    private static async Task SaveAsync(OutboxHost host, Action<PortalDbContext> add)
    {
        await host.WithDbAsync(db =>
        {
            add(db);
            return db.SaveChangesAsync();
        });
        await host.DrainAsync();
    }

    private static Task<List<double>> ContentsAsync(OutboxHost host) => host.WithDbAsync(db => db.TargetCoverages.Select(c => c.Content).ToListAsync());

    private static async Task<int> RefreshAsync(OutboxHost host)
    {
        await using var scope = host.Services.CreateSystemScope();
        return (await scope.ServiceProvider.GetRequiredService<ISender>().Send(new RefreshCoverage())).Value;
    }
}
