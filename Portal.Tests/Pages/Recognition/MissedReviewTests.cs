using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity;
using Portal.Application.Recognition.Commands;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Recognition;

/// <summary>A decision that nobody looks at again in time: a public notice, then a suspension by the rule, until both governments have looked at it.</summary>
public sealed class MissedReviewTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("ja", "CISSP", "見直しの期限を過ぎています", "見直し期限切れ", "見直しがないため、効力を停止しています", "見直し未了", "見直しがないため、規則により効力が停止した", "有効")]
    [InlineData("en", "CISM", "The review is overdue", "review overdue", "Suspended because the review was missed", "review missed", "Suspended by rule because the review was missed", "In force")]
    public async Task A_missed_review_is_told_then_suspends_and_ends_with_two_signatures(
        string language, string target, string missed, string missedCell, string stopped, string stoppedWord, string operation, string inForce)
    {
        var pair = await host.PublishAsync("JP-RISS", target, Lasting);
        var (visitor, path) = (host.Visitor(), $"/{language}/Recognition/Equivalences/Details/{pair.Number}");
        using var _ = visitor;
        host.Clock.SetUtcNow(Noon(pair.Story.Version.Content.ReviewDueOn!.Value));
        await TickAsync();
        Assert.DoesNotContain(missed, (await visitor.GetAsync(path)).Text, StringComparison.Ordinal);

        host.Clock.Advance(TimeSpan.FromDays(1));
        using var officer = await host.People.StaffAsync(Role.RecognitionOfficer, Government.UnitedStates);
        using var japan = await host.People.StaffAsync(Role.RecognitionSignatory, Government.Japan);
        using var us = await host.People.StaffAsync(Role.RecognitionSignatory, Government.UnitedStates);
        await TickAsync();
        Assert.Contains(missed, (await visitor.GetAsync(path)).TextsOf(".notice h2"));
        Assert.Contains((await visitor.GetAsync($"/{language}/Recognition/Finder?cert=JP-RISS")).TextsOf(".eq li"), c => c.Contains(missed, StringComparison.Ordinal) && c.Contains("75%", StringComparison.Ordinal));
        await host.SuspendAsync(pair, Government.Japan);
        Assert.DoesNotContain(missed, (await visitor.GetAsync($"/{language}/Recognition/Finder?cert=JP-RISS")).Text, StringComparison.Ordinal);
        await host.LiftAsync(pair, Government.Japan);
        Assert.Contains(missedCell, (await visitor.GetAsync($"/{language}/Recognition/Matrix?from=Japan&to=certifications")).Text, StringComparison.Ordinal);
        Assert.Contains(await host.MailAsync(), m => m.Subject == $"The review of a decision is overdue: {pair.Number}");

        host.Clock.Advance(TimeSpan.FromDays(89));
        await TickAsync();
        Assert.Contains(inForce, (await visitor.GetAsync(path)).TextsOf("main .tag"));
        host.Clock.Advance(TimeSpan.FromDays(1));
        await TickAsync();
        Assert.Contains(stopped, (await visitor.GetAsync(path)).TextsOf(".notice h2"));
        Assert.Contains((await visitor.GetAsync($"/{language}/Recognition/Changes")).TextsOf("tbody th"), l => l.Contains(pair.Number, StringComparison.Ordinal) && l.Contains(stoppedWord, StringComparison.Ordinal));
        using var auditor = await host.People.AuditorAsync(Government.Japan);
        var history = await auditor.GetAsync($"/{language}/Reporting/History/Item/{pair.Id}?type={nameof(Equivalence)}");
        Assert.Contains(history.TextsOf("main .timeline > li"), l => l.Contains(operation, StringComparison.Ordinal) && l.Contains(language == "ja" ? "ポータル（自動処理）" : "The portal", StringComparison.Ordinal));

        var force = $"/{language}/Recognition/EquivalenceForce/Index/{pair.Id}";
        foreach (var signatory in new[] { japan, us })
        {
            await host.People.AgainAsync(signatory);
            var shown = await signatory.GetAsync(force);
            Assert.Empty(shown.Document.QuerySelectorAll("form[action*='/Lift/'], form[action*='/Suspend/']"));
            var unread = await shown.Form("form[action*='/KeepReviewed/']").SubmitAsync();
            Assert.Single(unread.Errors);
            Assert.Empty((await unread.Form("form[action*='/KeepReviewed/']").Fill("Reason", "Nothing has changed.").SubmitAsync()).Errors);
        }

        var kept = await visitor.GetAsync(path);
        Assert.Contains(inForce, kept.TextsOf("main .tag"));
        Assert.DoesNotContain(stopped, kept.Text, StringComparison.Ordinal);
        await TickAsync();
        Assert.DoesNotContain(missed, (await visitor.GetAsync(path)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ja", "JP-SC", "GCIH", "見直しの期限を過ぎています", "見直しの期限を過ぎたため効力が停止しています")]
    [InlineData("en", "JP-SC", "CySA+", "The review is overdue", "is suspended because its review was missed")]
    public async Task The_check_of_a_statement_says_that_the_review_is_overdue_and_then_that_it_stopped_the_decision(string language, string source, string target, string missed, string stopped)
    {
        using var story = new CasePages(host, language) { Expires = new(2040, 3, 31) };
        await story.SentAsync(source, target, c => Lasting(CasePages.Full(c)));
        await story.DecidingAsync();
        await story.GrantAsync();
        var (statement, due) = (await story.StatementAsync(), (await host.InDatabaseAsync(async db => (await db.EquivalenceVersions.FindAsync(story.Equivalence.VersionId))!.ReviewDueOn))!.Value);
        using var visitor = host.Visitor();
        var path = $"/{language}/Recognition/Check?number={statement.Number}";
        Assert.DoesNotContain(missed, (await visitor.GetAsync(path)).Text, StringComparison.Ordinal);
        host.Clock.SetUtcNow(Noon(due.AddDays(1)));
        await TickAsync();
        Assert.Contains(missed, (await visitor.GetAsync(path)).Text, StringComparison.Ordinal);
        host.Clock.Advance(TimeSpan.FromDays(90));
        await TickAsync();
        Assert.Contains(stopped, (await visitor.GetAsync(path)).Text, StringComparison.Ordinal);
        Assert.Contains(await host.MailAsync(), m => m.Subject == "A decision that concerns you is suspended until it has been reviewed");
    }

    [Theory]
    [InlineData("ja", "JP-NW", "CCNA", "見直し中です", "見直し中", "決定は有効です")]
    [InlineData("en", "JP-NW", "CCNP Security", "Under review again", "under review again", "It holds until both governments have decided again.")]
    public async Task Evidence_withdrawn_under_a_decision_shows_in_the_finder_the_matrix_and_the_eligibility_check_until_it_was_looked_at(
        string language, string source, string target, string heading, string word, string sentence)
    {
        var pair = await host.PublishAsync(source, target, Lasting);
        using var visitor = host.Visitor();
        string[] pages = [$"/{language}/Recognition/Finder?cert={source}", $"/{language}/Recognition/Eligibility?held={source}&target={Uri.EscapeDataString(target)}"];
        await host.ActAsync(pair, e => e.CallReview(pair.VersionId, host.Clock.GetUtcNow()));
        foreach (var page in pages)
        {
            var text = (await visitor.GetAsync(page)).Text;
            Assert.Contains(heading, text, StringComparison.Ordinal);
            Assert.Contains(sentence, text, StringComparison.Ordinal);
        }

        Assert.Contains(word, (await visitor.GetAsync($"/{language}/Recognition/Matrix?from=Japan&to=certifications&q={source}")).TextOf("table"), StringComparison.Ordinal);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await host.InDatabaseAsync(async db =>
        {
            var equivalence = await db.Equivalences.Include(e => e.Periods).SingleAsync(e => e.Id == pair.Id);
            var version = await db.EquivalenceVersions.SingleAsync(v => v.Id == pair.VersionId);
            foreach (var signatory in pair.Story.Signatories.Values)
            {
                equivalence.KeepReviewed(version, equivalence.ReviewHash(version), signatory, host.Clock.GetUtcNow());
            }

            return await db.SaveChangesAsync();
        });
        foreach (var page in pages)
        {
            Assert.DoesNotContain(heading, (await visitor.GetAsync(page)).Text, StringComparison.Ordinal);
        }
    }

    internal static EquivalenceContent Lasting(EquivalenceContent content) => content with { ValidUntil = content.ValidUntil!.Value with { Instant = content.ValidUntil.Value.Instant.AddYears(9) } };

    private static DateTimeOffset Noon(DateOnly day) => new(day, new TimeOnly(17, 0), TimeSpan.Zero);

    private async Task TickAsync()
    {
        await host.SendAsync(Actor.System, new CallMissedReviews());
        await host.SendAsync(Actor.System, new SuspendUnreviewed());
    }
}

/// <summary>Where the operator gives another time.</summary>
public sealed class ReviewGraceTests(ReviewGraceTests.ShortGrace host) : IClassFixture<ReviewGraceTests.ShortGrace>
{
    [Fact]
    public async Task The_days_between_a_missed_review_and_the_suspension_are_the_operators()
    {
        var pair = await host.PublishAsync("JP-RISS", "CISSP", MissedReviewTests.Lasting);
        var due = pair.Story.Version.Content.ReviewDueOn!.Value;
        using var visitor = host.Visitor();
        Assert.Contains("after 10 more days", (await visitor.GetAsync("/en/Recognition/Method")).Text, StringComparison.Ordinal);
        foreach (var (days, isStopped) in new[] { (1, false), (10, false), (11, true) })
        {
            host.Clock.SetUtcNow(new(due.AddDays(days), new TimeOnly(17, 0), TimeSpan.Zero));
            await host.SendAsync(Actor.System, new CallMissedReviews());
            Assert.Equal(isStopped ? 1 : 0, (await host.SendAsync(Actor.System, new SuspendUnreviewed())).Value);
        }
    }

    public sealed class ShortGrace(PortalTemplate template) : PortalHost(template)
    {
        protected override IEnumerable<(string Name, string Value)> Settings => [("Recognition:ReviewGraceDays", "10")];
    }
}
