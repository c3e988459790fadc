using System.Net;
using System.Net.Mime;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;
using Portal.Tests.Domain.Shared;
using Portal.Tests.Exports;
using Portal.Tests.Support;
using static Portal.Tests.Pages.Fellowships.ApplicationPages;
using Section = Portal.Application.Fellowships.Domain.ApplicationSectionKind;

namespace Portal.Tests.Pages.Fellowships;

public sealed class ApplicationJourneyTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("ja", "申請書", "この申請は、まだ提出されていません。", "受付票", "推薦元の機関の対応待ちです。")]
    [InlineData("en", "Your application", "This application has not been submitted yet.", "Receipt", "The agency that nominates you has the next move.")]
    public async Task A_candidate_starts_fills_in_sends_and_holds_a_receipt(string language, string tasks, string notSent, string receipt, string mover)
    {
        var call = await host.OpenCallAsync();
        using var person = await host.People.CandidateAsync();
        var hub = await (await person.GetAsync(At(language, "Start", call.Id))).Form().Fill("Side", "Japan").SubmitAsync();
        Assert.Equal((tasks, language), (hub.Heading, hub.Lang));
        Assert.Contains(notSent, hub.Text, StringComparison.Ordinal);
        var id = Guid.Parse(hub.Path.Split('/')[^1]);

        await FillInAsync(person, id, new ApplicationForm(call.Content, Government.Japan), language);
        var check = await person.GetAsync(At(language, "Check", id));
        Assert.Empty(check.Errors);
        var sent = await check.Form().Fill("IsDeclared", "true").SubmitAsync();

        Assert.Equal(receipt, sent.Heading);
        Assert.Contains(mover, sent.Text, StringComparison.Ordinal);
        var stored = await host.StoredAsync(id);
        Assert.Equal(FellowshipApplicationStatus.Submitted, stored.Status);
        Assert.Contains(stored.Submissions[0].Hash, sent.Text, StringComparison.Ordinal);
        Assert.Equal(Sha256.Of(stored.Submissions[0].Content), stored.Submissions[0].Hash);
        Assert.All(stored.Documents, d => Assert.Contains(d.Sha256, sent.Text, StringComparison.Ordinal));
        Assert.Contains((await host.MailAsync()).Select(m => m.Subject), s => s.Contains(stored.Number, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ja", "生年月日", "1990年4月1日")]
    [InlineData("en", "Date of birth", "April 1, 1990")]
    public async Task The_pdf_holds_exactly_what_was_sent(string language, string label, string birthday)
    {
        using var person = await host.People.CandidateAsync();
        var story = await host.ApplyAsync(person, a => a.Submitted());
        using var response = await person.Client.SendAsync(new(HttpMethod.Get, At(language, "ReceiptPdf", story.Application.Id, "?n=1")));
        Assert.Equal((HttpStatusCode.OK, MediaTypeNames.Application.Pdf), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        var pdf = new PdfText(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), new(1, []));
        var words = string.Concat(pdf.Text().Where(c => !char.IsWhiteSpace(c)));

        var submission = story.Application.Submissions[0];
        string[] expected = [label, birthday, story.Application.Number, submission.Hash, "髙﨑", "タカサキ", "Kazuha", "船舶制御システムの防護", "cv.pdf"];
        Assert.All(expected, x => Assert.Contains(string.Concat(x.Where(c => !char.IsWhiteSpace(c))), words, StringComparison.Ordinal));
        Assert.All(
            story.Form.Sections.SelectMany(s => story.Application.AnswersOf(s).Values).Where(a => a.Key is "plan.summary" or "about.address"),
            a => Assert.Contains(string.Concat(a.Value.Where(c => !char.IsWhiteSpace(c))), words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_receipt_names_characters_that_the_pdf_cannot_show()
    {
        using var person = await host.People.CandidateAsync();
        var story = await host.ApplyAsync(person, a => a.Submitted());
        var page = await person.GetAsync(At("en", "Receipt", story.Application.Id));
        Assert.Contains("U+845B U+E0100", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withdrawn_means_that_one_can_start_again()
    {
        using var person = await host.People.CandidateAsync();
        var story = await host.ApplyAsync(person);
        var confirm = await person.GetAsync(At("en", "Withdraw", story.Application.Id));
        Assert.Equal("Withdraw this application?", confirm.Heading);
        var status = await confirm.Form().SubmitAsync();
        Assert.Contains("Withdrawn", status.Text, StringComparison.Ordinal);

        var again = await (await person.GetAsync(At("en", "Start", story.Call.Id))).Form().Fill("Side", "Japan").SubmitAsync();
        Assert.Equal("Your application", again.Heading);
        Assert.DoesNotContain(story.Application.Id.ToString(), again.Path, StringComparison.Ordinal);
        var list = await person.GetAsync("/en/Fellowships/Applications");
        Assert.Equal(["Draft", "Withdrawn"], list.TextsOf("main .tag"));
    }

    [Fact]
    public async Task Starting_twice_leads_to_the_same_application()
    {
        using var person = await host.People.CandidateAsync();
        var story = await host.ApplyAsync(person);
        var start = await person.GetAsync(At("en", "Start", story.Call.Id));
        Assert.Contains("You have already started", start.Text, StringComparison.Ordinal);
        Assert.Contains(story.Application.Id.ToString(), (await start.FollowAsync("Go to your application")).Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ja", "推薦を受ける政府を選んでください")]
    [InlineData("en", "Select the government that you ask to nominate you")]
    public async Task A_side_must_be_declared_where_both_are_open(string language, string sentence)
    {
        var call = await host.OpenCallAsync();
        using var person = await host.People.CandidateAsync();
        var page = await (await person.GetAsync(At(language, "Start", call.Id))).Form().SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal([sentence], page.Errors);
        Assert.EndsWith(sentence, page.ErrorOf("Side"), StringComparison.Ordinal);
    }

    private static async Task FillInAsync(SignedIn person, Guid id, ApplicationForm form, string language)
    {
        foreach (var section in form.Sections.Where(s => s != Section.Documents))
        {
            var next = await (await person.SectionAsync(id, section, language)).SectionForm().AnswerAll(form, section).ContinueAsync();
            Assert.Empty(next.Errors);
            Assert.DoesNotContain($"section={section}", next.Address.Query, StringComparison.Ordinal);
        }

        foreach (var field in form.Fields(Section.Documents, Answers.Empty).Where(f => f.IsRequired))
        {
            var page = await (await person.SectionAsync(id, Section.Documents, language)).UploadAsync(field.Key, "成績 証明書.pdf", SampleFiles.RealPdf());
            Assert.Contains("成績 証明書.pdf", page.Text, StringComparison.Ordinal);
        }
    }
}
