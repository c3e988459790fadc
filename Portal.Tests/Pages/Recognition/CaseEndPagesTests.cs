using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;
using Status = Portal.Application.Recognition.Domain.RecognitionCaseStatus;

namespace Portal.Tests.Pages.Recognition;

/// <summary>The decision under a request is suspended or withdrawn, and a measure is not passed: what the holder and the desk see and can do.</summary>
public sealed class CaseEndPagesTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("ja", "JP-RISS", "CISSP", "この申請のもとになる決定は、両政府が取り消しました", "終了（不承認ではない）", "効力のある別の決定のもとで、あらためて申請できます。", "もとになる決定が終わったため案件を終了した")]
    [InlineData("en", "JP-RISS", "CISM", "Both governments have withdrawn the decision under this request", "Closed without a refusal", "You may apply again under another decision that is in force.", "Closed the case because its decision had ended")]
    public async Task A_request_whose_decision_is_withdrawn_is_closed_and_that_is_no_refusal(
        string language, string source, string target, string heading, string status, string remedy, string told)
    {
        using var story = await new CasePages(host, language).SentAsync(source, target);
        await story.DecidingAsync();
        await host.WithdrawAsync(story.Equivalence);
        var number = (await story.StoredAsync()).Number;
        Assert.Contains(heading, (await story.Holder.GetAsync(story.Mine)).TextsOf("h2"));
        Assert.Contains(heading, (await story.Officer.GetAsync($"/{language}/Recognition/CaseDesk?q={number}")).Text, StringComparison.Ordinal);
        Assert.Empty((await story.SourceOfficer.GetAsync(story.Desk)).Document.QuerySelectorAll("form[action*='/Close/']"));
        Assert.Empty((await story.Officer.GetAsync(story.Desk)).Document.QuerySelectorAll("form[action*='/Grant/'], form[action*='/Decline/']"));

        await story.DoneAsync(story.Officer, "Close");
        var mine = await story.Holder.GetAsync(story.Mine);
        Assert.Equal(status, mine.TextOf(".cluster .tag"));
        Assert.Contains(remedy, mine.Text, StringComparison.Ordinal);
        Assert.Single(mine.Document.QuerySelectorAll($"main a[href='/{language}/Recognition/Held']"));
        Assert.Empty(mine.Document.QuerySelectorAll("form[action*='/AskReview/'], main a[href*='/Withdraw/']"));
        Assert.Contains(told, (await story.Officer.GetAsync(story.Desk)).TextOf(".timeline"), StringComparison.Ordinal);
        var stored = await story.StoredAsync();
        Assert.Equal((Status.Closed, CaseOutcome.DecisionEnded, false), (stored.Status, stored.Decision!.Outcome, stored.BarsReapplication));
        Assert.Contains(await host.MailAsync(), m => m.Subject == $"Your request is closed without a refusal: {number}");
        // What no decision rests on is the holder's to change again.
        Assert.Single((await story.Holder.GetAsync($"/{language}/Recognition/Held/Edit/{stored.Certifications.Single().HeldId}")).Document.QuerySelectorAll("main form[action*='/Held/Edit/']"));
        Assert.Contains(number, (await story.Officer.GetAsync($"/{language}/Recognition/CaseDesk?tab=Done&status=Closed")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ja", "JP-NW", "CCNA", "この申請のもとになる決定は、効力が停止しています", "決定の期日も延びません", "もとになる決定は終わっていないため、この理由では案件を終了できません。")]
    [InlineData("en", "JP-NW", "CCNP Security", "The decision under this request is suspended", "moves no due date", "The decision under this case has not ended, so the case cannot be closed for that reason.")]
    public async Task While_the_decision_is_suspended_the_request_waits_and_the_clock_does_not(
        string language, string source, string target, string heading, string clock, string refusal)
    {
        using var story = await new CasePages(host, language).SentAsync(source, target);
        await story.CompleteAsync();
        var due = (await story.StoredAsync()).DecisionBy;
        await host.SuspendAsync(story.Equivalence, Government.Japan);
        var until = host.Clock.GetUtcNow().AddDays(30);
        foreach (var shown in new[] { await story.Holder.GetAsync(story.Mine), await story.Officer.GetAsync(story.Desk) })
        {
            Assert.Contains(heading, shown.TextsOf("h2"));
            Assert.Contains(clock, shown.Text, StringComparison.Ordinal);
            Assert.Contains(shown.Document.QuerySelectorAll("main time"), t => DateTimeOffset.Parse(t.GetAttribute("datetime")!, System.Globalization.CultureInfo.InvariantCulture) == until);
            Assert.Empty(shown.Document.QuerySelectorAll("form[action*='/Close/']"));
        }

        Assert.Contains(heading, (await story.Officer.GetAsync($"/{language}/Recognition/CaseDesk?q={(await story.StoredAsync()).Number}")).Text, StringComparison.Ordinal);
        await host.People.AgainAsync(story.Officer);
        var request = (await story.Officer.GetAsync(story.Desk)).Form("form[action*='/Check/']").Request();
        request.RequestUri = new Uri(request.RequestUri!.ToString().Replace("/Check/", "/Close/", StringComparison.Ordinal));
        var refused = await story.Officer.Client.OpenAsync(request);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal([refusal], refused.Errors);
        Assert.Equal((Status.InAssessment, due), ((await story.StoredAsync()).Status, (await story.StoredAsync()).DecisionBy));
        await host.LiftAsync(story.Equivalence, Government.Japan);
        Assert.DoesNotContain(heading, (await story.Holder.GetAsync(story.Mine)).TextsOf("h2"));
    }

    [Theory]
    [InlineData("ja", "JP-SC", "GCIH", "満たせなかったと判定した日を入力してください", "条件付きの承認の日から今日までの日付を入力してください", "満たせず", "合格点に届きませんでした。", "ほかに選べる補完措置はありません。", "補完措置を満たせなかった")]
    [InlineData("en", "JP-SC", "CySA+", "Enter the day on which it was not passed", "The day must lie between the decision and today", "Not passed", "The result was below the pass mark.", "No other measure is left.", "A compensation measure was not passed")]
    public async Task A_measure_that_was_not_passed_is_chosen_again_and_after_the_last_one_the_request_can_be_declined(
        string language, string source, string target, string noDay, string wrongDay, string state, string reason, string lost, string ground)
    {
        using var story = await new CasePages(host, language).SentAsync(source, target, CasePages.WithChoice);
        await story.DecidingAsync();
        await story.GrantAsync();
        await ChooseAsync(story, "1");
        (string, string)[] reasons = [("FailedJa", "合格点に届きませんでした。"), ("FailedEn", "The result was below the pass mark.")];
        var refused = await story.PressAsync(story.Officer, "FailMeasure", [("FailedNumber", "1"), .. reasons]);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, noDay), (refused.Status, Assert.Single(refused.Errors)));
        var form = refused.Form("form[action*='/FailMeasure/']");
        Assert.Equal("合格点に届きませんでした。", form.Value("FailedJa"));
        refused = await CasePages.Date(form, "FailedOn", new(2026, 9, 2)).SubmitAsync();
        Assert.Equal(wrongDay, Assert.Single(refused.Errors));

        // Still 31 August in Washington.
        Assert.Empty((await CasePages.Date(refused.Form("form[action*='/FailMeasure/']"), "FailedOn", new(2026, 8, 31)).SubmitAsync()).Errors);
        var mine = await story.Holder.GetAsync(story.Mine);
        Assert.Contains(state, mine.TextsOf("#measures ~ ul .tag"));
        Assert.Contains(reason, mine.Text, StringComparison.Ordinal);
        var stored = await story.StoredAsync();
        Assert.Contains(await host.MailAsync(), m => m.Subject == $"A compensation measure was not passed: {stored.Number}");
        Assert.Equal(CaseMove.Holder, stored.Mover);
        Assert.Empty((await story.Officer.GetAsync(story.Desk)).Document.QuerySelectorAll("form[action*='/Decline/'], form[action*='/FailMeasure/'], form[action*='/Fulfil/']"));
        Assert.Single(mine.Document.QuerySelectorAll($"main a[href='/{language}/Recognition/Requests/Withdraw/{story.Id}']"));
        Assert.Equal(["2"], mine.Document.QuerySelectorAll("input[name='Numbers[0]']").Select(x => x.GetAttribute("value")));
        await ChooseAsync(story, "2");

        var second = CasePages.Date((await story.Officer.GetAsync(story.Desk)).Form("form[action*='/FailMeasure/']"), "FailedOn", new(2026, 8, 31)).Fill("FailedNumber", "2");
        Assert.Empty((await reasons.Aggregate(second, (f, r) => f.Fill(r.Item1, r.Item2)).SubmitAsync()).Errors);
        Assert.Contains(lost, (await story.Holder.GetAsync(story.Mine)).Text, StringComparison.Ordinal);
        var desk = await story.Officer.GetAsync(story.Desk);
        Assert.Contains(lost, desk.Text, StringComparison.Ordinal);
        Assert.Contains(ground, desk.TextOf("section[aria-labelledby=decline]"), StringComparison.Ordinal);
        await story.DoneAsync(story.Officer, "Decline", ("ReasonJa", "措置を満たしていません。"), ("ReasonEn", "No measure was passed."), ("RemedyJa", "あらためて申請できます。"), ("RemedyEn", "You may apply again."));
        mine = await story.Holder.GetAsync(story.Mine);
        Assert.Contains(ground, mine.TextOf("section[aria-labelledby=decision]"), StringComparison.Ordinal);
        Assert.Single(mine.Document.QuerySelectorAll("form[action*='/AskReview/']"));
        Assert.Empty(await host.InDatabaseAsync(db => db.RecognitionStatements.Where(s => s.CaseId == story.Id).ToListAsync()));
    }

    private static async Task ChooseAsync(CasePages story, string number) =>
        Assert.Empty((await (await story.Holder.GetAsync(story.Mine)).Form("form[action*='/Choose/']").Fill("Numbers[0]", number).SubmitAsync()).Errors);
}
