using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Recognition;

/// <summary>What everybody reads about a decision in force, on any day, and what becomes of it.</summary>
public sealed class PairPageTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("ja", "CISSP", "有効", "JP-RISSは、CISSPの75%をカバーしています")]
    [InlineData("en", "CISM", "In force", "JP-RISS covers 75% of CISM (at least ")]
    public async Task A_published_decision_says_how_far_it_covers_in_which_direction_and_at_least(string language, string target, string phase, string sentence)
    {
        var pair = await host.PublishAsync("JP-RISS", target);
        using var visitor = host.Visitor();
        var shown = await visitor.GetAsync($"/{language}/Recognition/Equivalences/Details/{pair.Number}");
        Assert.Contains(phase, shown.Text, StringComparison.Ordinal);
        Assert.Contains(sentence, shown.Text, StringComparison.Ordinal);
        Assert.Equal(3, shown.TextsOf("table:has(thead .n) tbody th").Count);
        Assert.DoesNotContain("DEMO", shown.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_shows_what_held_on_another_day_and_keeps_the_version_reachable()
    {
        var pair = await host.PublishAsync("JP-RISS", "Security+");
        var today = DateOnly.FromDateTime(host.Clock.GetUtcNow().UtcDateTime);
        using var visitor = host.Visitor();
        var path = $"/en/Recognition/Equivalences/Details/{pair.Number}";
        var before = await visitor.GetAsync($"{path}?asOf={today.AddDays(-35):yyyy-MM-dd}");
        Assert.Contains("No decision held on that day.", before.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("75%", before.Text, StringComparison.Ordinal);
        Assert.Contains("75%", (await visitor.GetAsync($"{path}?asOf={today.AddDays(-5):yyyy-MM-dd}")).Text, StringComparison.Ordinal);
        // Not on record yet: it was signed forty days ago.
        Assert.DoesNotContain("75%", (await visitor.GetAsync($"{path}?asOf={today.AddDays(-5):yyyy-MM-dd}&knownAt={today.AddDays(-42):yyyy-MM-dd}")).Text, StringComparison.Ordinal);
        Assert.Contains("75%", (await visitor.GetAsync($"{path}?version=1")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"{path}?version=2")).Status);
    }

    [Theory]
    [InlineData("ja", "GCFA", "見直す期限を過ぎています")]
    [InlineData("en", "GPEN", "look at this decision again has passed")]
    public async Task A_decision_says_when_it_is_due_for_review_and_that_it_still_holds(string language, string target, string sentence)
    {
        var pair = await host.PublishAsync("JP-RISS", target, c => c with { ValidUntil = c.ValidUntil!.Value with { Instant = c.ValidUntil.Value.Instant.AddYears(4) } });
        var due = pair.Story.Version.Content.ReviewDueOn!.Value;
        using var visitor = host.Visitor();
        var path = $"/{language}/Recognition/Equivalences/Details/{pair.Number}?asOf=";
        Assert.DoesNotContain(sentence, (await visitor.GetAsync($"{path}{due:yyyy-MM-dd}")).Text, StringComparison.Ordinal);
        Assert.Contains(sentence, (await visitor.GetAsync($"{path}{due.AddDays(1):yyyy-MM-dd}")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ja", "SSCP", "停止中", "日本が効力を停止しています")]
    [InlineData("en", "GSLC", "Suspended", "Suspended by: Japan")]
    public async Task One_government_suspends_at_once_and_lifts_again(string language, string target, string phase, string sentence)
    {
        var pair = await host.PublishAsync("JP-RISS", target);
        using var japan = await host.People.StaffAsync(Role.RecognitionSignatory, Government.Japan);
        using var us = await host.People.StaffAsync(Role.RecognitionSignatory, Government.UnitedStates);
        var path = $"/{language}/Recognition/EquivalenceForce/Index/{pair.Id}";
        var until = host.Clock.GetUtcNow().AddDays(30);

        var unread = await (await japan.GetAsync(path)).Form("form[action*='/Suspend/']").Fill("Reason", "調査中です。").SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unread.Status);
        var form = unread.Form("form[action*='/Suspend/']");
        Assert.Equal("調査中です。", form.Value("Reason"));
        var suspended = await form.Fill("Until.Year", $"{until.Year}").Fill("Until.Month", $"{until.Month}").Fill("Until.Day", $"{until.Day}").SubmitAsync();
        Assert.Empty(suspended.Errors);

        using var visitor = host.Visitor();
        var shown = await visitor.GetAsync($"/{language}/Recognition/Equivalences/Details/{pair.Number}");
        Assert.Contains(phase, shown.Text, StringComparison.Ordinal);
        Assert.Contains(sentence, shown.Text, StringComparison.Ordinal);
        Assert.Empty((await us.GetAsync(path)).Document.QuerySelectorAll("form[action*='/Lift/']"));
        Assert.Empty((await (await japan.GetAsync(path)).Form("form[action*='/Lift/']").Fill("Reason", "調査が終わりました。").SubmitAsync()).Errors);
        Assert.DoesNotContain(sentence, (await visitor.GetAsync($"/{language}/Recognition/Equivalences/Details/{pair.Number}")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ja", "JP-SC", "取消し")]
    [InlineData("en", "JP-AU", "Withdrawn")]
    public async Task Both_governments_withdraw_after_reading_what_it_touches_and_the_page_stays(string language, string source, string phase)
    {
        var pair = await host.PublishAsync(source, "GCIH");
        using var japan = await host.People.StaffAsync(Role.RecognitionSignatory, Government.Japan);
        using var us = await host.People.StaffAsync(Role.RecognitionSignatory, Government.UnitedStates);
        var path = $"/{language}/Recognition/EquivalenceForce/Index/{pair.Id}";
        var proposed = await (await japan.GetAsync(path)).Form("form[action*='/ProposeWithdrawal/']").Fill("Reason", "The exam is no longer offered.").SubmitAsync();
        Assert.Empty(proposed.Errors);
        Assert.Empty(proposed.Document.QuerySelectorAll("form[action*='/Withdraw/']"));

        var second = await us.GetAsync(path);
        Assert.Contains("The exam is no longer offered.", second.Text, StringComparison.Ordinal);
        Assert.Empty((await second.Form("form[action*='/Withdraw/']").SubmitAsync()).Errors);
        using var visitor = host.Visitor();
        var shown = await visitor.GetAsync($"/{language}/Recognition/Equivalences/Details/{pair.Number}");
        Assert.Equal(HttpStatusCode.OK, shown.Status);
        Assert.Contains(phase, shown.TextOf("main"), StringComparison.Ordinal);
        Assert.Contains("75%", shown.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_made_up_says_so_in_both_languages()
    {
        var pair = await host.PublishAsync("JP-IP", "CC");
        await host.InDatabaseAsync(async db =>
        {
            (await db.Equivalences.SingleAsync(e => e.Id == pair.Id)).MarkAsDemonstration();
            return await db.SaveChangesAsync();
        });
        using var visitor = host.Visitor();
        foreach (var language in new[] { "ja", "en" })
        {
            Assert.Contains("DEMO", (await visitor.GetAsync($"/{language}/Recognition/Equivalences/Details/{pair.Number}")).Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(Role.RecognitionOfficer)]
    [InlineData(Role.RecognitionReviewer)]
    public async Task Only_a_signatory_sees_the_forms_that_stop_a_decision(Role role)
    {
        var pair = await host.PublishAsync(role == Role.RecognitionOfficer ? "JP-FE" : "JP-NW", "Network+");
        using var other = await host.People.StaffAsync(role, Government.Japan);
        Assert.Empty((await other.GetAsync($"/en/Recognition/EquivalenceForce/Index/{pair.Id}")).Document.QuerySelectorAll("form[method=post][action*='EquivalenceForce']"));
    }
}
