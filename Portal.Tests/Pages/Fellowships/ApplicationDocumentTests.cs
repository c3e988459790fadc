using System.Net;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;
using Portal.Tests.Domain.Shared;
using Portal.Tests.Support;
using SkiaSharp;
using static Portal.Tests.Pages.Fellowships.ApplicationPages;
using Section = Portal.Application.Fellowships.Domain.ApplicationSectionKind;

namespace Portal.Tests.Pages.Fellowships;

public sealed class ApplicationDocumentTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Cv = "documents.cv";

    public static TheoryData<string, string, string> BadFiles => new()
    {
        { "empty.pdf", "en", "empty.pdf is empty" },
        { "empty.pdf", "ja", "empty.pdfには内容がありません" },
        { "letter.docx", "en", "letter.docx is not a PDF, JPEG or PNG" },
        { "letter.docx", "ja", "letter.docxはPDF、JPEG、PNGのいずれでもありません" },
        { "photo.png", "en", "The content of photo.png does not match its name or type" },
        { "photo.png", "ja", "photo.pngの中身が、名前やファイル形式と合っていません" },
        { "locked.pdf", "en", "locked.pdf is protected by a password or encryption" },
        { "locked.pdf", "ja", "locked.pdfはパスワードまたは暗号で保護されているため" },
        { "script.pdf", "en", "script.pdf contains scripts" },
        { "script.pdf", "ja", "script.pdfにスクリプト、入力フォーム、実行命令、添付ファイルのいずれかが含まれています" },
        { "half.pdf", "en", "half.pdf is incomplete or damaged" },
        { "half.pdf", "ja", "half.pdfは途中で切れているか壊れている" },
    };

    [Theory]
    [MemberData(nameof(BadFiles))]
    public async Task A_bad_file_is_refused_with_its_reason_and_the_other_answers_stay(string name, string language, string sentence)
    {
        using var person = await host.People.CandidateAsync();
        var story = await host.ApplyAsync(person, a => a.Completed());
        var page = await (await person.SectionAsync(story.Application.Id, Section.Documents, language)).UploadAsync(Cv, name, Content(name), "application/octet-stream");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.StartsWith(sentence, Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Contains(sentence, page.ErrorOf(Cv), StringComparison.Ordinal);
        var stored = await host.StoredAsync(story.Application.Id);
        Assert.Equal("cv.pdf", stored.CurrentDocuments(Cv).Single().FileName);
        Assert.Equal(story.Application.AnswersOf(Section.AboutYou), stored.AnswersOf(Section.AboutYou));
    }

    [Theory]
    [InlineData("ja", "ファイルを選んでください")]
    [InlineData("en", "Choose a file first")]
    public async Task Pressing_upload_without_a_file_says_so(string language, string sentence)
    {
        using var person = await host.People.CandidateAsync();
        var story = await host.ApplyAsync(person);
        var page = await (await person.SectionAsync(story.Application.Id, Section.Documents, language)).UploadForm(Cv).SubmitAsync();
        Assert.Contains(sentence, page.ErrorOf(Cv), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ja", "big.pdfは10MBを超えています")]
    [InlineData("en", "big.pdf is larger than 10 MB")]
    public async Task A_file_that_is_too_large_is_refused_at_its_field(string language, string sentence)
    {
        using var person = await host.People.CandidateAsync();
        var story = await host.ApplyAsync(person);
        var page = await (await person.SectionAsync(story.Application.Id, Section.Documents, language)).UploadAsync(Cv, "big.pdf", [.. SampleFiles.RealPdf(), .. new byte[11 * 1024 * 1024]]);
        Assert.StartsWith(sentence, Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Empty((await host.StoredAsync(story.Application.Id)).Documents);
    }

    [Fact]
    public async Task An_eleventh_file_is_refused()
    {
        using var person = await host.People.CandidateAsync();
        var story = await host.ApplyAsync(person, a => Enumerable.Range(1, 10).ToList().ForEach(n => a.Upload("documents.other", $"{n}.pdf")));
        var page = await (await person.SectionAsync(story.Application.Id, Section.Documents)).UploadAsync(Cv, "cv.pdf", SampleFiles.RealPdf());
        Assert.Contains("You have 10 files already", Assert.Single(page.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stored_file_comes_back_as_an_attachment_under_its_own_name()
    {
        using var person = await host.People.CandidateAsync();
        var (story, document) = await UploadedAsync(person, "履歴書 佐藤.pdf");
        using var response = await person.Client.SendAsync(new(HttpMethod.Get, At("en", "Document", story.Application.Id, $"?documentId={document.Id}")));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(("attachment", "履歴書 佐藤.pdf"), (response.Content.Headers.ContentDisposition!.DispositionType, response.Content.Headers.ContentDisposition.FileNameStar));
        Assert.Equal("application/pdf", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("sandbox", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("same-origin", response.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(SampleFiles.RealPdf().Length, document.Size);
    }

    [Fact]
    public async Task A_file_is_removed_after_a_question()
    {
        using var person = await host.People.CandidateAsync();
        var (story, _) = await UploadedAsync(person, "cv.pdf");
        var confirm = await (await person.SectionAsync(story.Application.Id, Section.Documents)).FollowAsync("Remove");
        Assert.Equal("Remove cv.pdf?", confirm.Heading);
        await confirm.Form().SubmitAsync();
        Assert.Empty((await host.StoredAsync(story.Application.Id)).CurrentDocuments());
    }

    [Fact]
    public async Task A_question_of_the_call_for_a_file_saves_the_section_first_and_takes_the_file_on_its_own_page()
    {
        using var person = await host.People.CandidateAsync();
        var story = await host.ApplyAsync(person);
        var (file, text) = (Question(story, FieldKind.File), Question(story, FieldKind.Line));
        var upload = await (await person.SectionAsync(story.Application.Id, Section.OwnQuestions)).SectionForm().Fill(text.Key, "typed").SubmitAsync("do", $"upload:{file.Key}");
        Assert.Equal("Upload a file", upload.Heading);
        var refused = await upload.UploadAsync(file.Key, "letter.docx", Content("letter.docx"), "application/octet-stream");
        Assert.Equal(("Upload a file", HttpStatusCode.UnprocessableEntity), (refused.Heading, refused.Status));
        var section = await refused.UploadAsync(file.Key, "letter.pdf", SampleFiles.RealPdf());
        Assert.Contains("letter.pdf", section.Text, StringComparison.Ordinal);
        Assert.Equal("typed", section.SectionForm().Value(text.Key));
    }

    [Fact]
    public async Task Nobody_reaches_anothers_file()
    {
        using var person = await host.People.CandidateAsync();
        using var stranger = await host.People.CandidateAsync("A Stranger");
        var (story, document) = await UploadedAsync(person, "cv.pdf");
        var own = await host.ApplyAsync(stranger);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(At("en", "Document", story.Application.Id, $"?documentId={document.Id}"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(At("en", "Document", own.Application.Id, $"?documentId={document.Id}"))).Status);
    }

    [Fact]
    public async Task A_draft_hides_its_files_from_staff()
    {
        using var person = await host.People.CandidateAsync();
        using var officer = await host.People.OfficerAsync(Government.Japan);
        var (story, document) = await UploadedAsync(person, "cv.pdf");
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync(At("en", "Document", story.Application.Id, $"?documentId={document.Id}"))).Status);
    }

    [Theory]
    [InlineData(Government.Japan)]
    [InlineData(Government.UnitedStates)]
    public async Task A_file_added_in_a_correction_stays_with_the_candidate_until_it_is_sent_and_its_reading_is_recorded(Government government)
    {
        using var person = await host.People.CandidateAsync();
        using var officer = await host.People.OfficerAsync(government);
        var story = await host.ApplyAsync(person, a => a.ReturnedForCorrection(Cv));
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await (await person.SectionAsync(story.Application.Id, Section.Documents)).UploadAsync(Cv, "new.pdf", SampleFiles.RealPdf());
        var added = (await host.StoredAsync(story.Application.Id)).CurrentDocuments(Cv).Single();
        var address = At("en", "Document", story.Application.Id, $"?documentId={added.Id}");
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync(address)).Status);

        await (await person.GetAsync(At("en", "Check", story.Application.Id))).Form().Fill("IsDeclared", "true").SubmitAsync();
        using var response = await officer.Client.SendAsync(new(HttpMethod.Get, address));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(officer.Id, await host.InDatabaseAsync(db => Task.FromResult(db.FileReadings.Single(r => r.CaseId == story.Application.Id).ActorId)));
    }

    private async Task<(ApplicationStory Story, ApplicationDocument Document)> UploadedAsync(SignedIn person, string name)
    {
        var story = await host.ApplyAsync(person);
        await (await person.SectionAsync(story.Application.Id, Section.Documents)).UploadAsync(Cv, name, SampleFiles.RealPdf());
        return (story, (await host.StoredAsync(story.Application.Id)).CurrentDocuments(Cv).Single());
    }

    private static FormField Question(ApplicationStory story, FieldKind kind) =>
        story.Form.Fields(Section.OwnQuestions, Answers.Empty).Single(f => f.Kind == kind);

    private static byte[] Content(string name) => name switch
    {
        "empty.pdf" => [],
        "letter.docx" => [0x50, 0x4B, 3, 4, 0, 0, 0, 0],
        "photo.png" => SampleFiles.Image(SKEncodedImageFormat.Jpeg),
        "locked.pdf" => SampleFiles.Pdf(trailer: "/Encrypt 9 0 R"),
        "script.pdf" => SampleFiles.Pdf("9 0 obj << /S /JavaScript /JS (app.alert(1)) >> endobj"),
        _ => SampleFiles.RealPdf()[..200],
    };
}
