using System.Net;
using Portal.Application.Fellowships.Commands;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;
using static Portal.Tests.Pages.Fellowships.ApplicationPages;

namespace Portal.Tests.Pages.Fellowships;

public sealed class ApplicationStatusTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public async Task Outcomes_that_are_not_released_look_all_the_same(string language)
    {
        var call = await host.OpenCallAsync(c => c with { Awards = 1 });
        var seen = new List<string>();
        foreach (var outcome in Enum.GetValues<AwardOutcome>().Cast<AwardOutcome?>().Prepend(null))
        {
            using var person = await host.People.CandidateAsync();
            var story = await host.ApplyAsync(person, a => { if (outcome is { } listed) a.Listed(listed); else a.ScreenedIn(); }, call);
            foreach (var page in new[] { "Status", "Tasks", "Withdraw", "Receipt" })
            {
                var html = (await person.GetAsync(At(language, page, story.Application.Id))).Text;
                seen.Add(page + Same(html, story));
            }

            seen.Add("Index" + Same((await person.GetAsync($"/{language}/Fellowships/Applications")).Text, story));
        }

        Assert.Equal(5, seen.Distinct().Count());
    }

    [Theory]
    [InlineData("ja", "審査の対象外と判断", "この募集の条件を満たしていません。")]
    [InlineData("en", "Not admitted to review", "You do not meet a condition of this call.")]
    public async Task The_timeline_tells_what_happened_and_why(string language, string what, string reason)
    {
        using var person = await host.People.CandidateAsync();
        using var officer = await host.People.OfficerAsync(Government.Japan);
        var story = await host.ApplyAsync(person, a => a.Completed());
        await (await person.GetAsync(At(language, "Check", story.Application.Id))).Form().Fill("IsDeclared", "true").SubmitAsync();
        var sent = await host.StoredAsync(story.Application.Id);
        Assert.Empty((await host.SendAsync(officer.Actor, new ScreenOut(sent.Id, sent.Version, ScreeningReason.NotEligible, "経験の年数が足りません。"))).Errors);

        var page = await person.GetAsync(At(language, "Status", sent.Id));
        Assert.Contains(what, page.TextsOf(".timeline__what"));
        Assert.Contains(reason, page.Text, StringComparison.Ordinal);
        Assert.Contains("経験の年数が足りません。", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(officer.Name, page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ja", true, "採択・承諾済み")]
    [InlineData("en", true, "Offer accepted")]
    [InlineData("ja", false, "採択・辞退")]
    [InlineData("en", false, "Offer declined")]
    public async Task An_offer_is_answered_after_a_question(string language, bool accept, string status)
    {
        using var person = await host.People.CandidateAsync();
        var story = await host.ApplyAsync(person, a => a.Offered());
        var confirm = await person.GetAsync(At(language, "Offer", story.Application.Id, $"?accept={accept}"));
        var page = await confirm.Form().SubmitAsync();
        Assert.Contains(status, page.TextsOf("main .tag"));
        Assert.Equal(accept ? FellowshipApplicationStatus.Accepted : FellowshipApplicationStatus.Declined, (await host.StoredAsync(story.Application.Id)).Status);
        Assert.Equal("", (await person.GetAsync(At(language, "Offer", story.Application.Id))).TextOf("main form"));
    }

    [Fact]
    public async Task An_offer_shows_amount_and_the_time_to_answer_in_both_zones()
    {
        using var person = await host.People.CandidateAsync();
        var story = await host.ApplyAsync(person, a => a.Offered());
        var page = await person.GetAsync(At("en", "Offer", story.Application.Id));
        Assert.Contains("¥300,000 (JPY)", page.Text, StringComparison.Ordinal);
        Assert.Contains("$2,500.00 (USD)", page.Text, StringComparison.Ordinal);
        Assert.Contains("Japan time (JST)", page.TextOf(".deadline"), StringComparison.Ordinal);
        Assert.Contains("U.S. Eastern time", page.TextOf(".deadline"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ja", "回答期限が過ぎたため、この採択は失効しました")]
    [InlineData("en", "The time to answer this offer is over")]
    public async Task A_lapsed_offer_says_so_and_takes_no_answer(string language, string sentence)
    {
        using var person = await host.People.CandidateAsync();
        var story = await host.ApplyAsync(person, a => a.Offered());
        var confirm = await person.GetAsync(At(language, "Offer", story.Application.Id, "?accept=true"));
        host.Clock.SetUtcNow(new[] { story.Application.AnswerBy!.Value.Instant, host.Clock.GetUtcNow() }.Max());
        var again = await host.People.AgainAsync(person);
        var page = await again.OpenAsync(confirm.Form().Request());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(sentence, page.Text, StringComparison.Ordinal);
        Assert.Equal(FellowshipApplicationStatus.Offered, (await host.StoredAsync(story.Application.Id)).Status);
    }

    [Fact]
    public async Task There_is_no_offer_page_before_the_release()
    {
        using var person = await host.People.CandidateAsync();
        var story = await host.ApplyAsync(person, a => a.Listed(AwardOutcome.Offer));
        Assert.Equal(HttpStatusCode.NotFound, (await person.GetAsync(At("en", "Offer", story.Application.Id))).Status);
    }

    [Theory]
    [InlineData("ja", "必要な手続きはありません。", "空きが出たときは、両政府からメールでご連絡します。", "空きが出たときの採択")]
    [InlineData("en", "You do not need to do anything.", "If a place becomes free, both governments will write to you by email.", "An offer, if a place becomes free")]
    public async Task On_the_reserve_the_page_says_who_will_write_and_when(string language, string mover, string next, string coming)
    {
        using var person = await host.People.CandidateAsync();
        var story = await host.ApplyAsync(person, a => a.Released(AwardOutcome.Reserve));
        var page = await person.GetAsync(At(language, "Status", story.Application.Id));
        Assert.Contains(mover, page.TextsOf("main h2"));
        Assert.Contains(next, page.Text, StringComparison.Ordinal);
        Assert.Equal(coming, page.TextsOf(".timeline__what")[^1]);
    }

    /// <summary>Without what belongs to one application alone.</summary>
    private static string Same(string page, ApplicationStory story) => story.Application.Submissions.Aggregate(
        page.Replace(story.Application.Number, "", StringComparison.Ordinal), (text, s) => text.Replace(s.Hash, "", StringComparison.Ordinal))
        .Split("SHA-256")[0];
}
