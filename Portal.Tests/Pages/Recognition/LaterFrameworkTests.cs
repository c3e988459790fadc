using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity;
using Portal.Application.Recognition.Commands;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Recognition;

/// <summary>A later framework version makes a decision due for review when it touches what the decision rests on.</summary>
public sealed class LaterFrameworkTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task A_decision_is_due_for_review_once_a_later_version_leaves_out_or_rewords_its_statements()
    {
        var pair = await host.PublishAsync("JP-RISS", "CISSP");
        using var visitor = host.Visitor();
        var path = $"/Recognition/Equivalences/Details/{pair.Number}";
        await LoadAsync("8.0.0", (_, text) => text);
        Assert.DoesNotContain("the framework has changed", (await visitor.GetAsync($"/en{path}")).Text, StringComparison.Ordinal);

        await LoadAsync("9.0.0", (code, text) => code == "S0432" ? null : code == "K1082" ? $"{text}, and more" : text);

        var english = await visitor.GetAsync($"/en{path}");
        Assert.Contains("Due for review: the framework has changed", english.TextsOf(".notice h2"));
        Assert.Contains("Version 9.0.0 retires or rewords 2 statements that this decision rests on: K1082, S0432. Both governments look at it again by the day named below.", english.Text, StringComparison.Ordinal);
        Assert.Equal("NICE Framework 2.1.0 and 9.0.0 compared", (await english.FollowAsync("and 9.0.0")).Heading);
        var japanese = (await visitor.GetAsync($"/ja{path}")).Text;
        Assert.Contains("9.0.0では、この決定のもとになった項目のうち2件が廃止または変更されています：K1082, S0432。両政府は、下に示す期限までに決定を見直します。決定は引き続き有効です。", japanese, StringComparison.Ordinal);
        // Of an earlier day nothing is said: it had not appeared then.
        var yesterday = DateOnly.FromDateTime(host.Clock.GetUtcNow().UtcDateTime).AddDays(-1);
        Assert.DoesNotContain("9.0.0", (await visitor.GetAsync($"/en{path}?asOf={yesterday:yyyy-MM-dd}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_review_is_due_twelve_months_after_the_later_version_appeared_and_both_desks_hear_of_it()
    {
        using var _ = await host.People.StaffAsync(Role.RecognitionOfficer, Government.UnitedStates);
        var touched = await host.PublishAsync("JP-RISS", "CISM");
        await host.SendAsync(Actor.System, new NoticeFrameworks());
        await LoadAsync("19.0.0", (code, text) => code == "K1082" ? $"{text}, and more" : text);
        Assert.Equal(1, (await host.SendAsync(Actor.System, new NoticeFrameworks())).Value);
        Assert.Equal(0, (await host.SendAsync(Actor.System, new NoticeFrameworks())).Value);

        var due = ReviewRules.Today(host.Clock.GetUtcNow()).AddMonths(12);
        var version = await host.InDatabaseAsync(db => db.EquivalenceVersions.AsNoTracking().SingleAsync(v => v.Id == touched.VersionId));
        Assert.Equal(due, version.ReviewDueOn);
        using var visitor = host.Visitor();
        Assert.Contains(due.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture), (await visitor.GetAsync($"/en/Recognition/Equivalences/Details/{touched.Number}")).TextOf("main"), StringComparison.Ordinal);
        Assert.Contains(await host.MailAsync(), m => m.Subject == $"A review is due earlier: {touched.Number}");
        using var auditor = await host.People.AuditorAsync(Government.Japan);
        Assert.Contains((await auditor.GetAsync($"/en/Reporting/History/Item/{touched.VersionId}?type={nameof(EquivalenceVersion)}")).TextsOf("main .timeline > li"), l => l.Contains("A later framework version brought the review forward", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_both_governments_have_looked_at_calls_nothing_again_and_the_next_change_has_twelve_months_of_its_own()
    {
        var pair = await host.PublishAsync("JP-NW", "CCSP", MissedReviewTests.Lasting);
        await LoadAsync("29.0.0", (code, text) => code == "K1082" ? $"{text}, and more" : text);
        await host.SendAsync(Actor.System, new NoticeFrameworks());
        host.Clock.Advance(TimeSpan.FromDays(200));
        var kept = await ReviewDueAsync(pair, (equivalence, version) => Assert.Contains(true, pair.Story.Signatories.Values.Select(
            s => equivalence.KeepReviewed(version, equivalence.ReviewHash(version), s, host.Clock.GetUtcNow())).ToList()));

        host.Clock.Advance(TimeSpan.FromDays(500));
        await LoadAsync("30.0.0", (code, text) => code == "K1082" ? $"{text}, and more" : text);
        await host.SendAsync(Actor.System, new NoticeFrameworks());
        Assert.Equal(kept, await ReviewDueAsync(pair));
        host.Clock.Advance(TimeSpan.FromDays(10));
        await LoadAsync("31.0.0", (code, text) => code == "K1082" ? $"{text}, and still more" : text);
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

    private Task LoadAsync(string version, Func<string, string, string?> text) => host.InDatabaseAsync(async db =>
    {
        var nice = await db.Frameworks.AsNoTracking().Include(f => f.Elements.Where(e => e.Code == "T0084" || e.Code == "K1082" || e.Code == "S0432")).SingleAsync(f => f.Version == "2.1.0");
        var later = Framework.Create($"SP_800_181_{version}", nice.Name, version, null);
        foreach (var element in nice.Elements)
        {
            if (text(element.Code, element.Text) is { } worded)
            {
                later.Add(element.AsText() with { Text = worded });
            }
        }

        db.Frameworks.Add(later);
        return await db.SaveChangesAsync();
    });
}
