using System.Net;
using System.Net.Http.Json;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;
using static Portal.Tests.Pages.Fellowships.ApplicationPages;
using Section = Portal.Application.Fellowships.Domain.ApplicationSectionKind;

namespace Portal.Tests.Pages.Fellowships;

public sealed class ApplicationAutosaveTests(PortalHost host) : IClassFixture<PortalHost>
{
    private sealed record Reply(string Message, long? Version);

    [Theory]
    [InlineData("ja", "下書きを保存しました")]
    [InlineData("en", "Draft saved at")]
    public async Task A_draft_is_kept_whatever_it_holds_and_the_answer_carries_the_next_version(string language, string message)
    {
        using var person = await host.People.CandidateAsync();
        var story = await host.ApplyAsync(person);
        var form = (await person.SectionAsync(story.Application.Id, Section.AboutYou, language)).SectionForm();

        var (first, one) = await SaveAsync(person, form.Fill("about.phone", "not a number"));
        var (second, two) = await SaveAsync(person, form.Fill("Version", $"{one!.Version}").Fill("about.phone", "none").Fill("about.kanaFamily", "ﾀｶｻｷ"));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first, second));
        Assert.Contains(message, one.Message, StringComparison.Ordinal);
        Assert.Equal((1, 2), (one.Version, two!.Version));
        var stored = (await host.StoredAsync(story.Application.Id)).AnswersOf(Section.AboutYou);
        Assert.Equal(("none", "タカサキ"), (stored["about.phone"], stored["about.kanaFamily"]));
    }

    [Fact]
    public async Task A_draft_never_says_what_is_wrong_and_leaves_no_history()
    {
        using var person = await host.People.CandidateAsync();
        var story = await host.ApplyAsync(person);
        await SaveAsync(person, (await person.SectionAsync(story.Application.Id, Section.AboutYou)).SectionForm().Fill("about.phone", "x"));
        Assert.Empty((await person.SectionAsync(story.Application.Id, Section.AboutYou)).Errors);
        Assert.Empty(await host.InDatabaseAsync(db => Task.FromResult(db.AuditEntries.Where(e => e.CaseId == story.Application.Id).ToList())));
    }

    [Fact]
    public async Task A_draft_over_a_newer_one_is_refused_and_the_newer_one_stays()
    {
        using var person = await host.People.CandidateAsync();
        var story = await host.ApplyAsync(person);
        var (one, other) = ((await FormAsync(person, story)).Fill("about.knownAs", "Hana"), (await FormAsync(person, story)).Fill("about.knownAs", "Ko"));
        await SaveAsync(person, one);
        var (status, reply) = await SaveAsync(person, other);
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("compare both versions", reply!.Message, StringComparison.Ordinal);
        Assert.Equal("Hana", (await host.StoredAsync(story.Application.Id)).AnswersOf(Section.AboutYou)["about.knownAs"]);
    }

    [Fact]
    public async Task Without_a_session_the_script_is_told_so_and_not_led_away()
    {
        using var person = await host.People.CandidateAsync();
        var story = await host.ApplyAsync(person);
        var form = await FormAsync(person, story);
        using var visitor = host.Visitor();
        using var response = await visitor.SendAsync(Autosave(form));
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Without_the_scripts_header_the_address_saves_like_the_button()
    {
        using var person = await host.People.CandidateAsync();
        var story = await host.ApplyAsync(person);
        var request = Autosave((await FormAsync(person, story)).Fill("about.phone", "x"));
        request.Headers.Remove("X-Autosave");
        var page = await person.Client.OpenAsync(request);
        Assert.Equal("About you", page.Heading);
        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_section_without_end_is_not_kept()
    {
        using var person = await host.People.CandidateAsync();
        var story = await host.ApplyAsync(person);
        var form = (await FormAsync(person, story)).Fill("about.address", [.. Enumerable.Repeat(new string('a', 60_000), 5)]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await SaveAsync(person, form)).Status);
    }

    [Theory]
    [InlineData("ja", "受付は終了しました。今回送られた内容は保存していません")]
    [InlineData("en", "Applications have closed. What you sent with this request was not saved")]
    public async Task After_the_closing_the_script_hears_the_reason(string language, string message)
    {
        using var person = await host.People.CandidateAsync();
        var closes = host.Clock.GetUtcNow().AddSeconds(10);
        var call = await host.OpenCallAsync(c => c with { ClosesAt = new Deadline(closes, PortalZones.Japan) });
        var story = await host.ApplyAsync(person, call: call);
        var form = (await person.SectionAsync(story.Application.Id, Section.AboutYou, language)).SectionForm().Fill("about.knownAs", "Hana");
        host.Clock.SetUtcNow(closes);
        var (status, reply) = await SaveAsync(person, form);
        Assert.Equal((HttpStatusCode.Conflict, message), (status, reply!.Message));
    }

    private static async Task<HtmlForm> FormAsync(SignedIn person, ApplicationStory story) =>
        (await person.SectionAsync(story.Application.Id, Section.AboutYou)).SectionForm();

    /// <summary>What the script sends: the form's fields to the address that the form names.</summary>
    private static HttpRequestMessage Autosave(HtmlForm form)
    {
        var request = form.Request();
        request.RequestUri = new Uri(request.RequestUri!.AbsoluteUri.Replace("/Section/", "/Autosave/", StringComparison.Ordinal));
        request.Headers.Add("X-Autosave", "1");
        return request;
    }

    private static async Task<(HttpStatusCode Status, Reply? Reply)> SaveAsync(SignedIn person, HtmlForm form)
    {
        using var response = await person.Client.SendAsync(Autosave(form));
        return (response.StatusCode, response.Content.Headers.ContentType?.MediaType == "application/json"
            ? await response.Content.ReadFromJsonAsync<Reply>(TestContext.Current.CancellationToken)
            : null);
    }
}
