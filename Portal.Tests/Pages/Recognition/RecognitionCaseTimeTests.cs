using System.Net;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;
using Status = Portal.Application.Recognition.Domain.RecognitionCaseStatus;

namespace Portal.Tests.Pages.Recognition;

/// <summary>What days do to a case. Each test has a host of its own, for it moves the clock.</summary>
public sealed class RecognitionCaseTimeTests(PortalTemplate template) : IAsyncLifetime
{
    private readonly PortalHost _host = new(template);

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("ja", "JP-SG", "CC", "審査期間は停止しています", "すでに1回照会しています")]
    [InlineData("en", "JP-SG", "Security+", "The clock has stopped until your answer is in.", "The holder has been asked once.")]
    public async Task A_question_stops_the_clock_until_the_answer_and_is_asked_once(string language, string source, string target, string stopped, string once)
    {
        using var story = await new CasePages(_host, language).SentAsync(source, target);
        await story.CompleteAsync();
        var before = (await story.StoredAsync()).DecisionBy!.Value;
        await story.DoneAsync(story.Officer, "Ask", ("Question", "Why do the names differ?"));
        var asked = await story.Holder.GetAsync(story.Mine);
        Assert.Contains(stopped, asked.Text, StringComparison.Ordinal);
        Assert.Contains("Why do the names differ?", asked.Text, StringComparison.Ordinal);

        _host.Clock.Advance(TimeSpan.FromDays(6));
        await _host.People.AgainAsync(story.Holder);
        var withFile = await (await story.Holder.GetAsync(story.Mine)).Form("form[action*='/Upload/']").Attach("File", "name.pdf", "application/pdf", Domain.Shared.SampleFiles.RealPdf()).SubmitAsync();
        var answered = await withFile.Form("form[action*='/Answer/']").Fill("Answer", "I married.").SubmitAsync();
        Assert.Empty(answered.Errors);
        var stored = await story.StoredAsync();
        Assert.Equal((Status.InAssessment, 6), (stored.Status, (stored.DecisionBy!.Value.Instant - before.Instant).Days));
        Assert.Contains("name.pdf", (await OpenAsync(story)).Text, StringComparison.Ordinal);

        // A page that still shows the button: the rule stands in the aggregate.
        var again = (await story.Officer.GetAsync(story.Desk)).Form("form[action*='/Check/']").With("Question", "And why not?");
        var request = again.Request();
        request.RequestUri = new Uri(request.RequestUri!.ToString().Replace("/Check/", "/Ask/", StringComparison.Ordinal));
        var refused = await story.Officer.Client.OpenAsync(request);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(once, Assert.Single(refused.Errors), StringComparison.Ordinal);
        await _host.People.AgainAsync(story.Reviewer);
        Assert.Single((await story.Reviewer.GetAsync(story.Desk)).Document.QuerySelectorAll("form[action*='/Ask/']"));
    }

    [Theory]
    [InlineData("ja", "JP-SC", "GCIH", "再審査の請求期限は2026年9月28日（月）17:00 米国東部時間（EDT）でした。")]
    [InlineData("en", "JP-SC", "CySA+", "The review could be asked for until Monday, September 28, 2026, 5:00 p.m. U.S. Eastern time (EDT).")]
    public async Task After_the_last_day_a_review_is_refused_with_the_date(string language, string source, string target, string sentence)
    {
        using var story = await new CasePages(_host, language).SentAsync(source, target);
        await story.DeclinedAsync();
        var form = (await story.Holder.GetAsync(story.Mine)).Form("form[action*='/AskReview/']").Fill("Reason", "It was renewed.");
        _host.Clock.Advance(TimeSpan.FromDays(28));
        await _host.People.AgainAsync(story.Holder);
        var answer = await form.SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal([sentence], answer.Errors);
        Assert.Contains("It was renewed.", answer.Html, StringComparison.Ordinal);
        Assert.Equal(Status.Declined, await story.StatusAsync());
    }

    private async Task<HtmlPage> OpenAsync(CasePages story)
    {
        await _host.People.AgainAsync(story.Officer);
        return await story.Officer.GetAsync(story.Desk);
    }
}
