using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Tests.Domain.Shared;
using Portal.Tests.Support;
using Status = Portal.Application.Recognition.Domain.RecognitionCaseStatus;

namespace Portal.Tests.Pages.Recognition;

/// <summary>What a case does not open, lift or take: files of later, a second request beside a review, an act without proof. Each test has a host of its own, for it moves the clock.</summary>
public sealed class CaseBoundsTests(PortalTemplate template) : IAsyncLifetime
{
    private readonly PortalHost _host = new(template);

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_file_that_the_holder_adds_after_the_end_is_nobody_elses()
    {
        using var story = await new CasePages(_host, "en").SentAsync("JP-AU", "CISA");
        var sent = Assert.Single(await FilesAsync(story));
        await (await story.Holder.GetAsync($"/en/Recognition/Requests/Withdraw/{story.Id}")).Form("main form[method=post]").SubmitAsync();
        _host.Clock.Advance(TimeSpan.FromHours(1));
        var held = (await story.StoredAsync()).Certifications.Single().HeldId;
        await _host.People.AgainAsync(story.Holder);
        var added = (await story.Holder.GetAsync($"/en/Recognition/Held/Edit/{held}")).Form("form[action*='/Upload/']").Attach("File", "later.pdf", "application/pdf", SampleFiles.RealPdf());
        Assert.Empty((await added.SubmitAsync()).Errors);
        var later = (await FilesAsync(story)).Single(f => f.Id != sent.Id);
        foreach (var reader in new[] { story.Officer, story.SourceOfficer })
        {
            await _host.People.AgainAsync(reader);
            var desk = await reader.GetAsync(story.Desk);
            Assert.Contains(sent.FileName, desk.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(later.FileName, desk.Text, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(reader, $"Requests/Evidence/{story.Id}?file={sent.Id}"));
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(reader, $"Requests/Evidence/{story.Id}?file={later.Id}"));
        }

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(story.Holder, $"Held/Evidence/{later.Id}"));

        // A request that is sent with it shows it.
        var again = Guid.Parse((await StartAsync(story, "en")).Path.Split('/')[^1]);
        await CasePages.SendForm(await story.Holder.GetAsync($"/en/Recognition/Requests/Send/{again}")).SubmitAsync();
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(story.Officer, $"Requests/Evidence/{again}?file={later.Id}"));
    }

    [Theory]
    [InlineData("ja", "JP-SG", "CC", "同じ決定にもとづく別の申請が進行中です。その申請を取り下げてから、再審査を請求してください。")]
    [InlineData("en", "JP-SG", "Security+", "Another request of yours under this decision is open. Withdraw it first, then ask for the review.")]
    public async Task A_review_and_another_request_are_never_open_side_by_side(string language, string source, string target, string sentence)
    {
        using var story = await new CasePages(_host, language).SentAsync(source, target);
        await story.DeclinedAsync();
        var other = Guid.Parse((await StartAsync(story, language)).Path.Split('/')[^1]);
        Assert.NotEqual(story.Id, other);
        var refused = await (await story.Holder.GetAsync(story.Mine)).Form("form[action*='/AskReview/']").Fill("Reason", "It was renewed.").SubmitAsync();
        Assert.Equal((HttpStatusCode.UnprocessableEntity, sentence), (refused.Status, Assert.Single(refused.Errors)));
        Assert.Equal(Status.Declined, await story.StatusAsync());

        await (await story.Holder.GetAsync($"/{language}/Recognition/Requests/Withdraw/{other}")).Form("main form[method=post]").SubmitAsync();
        Assert.Empty((await refused.Form("form[action*='/AskReview/']").SubmitAsync()).Errors);
        Assert.Equal(Status.UnderReview, await story.StatusAsync());
        Assert.EndsWith($"{story.Id}", (await StartAsync(story, language)).Path, StringComparison.Ordinal);
        Assert.Equal(2, await _host.InDatabaseAsync(db => db.RecognitionCases.CountAsync(c => c.HolderId == story.Holder.Id)));
    }

    [Fact]
    public async Task A_bar_holds_for_what_was_prepared_before_and_while_a_review_is_open()
    {
        using var story = await new CasePages(_host, "en").SentAsync("JP-AP", "SSCP");
        var earlier = await PreparedBesideAsync(story);
        await story.CompleteAsync();
        await story.CheckAsync(CaseSection.Certificate, FailureReason.CertificateForged);
        await story.DoneAsync(story.Officer, "Decline", ("ReasonJa", "偽造です。"), ("ReasonEn", "It is forged."), ("RemedyJa", "再審査を請求できます。"), ("RemedyEn", "You may ask for a review."));
        await BarredAsync();
        Assert.Empty((await (await story.Holder.GetAsync(story.Mine)).Form("form[action*='/AskReview/']").Fill("Reason", "It is real.").SubmitAsync()).Errors);
        Assert.Equal(Status.UnderReview, await story.StatusAsync());
        await BarredAsync();

        async Task BarredAsync()
        {
            var refused = await CasePages.SendForm(await story.Holder.GetAsync($"/en/Recognition/Requests/Send/{earlier}")).SubmitAsync();
            Assert.Equal(["An earlier request was declined for a reason that rules out a new one under this equivalence."], refused.Errors);
        }
    }

    [Fact]
    public async Task A_measure_is_recorded_as_done_only_with_a_fresh_proof()
    {
        using var story = await new CasePages(_host, "en").SentAsync("JP-RISS", "SSCP", CasePages.WithChoice);
        await story.DecidingAsync();
        await story.GrantAsync();
        await (await story.Holder.GetAsync(story.Mine)).Form("form[action*='/Choose/']").Fill("Numbers[0]", "1").SubmitAsync();
        await _host.People.AgainAsync(story.Officer);
        var form = (await story.Officer.GetAsync(story.Desk)).Form("form[action*='/Fulfil/']").Fill("Number", "1").Fill("Note", "Passed.");
        _host.Clock.Advance(SignInProof.FreshFor + TimeSpan.FromSeconds(1));
        Assert.Equal("/en/Account/Confirm", (await form.SubmitAsync()).Path);
        Assert.Equal(Status.AwaitingMeasure, await story.StatusAsync());
        Assert.Empty((await story.Officer.GetAsync(story.Desk)).Document.QuerySelectorAll("form[action*='/Fulfil/'] button"));
    }

    [Fact]
    public async Task The_last_day_of_all_days_filters_the_queue_like_any_other()
    {
        using var story = await new CasePages(_host, "en").SentAsync("JP-AU", "CRISC");
        var number = (await story.StoredAsync()).Number;
        Assert.Contains(number, (await story.Officer.GetAsync("/en/Recognition/CaseDesk?due=9999-12-31")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(number, (await story.Officer.GetAsync("/en/Recognition/CaseDesk?due=0001-01-01")).Text, StringComparison.Ordinal);
    }

    private static async Task<HtmlPage> StartAsync(CasePages story, string language) =>
        await (await story.Holder.GetAsync($"/{language}/Recognition/Requests/Start/{story.Equivalence.VersionId}")).Form("form[action*='/Start/']").SubmitAsync();

    /// <summary>A second request that is not sent yet, as under another version of the same equivalence: its key is another.</summary>
    private async Task<Guid> PreparedBesideAsync(CasePages story)
    {
        await SetKeyAsync(story.Id, null);
        var prepared = Guid.Parse((await StartAsync(story, "en")).Path.Split('/')[^1]);
        await SetKeyAsync(prepared, "another version");
        return prepared;
    }

    private Task<int> SetKeyAsync(Guid id, string? key) => _host.InDatabaseAsync(db => db.RecognitionCases.Where(c => c.Id == id).ExecuteUpdateAsync(set => set.SetProperty(c => c.OpenKey, key)));

    private Task<IReadOnlyList<EvidenceFile>> FilesAsync(CasePages story) =>
        _host.InDatabaseAsync(async db => (await db.HeldCertifications.AsNoTracking().SingleAsync(h => h.HolderId == story.Holder.Id)).Files);

    private static async Task<HttpStatusCode> StatusAsync(SignedIn reader, string path)
    {
        using var answer = await reader.Client.SendAsync(new(HttpMethod.Get, $"/en/Recognition/{path}"));
        return answer.StatusCode;
    }
}
