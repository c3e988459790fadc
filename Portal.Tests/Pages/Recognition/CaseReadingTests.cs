using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Recognition;

/// <summary>What the pages of a case say to the person who reads them.</summary>
public sealed class CaseReadingTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Whatever_is_typed_at_a_desk_may_have_several_lines()
    {
        const string lines = "一行目\nSecond line";
        using var story = await new CasePages(host, "ja").SentAsync("JP-RISS", "CISSP");
        await story.CompleteAsync();
        await story.DoneAsync(story.Officer, "Check", ("Section", "Currency"), ("Passes", "false"), ("Failure", "DatesDiffer"), ("Note", lines));
        await story.DoneAsync(story.Officer, "Ask", ("Question", lines));
        await (await story.Holder.GetAsync(story.Mine)).Form("form[action*='/Answer/']").Fill("Answer", lines).SubmitAsync();
        foreach (var section in new[] { CaseSection.Identity, CaseSection.Certificate, CaseSection.Currency })
        {
            await story.CheckAsync(section);
        }

        await story.DoneAsync(story.Officer, "Verify", ("Authority", "IPA"), ("Channel", "Letter"), ("Inquiry", lines));
        await story.DoneAsync(story.SourceOfficer, "AnswerVerification", ("IsConfirmed", "false"), ("Note", lines));
        await story.DoneAsync(story.Reviewer, "Opinion", ("StandsAgainst", "true"), ("Failure", "StandingSuspended"), ("Reason", lines));
        await story.DoneAsync(story.Officer, "Decline", ("ReasonJa", lines), ("ReasonEn", lines), ("RemedyJa", lines), ("RemedyEn", lines));
        await (await story.Holder.GetAsync(story.Mine)).Form("form[action*='/AskReview/']").Fill("Reason", lines).SubmitAsync();
        await story.DoneAsync(story.AppealOfficer, "Review", ("Varies", "false"), ("AnswerJa", lines), ("AnswerEn", lines));
        var stored = await story.StoredAsync();
        Assert.All(
            new[]
            {
                stored.Requests[0].Question, stored.Requests[0].Answer, stored.Verification!.Question, stored.Verification.Note, stored.Opinion!.Reason,
                stored.Decision!.Reason.Ja, stored.Decision.Remedy.En, stored.Review!.Reason, stored.Review.Answer!.Ja,
            },
            text => Assert.Equal(lines, text));
    }

    [Theory]
    [InlineData("ja", "JP-SC", "SSCP", "あなたの対応待ち", "本人の対応待ち", "あなたへの照会")]
    [InlineData("en", "JP-SC", "CISA", "It is your turn", "The holder has to act", "A question for you")]
    public async Task The_holder_is_spoken_to_and_the_desk_is_told_of_the_holder(string language, string source, string target, string mine, string desk, string question)
    {
        using var story = await new CasePages(host, language).SentAsync(source, target);
        await story.DoneAsync(story.Officer, "Ask", ("Question", "?"));
        foreach (var page in new[] { await story.Holder.GetAsync(story.Mine), await story.Holder.GetAsync($"/{language}/Recognition/Requests") })
        {
            Assert.Contains(mine, page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(desk, page.Text, StringComparison.Ordinal);
        }

        Assert.Contains(question, (await story.Holder.GetAsync(story.Mine)).TextsOf("h2"));
        Assert.Contains(desk, (await story.Officer.GetAsync(story.Desk)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ja", "JP-NW", "GCIH", "未確認", "有効である")]
    [InlineData("en", "JP-NW", "CySA+", "Not checked", "The certification stands")]
    public async Task The_standing_is_what_the_issuer_answered(string language, string source, string target, string before, string after)
    {
        using var story = await new CasePages(host, language).SentAsync(source, target);
        await story.VerifyingAsync();
        Assert.Equal(before, Standing(await story.Officer.GetAsync(story.Desk)));
        await story.DoneAsync(story.SourceOfficer, "AnswerVerification", ("IsConfirmed", "true"), ("Note", "On the register."));
        Assert.Equal(after, Standing(await story.Officer.GetAsync(story.Desk)));
    }

    [Theory]
    [InlineData("ja", "JP-AP", "GSLC", "2029年3月31日")]
    [InlineData("en", "JP-AP", "CCSP", "March 31, 2029")]
    public async Task An_entry_that_a_request_rests_on_still_shows_what_was_entered(string language, string source, string target, string last)
    {
        using var story = await new CasePages(host, language).SentAsync(source, target);
        var held = await host.InDatabaseAsync(db => db.HeldCertifications.SingleAsync(h => h.HolderId == story.Holder.Id));
        var shown = await story.Holder.GetAsync($"/{language}/Recognition/Held/Edit/{held.Id}");
        Assert.Empty(shown.Document.QuerySelectorAll("input[name=Number]"));
        Assert.Contains("第0012345号", shown.TextOf("dl.summary"), StringComparison.Ordinal);
        Assert.Contains(last, shown.TextOf("dl.summary"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ja", "JP-SG", "CC", "期限なし", "有効期限 期限なし")]
    [InlineData("en", "JP-SG", "CISM", "No end", "last day No end")]
    public async Task A_certification_without_end_is_said_to_have_none(string language, string source, string target, string end, string clumsy)
    {
        using var story = await new CasePages(host, language).StartedAsync(source, target);
        await host.InDatabaseAsync(db => db.HeldCertifications.Where(h => h.HolderId == story.Holder.Id).ExecuteUpdateAsync(set => set.SetProperty(h => h.ExpiresOn, (DateOnly?)null)));
        await CasePages.SendForm(await story.Holder.GetAsync($"/{language}/Recognition/Requests/Send/{story.Id}")).SubmitAsync();
        var shown = (await story.Holder.GetAsync(story.Mine)).Text;
        Assert.Contains(end, shown, StringComparison.Ordinal);
        Assert.DoesNotContain(clumsy, shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_decision_is_suspended_there_is_no_button_that_could_only_be_refused()
    {
        using var story = await new CasePages(host, "ja").SentAsync("JP-AU", "CASP+");
        await story.DecidingAsync();
        Assert.Single((await story.Officer.GetAsync(story.Desk)).Document.QuerySelectorAll("form[action*='/Grant/']"));
        await host.SuspendAsync(story.Equivalence, Government.Japan);
        Assert.Empty((await story.Officer.GetAsync(story.Desk)).Document.QuerySelectorAll("form[action*='/Grant/']"));
    }

    [Theory]
    [InlineData("ja", "JP-NW", "CISM", "en")]
    [InlineData("en", "JP-NW", "CC", "ja")]
    public async Task After_a_refusal_the_switch_leads_to_the_case_in_the_other_language(string language, string source, string target, string other)
    {
        using var story = await new CasePages(host, language).SentAsync(source, target);
        var refused = await story.PressAsync(story.Officer, "Ask");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        var switched = await story.Officer.GetAsync(refused.Document.QuerySelector(".lang a")!.GetAttribute("href")!);
        Assert.Equal((HttpStatusCode.OK, other, $"/{other}/Recognition/CaseDesk/Details/{story.Id}"), (switched.Status, switched.Lang, switched.Path));
    }

    [Theory]
    [InlineData("ja", "JP-AU", "GCIH", "補完措置を選んでください。")]
    [InlineData("en", "JP-AU", "SSCP", "Choose a measure below.")]
    public async Task A_holder_who_has_to_choose_is_told_so(string language, string source, string target, string sentence)
    {
        using var story = await new CasePages(host, language).SentAsync(source, target, CasePages.WithChoice);
        await story.DecidingAsync();
        await story.GrantAsync();
        Assert.Contains(sentence, (await story.Holder.GetAsync(story.Mine)).TextOf(".card--wash"), StringComparison.Ordinal);
        await (await story.Holder.GetAsync(story.Mine)).Form("form[action*='/Choose/']").Fill("Numbers[0]", "1").SubmitAsync();
        Assert.DoesNotContain(sentence, (await story.Holder.GetAsync(story.Mine)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ja", "JP-SG", "CISA", "回答は必要ありません。", "回答の期限を過ぎました")]
    [InlineData("en", "JP-SG", "GCIH", "None is needed.", "The time to answer is over")]
    public async Task A_question_falls_with_the_request(string language, string source, string target, string falls, string late)
    {
        using var story = await new CasePages(host, language).SentAsync(source, target);
        await story.CompleteAsync();
        await story.DoneAsync(story.Officer, "Ask", ("Question", "?"));
        var asked = await story.Holder.GetAsync(story.Mine);
        Assert.DoesNotContain(falls, asked.Text, StringComparison.Ordinal);
        await (await story.Holder.GetAsync($"/{language}/Recognition/Requests/Withdraw/{story.Id}")).Form().SubmitAsync();
        var shown = await story.Holder.GetAsync(story.Mine);
        Assert.Contains(falls, shown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(late, shown.Text, StringComparison.Ordinal);
        Assert.Empty(shown.Document.QuerySelectorAll("section[aria-labelledby=request-0] .deadline, section[aria-labelledby=request-0] form"));
    }

    [Fact]
    public async Task One_section_of_the_navigation_is_the_current_one()
    {
        using var holder = await host.People.CandidateAsync();
        foreach (var (path, href) in new[] { ("/ja/Recognition/Held", "/ja/Recognition"), ("/ja/Recognition/Requests", "/ja/Recognition/Requests") })
        {
            var page = await holder.GetAsync(path);
            Assert.Equal([href], page.Document.QuerySelectorAll(".nav a[aria-current]").Select(a => a.GetAttribute("href")));
        }
    }

    private static string Standing(HtmlPage desk) => desk.Document.QuerySelectorAll("dl.summary")[1].QuerySelectorAll(".tag")[^1].TextContent.Trim();
}
