using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Commands;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;
using static Portal.Tests.Pages.Recognition.LaterFrameworkTests;

namespace Portal.Tests.Pages.Recognition;

/// <summary>The framework changes again after both governments have looked at a decision.</summary>
public sealed class FrameworkReviewAgainTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task What_both_governments_have_looked_at_calls_nothing_again_and_the_next_change_has_twelve_months_of_its_own()
    {
        var pair = await host.PublishAsync("JP-NW", "CCSP", MissedReviewTests.Lasting);
        await LoadAsync(host, "29.0.0", (code, text) => code == "K1082" ? $"{text}, and more" : text);
        await host.SendAsync(Actor.System, new NoticeFrameworks());
        host.Clock.Advance(TimeSpan.FromDays(200));
        var kept = await ReviewDueAsync(pair, (equivalence, version) => Assert.Contains(true, pair.Story.Signatories.Values.Select(
            s => equivalence.KeepReviewed(version, equivalence.ReviewHash(version), s, host.Clock.GetUtcNow())).ToList()));

        host.Clock.Advance(TimeSpan.FromDays(500));
        await LoadAsync(host, "30.0.0", (code, text) => code == "K1082" ? $"{text}, and more" : text);
        await host.SendAsync(Actor.System, new NoticeFrameworks());
        Assert.Equal(kept, await ReviewDueAsync(pair));
        host.Clock.Advance(TimeSpan.FromDays(10));
        await LoadAsync(host, "31.0.0", (code, text) => code == "K1082" ? $"{text}, and still more" : text);
        await host.SendAsync(Actor.System, new NoticeFrameworks());
        Assert.Equal(ReviewRules.Today(host.Clock.GetUtcNow()).AddMonths(12), await ReviewDueAsync(pair));
    }

    private Task<DateOnly?> ReviewDueAsync(EquivalenceInHost pair, Action<Equivalence, EquivalenceVersion>? act = null) => host.InDatabaseAsync(async db =>
    {
        var version = await db.EquivalenceVersions.SingleAsync(v => v.Id == pair.VersionId);
        act?.Invoke(await db.Equivalences.Include(e => e.Periods).SingleAsync(e => e.Id == pair.Id), version);
        await db.SaveChangesAsync();
        return version.ReviewDueOn;
    });
}
