using System.Net;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;
using Status = Portal.Application.Recognition.Domain.RecognitionCaseStatus;

namespace Portal.Tests.Pages.Recognition;

/// <summary>By when measures are fulfilled, what comes after, and which desk has a case that only it can end.</summary>
public sealed class CaseMeasureTimeTests(PortalHost host) : IClassFixture<PortalHost>
{
    private static readonly (string, string)[] s_text = [("TextJa", "条件付きです。"), ("TextEn", "With a condition.")];

    [Theory]
    [InlineData("ja", "JP-SC", "GCIH", "補完措置の期限", "までの日を入力してください", "適性試験", "補完措置が期限までに完了しなかった")]
    [InlineData("en", "JP-SC", "CySA+", "Fulfil the measures by", "the decision under the case ends then", "An aptitude test", "The measures were not fulfilled in time")]
    public async Task The_officer_may_give_a_day_and_after_it_the_desk_may_decline(
        string language, string source, string target, string label, string wrong, string test, string ground)
    {
        using var story = await new CasePages(host, language).SentAsync(source, target, CasePages.WithChoice);
        await story.DecidingAsync();
        var refused = await story.PressAsync(story.Officer, "Grant", [("MeasuresBy.Year", "2030"), ("MeasuresBy.Month", "1"), ("MeasuresBy.Day", "7"), .. s_text]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(wrong, Assert.Single(refused.Errors), StringComparison.Ordinal);
        var day = DateOnly.FromDateTime(host.Clock.GetUtcNow().UtcDateTime).AddDays(60);
        Assert.Empty((await CasePages.Date(refused.Form("form[action*='/Grant/']"), "MeasuresBy", day).SubmitAsync()).Errors);

        var by = ClosingTime.On(day, PortalZones.UnitedStates);
        Assert.Equal(by, (await story.StoredAsync()).NextBy);
        var mine = await story.Holder.GetAsync(story.Mine);
        Assert.Contains(label, mine.TextOf("section[aria-labelledby=measures]"), StringComparison.Ordinal);
        Assert.Contains(label, (await story.Officer.GetAsync(story.Desk)).Text, StringComparison.Ordinal);
        Assert.Contains(label, (await story.Holder.GetAsync($"/{language}/Recognition/Requests")).TextOf("main article"), StringComparison.Ordinal);
        await ChooseAsync(story, "2");
        Assert.Equal("2", (await story.Holder.GetAsync(story.Mine)).Form("form[action*='/Choose/']").Value("Numbers[0]"));
        await ChooseAsync(story, "1");
        Assert.Equal([true, false], (await story.StoredAsync()).Measures.Select(m => m.IsChosen));
        Assert.Contains(test, (await story.Officer.GetAsync(story.Desk)).TextOf("section[aria-labelledby=fulfil]"), StringComparison.Ordinal);
        Assert.Empty((await story.Officer.GetAsync(story.Desk)).Document.QuerySelectorAll("form[action*='/Decline/']"));

        host.Clock.SetUtcNow(by.Instant);
        await host.People.AgainAsync(story.Officer);
        Assert.Contains(ground, (await story.Officer.GetAsync(story.Desk)).TextOf("section[aria-labelledby=decline]"), StringComparison.Ordinal);
        await story.DoneAsync(story.Officer, "Decline", ("ReasonJa", "期限を過ぎました。"), ("ReasonEn", "The time is over."), ("RemedyJa", "あらためて申請できます。"), ("RemedyEn", "You may apply again."));
        await host.People.AgainAsync(story.Holder);
        Assert.Contains(ground, (await story.Holder.GetAsync(story.Mine)).TextOf("section[aria-labelledby=decision]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_day_it_is_the_end_of_the_decision_where_that_comes_before_two_years()
    {
        using var story = await new CasePages(host, "en").SentAsync("JP-RISS", "CISSP", CasePages.WithChoice);
        await story.DecidingAsync();
        await story.GrantAsync();
        Assert.Equal(story.Equivalence.Story.Version.Content.ValidUntil!.Value.Instant, (await story.StoredAsync()).DueAt);
    }

    [Theory]
    [InlineData("ja", "JP-FE", "A+", "米国側の対応待ち")]
    [InlineData("en", "JP-FE", "Network+", "United States")]
    public async Task A_case_that_only_the_desk_can_close_waits_for_the_desk_and_for_nobody_else(string language, string source, string target, string desk)
    {
        using var story = await new CasePages(host, language).SentAsync(source, target);
        await story.CompleteAsync();
        await story.DoneAsync(story.Officer, "Ask", ("Question", "Which name is right?"));
        var number = (await story.StoredAsync()).Number;
        Assert.Contains(number, await QueueAsync(story, language, "Holder"), StringComparison.Ordinal);
        await host.WithdrawAsync(story.Equivalence);

        Assert.DoesNotContain(number, await QueueAsync(story, language, "Holder"), StringComparison.Ordinal);
        Assert.Contains(number, await QueueAsync(story, language, "Mine"), StringComparison.Ordinal);
        Assert.Contains(number, await QueueAsync(story, language, "Mine", "&status=InformationRequested"), StringComparison.Ordinal);
        var other = await story.SourceOfficer.GetAsync($"/{language}/Recognition/CaseDesk?tab=OtherGovernment");
        Assert.Contains(number, other.Text, StringComparison.Ordinal);
        Assert.Contains(desk, (await story.Holder.GetAsync(story.Mine)).TextOf(".card--wash h2"), StringComparison.Ordinal);
        await story.DoneAsync(story.Officer, "Close");
        Assert.Equal(Status.Closed, await story.StatusAsync());
        Assert.DoesNotContain(number, await QueueAsync(story, language, "Mine"), StringComparison.Ordinal);
    }

    private static async Task<string> QueueAsync(CasePages story, string language, string tab, string more = "") =>
        (await story.Officer.GetAsync($"/{language}/Recognition/CaseDesk?tab={tab}{more}")).TextOf("main");

    private static async Task ChooseAsync(CasePages story, string number) =>
        Assert.Empty((await (await story.Holder.GetAsync(story.Mine)).Form("form[action*='/Choose/']").Fill("Numbers[0]", number).SubmitAsync()).Errors);
}
