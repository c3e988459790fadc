using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;
using static Portal.Tests.Pages.Fellowships.ApplicationPages;

namespace Portal.Tests.Pages.Fellowships;

public sealed class ApplicationSubmitTests(SlowRequestHost host) : IClassFixture<SlowRequestHost>
{
    [Theory]
    [InlineData("ja", "提出する前に、申告を確認してください")]
    [InlineData("en", "Confirm the declaration before you submit")]
    public async Task Without_the_declaration_nothing_is_sent(string language, string sentence)
    {
        using var person = await host.People.CandidateAsync();
        var story = await host.ApplyAsync(person, a => a.Completed());
        var page = await (await person.GetAsync(At(language, "Check", story.Application.Id))).Form().SubmitAsync();
        Assert.Equal((HttpStatusCode.UnprocessableEntity, sentence), (page.Status, Assert.Single(page.Errors)));
        Assert.Empty((await host.StoredAsync(story.Application.Id)).Submissions);
    }

    [Fact]
    public async Task What_is_not_complete_is_not_sent_and_the_page_lists_why()
    {
        using var person = await host.People.CandidateAsync();
        var story = await host.ApplyAsync(person, a => a.Completed());
        var page = await person.GetAsync(At("en", "Check", story.Application.Id));
        await (await person.SectionAsync(story.Application.Id, ApplicationSectionKind.AboutYou)).SectionForm().Fill("about.phone", "").SubmitAsync("do", "later");
        var refused = await page.Form().Fill("IsDeclared", "true").SubmitAsync();
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Enter your telephone number"), (refused.Status, Assert.Single(refused.Errors)));
    }

    [Fact]
    public async Task Twenty_clicks_at_once_are_one_submission_and_twenty_times_the_same_receipt()
    {
        using var person = await host.People.CandidateAsync();
        var story = await host.ApplyAsync(person, a => a.Completed());
        var form = (await person.GetAsync(At("en", "Check", story.Application.Id))).Form().Fill("IsDeclared", "true");
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => person.Client.SendAsync(form.Request())));
        Assert.All(answers, a => Assert.Equal((HttpStatusCode.Redirect, At("en", "Receipt", story.Application.Id)), (a.StatusCode, a.Headers.Location!.OriginalString)));
        Assert.Single((await host.StoredAsync(story.Application.Id)).Submissions);
    }

    [Theory, InlineData("ja"), InlineData("en")]
    public async Task The_receipt_never_breaks_the_number_in_its_heading_nor_a_time(string language)
    {
        using var person = await host.People.CandidateAsync();
        var story = await host.ApplyAsync(person, a => a.Submitted());
        var page = await person.GetAsync(At(language, "Receipt", story.Application.Id));
        Assert.Equal(story.Application.Number, page.TextOf(".notice--ok h2 > .nowrap"));
        Assert.DoesNotContain(page.Document.QuerySelectorAll("main .pair"), p => p.TextContent.Contains(" p.m.", StringComparison.Ordinal) || p.TextContent.Contains(" a.m.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    public async Task The_instant_of_closing_is_late_and_a_second_before_is_not(int seconds, bool isTaken)
    {
        var (person, story, closes) = await ReadyAsync();
        var form = (await person.GetAsync(At("en", "Check", story.Application.Id))).Form().Fill("IsDeclared", "true");
        host.Clock.SetUtcNow(closes.AddSeconds(seconds));
        var page = await form.SubmitAsync();
        Assert.Equal(isTaken ? "Receipt" : "Check your answers", page.Heading);
        Assert.Equal(isTaken ? 1 : 0, (await host.StoredAsync(story.Application.Id)).Submissions.Count);
        person.Dispose();
    }

    [Theory]
    [InlineData(-1, 60, true)]
    [InlineData(-1, 600, false)]
    [InlineData(0, 60, false)]
    public async Task A_request_begun_in_time_may_finish_a_little_later(int begins, int takes, bool isTaken)
    {
        var (person, story, closes) = await ReadyAsync();
        var form = (await person.GetAsync(At("en", "Check", story.Application.Id))).Form().Fill("IsDeclared", "true");
        host.Clock.SetUtcNow(closes.AddSeconds(begins));
        host.Began = () => host.Clock.Advance(TimeSpan.FromSeconds(takes));
        await form.SubmitAsync();
        Assert.Equal(isTaken ? 1 : 0, (await host.StoredAsync(story.Application.Id)).Submissions.Count);
        person.Dispose();
    }

    [Theory]
    [InlineData("ja", "受付は", "この申請は締切までに送られなかったため、審査されません。")]
    [InlineData("en", "Applications closed", "This application was not sent in time, so it will not be reviewed.")]
    public async Task After_the_closing_the_draft_can_be_read_but_not_changed(string language, string closed, string next)
    {
        var (person, story, closes) = await ReadyAsync();
        host.Clock.SetUtcNow(closes);
        var page = await person.SectionAsync(story.Application.Id, ApplicationSectionKind.AboutYou, language);
        Assert.Contains(closed, page.TextOf(".notice h2"), StringComparison.Ordinal);
        Assert.Contains(next, page.Text, StringComparison.Ordinal);
        Assert.Contains("髙﨑", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("main input:not([type=hidden]), main textarea, main select"));
        person.Dispose();
    }

    [Fact]
    public async Task What_was_sent_too_late_is_shown_again_so_that_it_is_not_lost()
    {
        var (person, story, closes) = await ReadyAsync();
        var form = (await person.SectionAsync(story.Application.Id, ApplicationSectionKind.ResearchPlan)).SectionForm().Fill("plan.host", "Very late words");
        host.Clock.SetUtcNow(closes);
        var page = await form.ContinueAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("was not saved", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Contains("Very late words", page.Text, StringComparison.Ordinal);
        person.Dispose();
    }

    private async Task<(SignedIn Person, ApplicationStory Story, DateTimeOffset Closes)> ReadyAsync()
    {
        var closes = host.Clock.GetUtcNow().AddSeconds(30);
        var call = await host.OpenCallAsync(c => c with { ClosesAt = new Deadline(closes, PortalZones.Japan) });
        var person = await host.People.CandidateAsync();
        return (person, await host.ApplyAsync(person, a => a.Completed(), call), closes);
    }
}

/// <summary>A host on which time can pass between the first byte of a request and its handling.</summary>
public sealed class SlowRequestHost(PortalTemplate template) : PortalHost(template)
{
    /// <summary>Happens once, after the next request has begun.</summary>
    public Action? Began { get; set; }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.AddSingleton<IStartupFilter>(new Slow(this)));
    }

    private sealed class Slow(SlowRequestHost host) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, rest) =>
            {
                if (HttpMethods.IsPost(context.Request.Method) && host.Began is { } began)
                {
                    context.RequestServices.GetRequiredService<ICurrentOperation>();
                    host.Began = null;
                    began();
                }

                return rest(context);
            });
            next(app);
        };
    }
}
