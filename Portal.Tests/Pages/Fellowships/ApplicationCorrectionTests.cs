using System.Net;
using Portal.Application.Fellowships.Commands;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;
using static Portal.Tests.Pages.Fellowships.ApplicationPages;
using Section = Portal.Application.Fellowships.Domain.ApplicationSectionKind;

namespace Portal.Tests.Pages.Fellowships;

public sealed class ApplicationCorrectionTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Only_the_named_answers_are_inputs_and_the_others_are_text()
    {
        using var person = await host.People.CandidateAsync();
        var story = await host.ApplyAsync(person, a => a.ReturnedForCorrection("about.phone"));
        var page = await person.SectionAsync(story.Application.Id, Section.AboutYou);
        Assert.Equal(["about.phone"], page.SectionForm().Names.Where(n => n.StartsWith("about.", StringComparison.Ordinal)));
        Assert.Contains("髙﨑", page.Text, StringComparison.Ordinal);
        Assert.Contains("番号を直してください。", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hostile_form_changes_nothing_but_the_named_answer()
    {
        using var person = await host.People.CandidateAsync();
        var story = await host.ApplyAsync(person, a => a.ReturnedForCorrection("about.phone"));
        var form = (await person.SectionAsync(story.Application.Id, Section.AboutYou)).SectionForm();
        await form.Fill("about.phone", "03-9999-9999").With("about.latinFamily", "Other").With("about.birthDate.Year", "1950").ContinueAsync();
        var before = story.Application.AnswersOf(Section.AboutYou);
        Assert.Equal(before.With("about.phone", "03-9999-9999"), (await host.StoredAsync(story.Application.Id)).AnswersOf(Section.AboutYou));
    }

    [Fact]
    public async Task The_corrected_application_is_sent_again_and_both_receipts_remain()
    {
        using var person = await host.People.CandidateAsync();
        var story = await host.ApplyAsync(person, a => a.ReturnedForCorrection("about.phone"));
        var hub = await person.GetAsync(At("en", "Tasks", story.Application.Id));
        Assert.Contains("Fix 1 answer", hub.TextsOf("ol.task .tag"));
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        hub = await (await person.SectionAsync(story.Application.Id, Section.AboutYou)).SectionForm().Fill("about.phone", "03-9999-9999").ContinueAsync();
        Assert.DoesNotContain("Fix 1 answer", hub.TextsOf("ol.task .tag"));

        var receipt = await (await person.GetAsync(At("en", "Check", story.Application.Id))).Form().Fill("IsDeclared", "true").SubmitAsync();
        Assert.Equal("Receipt", receipt.Heading);
        var stored = (await host.StoredAsync(story.Application.Id)).Submissions.OrderBy(s => s.Number).ToList();
        Assert.Equal(2, stored.Count);
        Assert.Contains(stored[1].Hash, receipt.Text, StringComparison.Ordinal);
        Assert.Contains(stored[0].Hash, (await receipt.FollowAsync("Submission 1,")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ja", "修正を依頼", "修正する項目", "電話番号")]
    [InlineData("en", "Returned for correction", "Answers to correct", "Telephone")]
    public async Task The_timeline_keeps_what_was_asked_after_it_was_answered(string language, string what, string fields, string label)
    {
        using var person = await host.People.CandidateAsync();
        using var officer = await host.People.OfficerAsync(Government.Japan);
        var id = (await host.ApplyAsync(person, a => a.Submitted())).Application.Id;
        await AskAsync(officer, id, "about.phone", "番号を直してください。");
        await SendAgainAsync(person, id);
        await AskAsync(officer, id, "plan.title", "題名を短くしてください。");

        var page = await person.GetAsync(At(language, "Status", id));
        var returned = page.Document.QuerySelectorAll(".timeline > li").Where(li => li.QuerySelector(".timeline__what")!.TextContent == what).ToList();
        Assert.Equal(2, returned.Count);
        Assert.Contains(fields, returned[0].TextContent, StringComparison.Ordinal);
        Assert.StartsWith(label, returned[0].QuerySelector("ul li")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("番号を直してください。", returned[0].QuerySelector("blockquote")!.TextContent);
        Assert.Null(returned[1].QuerySelector("blockquote"));
        Assert.Contains("題名を短くしてください。", page.Text, StringComparison.Ordinal);

        await SendAgainAsync(person, id);
        page = await person.GetAsync(At(language, "Status", id));
        Assert.Equal(["番号を直してください。", "題名を短くしてください。"], page.TextsOf(".timeline blockquote"));
    }

    [Fact]
    public async Task The_timeline_keeps_what_was_asked_and_never_answered()
    {
        using var person = await host.People.CandidateAsync();
        using var officer = await host.People.OfficerAsync(Government.Japan);
        var id = (await host.ApplyAsync(person, a => a.Submitted())).Application.Id;
        await AskAsync(officer, id, "about.phone", "番号を直してください。");
        Assert.Empty((await host.SendAsync(person.Actor, new WithdrawApplication(id))).Errors);
        Assert.Equal(["番号を直してください。"], (await person.GetAsync(At("ja", "Status", id))).TextsOf(".timeline blockquote"));
    }

    [Theory]
    [InlineData("ja", "修正の期限が過ぎました")]
    [InlineData("en", "The time for corrections is over")]
    public async Task After_the_due_time_the_pages_say_so(string language, string sentence)
    {
        using var person = await host.People.CandidateAsync();
        var story = await host.ApplyAsync(person, a => a.ReturnedForCorrection("about.phone"));
        var form = (await person.SectionAsync(story.Application.Id, Section.AboutYou, language)).SectionForm().Fill("about.phone", "1");
        host.Clock.SetUtcNow(story.Application.Correction!.DueBy.Instant);
        var again = await host.People.AgainAsync(person);
        var page = await again.OpenAsync(form.Request("do", "continue"));
        Assert.Contains(sentence, page.Text, StringComparison.Ordinal);
        Assert.NotEqual("1", (await host.StoredAsync(story.Application.Id)).AnswersOf(Section.AboutYou)["about.phone"]);
    }

    private async Task AskAsync(SignedIn officer, Guid id, string field, string note)
    {
        var due = DateOnly.FromDateTime(host.Clock.GetUtcNow().UtcDateTime).AddDays(10);
        Assert.Empty((await host.SendAsync(officer.Actor, new ReturnForCorrection(id, (await host.StoredAsync(id)).Version, [field], note, due))).Errors);
    }

    private async Task SendAgainAsync(SignedIn person, Guid id) =>
        Assert.Empty((await host.SendAsync(person.Actor, new SubmitApplication(id, true))).Errors);
}
