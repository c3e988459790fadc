using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity;
using Portal.Application.Recognition.Commands;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Recognition;

/// <summary>Items of evidence, and versions of certifications: recorded, corrected, and shown to whom they may be.</summary>
public sealed class EvidenceItemPagesTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("ja", "CISA", "公開資料")]
    [InlineData("en", "CCNA", "A public document")]
    public async Task The_public_reads_of_public_items_and_never_of_restricted_ones(string language, string certification, string title)
    {
        using var officer = await host.People.StaffAsync(Role.RecognitionOfficer, Government.Japan);
        var open = await Filled(await NewAsync(officer, language, certification), "bp-1", "Public", title).SubmitAsync();
        Assert.Empty(open.Errors);
        var list = await Filled(await NewAsync(officer, language, certification), "SEC-7", "Restricted", "Lent in confidence").SubmitAsync();
        Assert.Equal(["BP-1", "SEC-7"], list.TextsOf("tbody th > a"));

        using var visitor = host.Visitor();
        var page = await visitor.GetAsync($"/{language}/Recognition/Certifications/Details/{certification}");
        Assert.Contains(title, page.Text, StringComparison.Ordinal);
        Assert.Contains("BP-1", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("a[href='https://example.org/syllabus']"));
        Assert.DoesNotContain("SEC-7", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Lent in confidence", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("BP-1", (await visitor.GetAsync($"/{language}/Recognition/EvidenceItems/Index/{certification}")).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ja", "Uri", "http://example.org/", "https://で始まるURLを入力するか、空欄にしてください。")]
    [InlineData("en", "Uri", "javascript:alert(1)", "Enter an address that begins with https://, or leave it empty.")]
    [InlineData("en", "Sha256", "abc", "Enter 64 digits and letters a to f, or leave it empty.")]
    [InlineData("ja", "TitleEn", "", "題名を、少なくとも一方の言語で入力してください。")]
    [InlineData("en", "Code", "two words", "Enter a code of up to 20 letters, digits and hyphens.")]
    [InlineData("ja", "ObtainedBy", " ", "入手した機関を200文字以内で入力してください。")]
    [InlineData("en", "ObtainedOn.Year", "2999", "The day must not lie in the future.")]
    [InlineData("ja", "ExpiresOn.Year", "2001", "期限は、入手した日より後にしてください。")]
    public async Task A_wrong_field_gets_its_sentence_and_everything_typed_stays(string language, string field, string value, string sentence)
    {
        using var officer = await host.People.StaffAsync(Role.RecognitionOfficer, Government.UnitedStates);
        var form = Filled(await NewAsync(officer, language, "CC"), "X-1", "Public", "A title").Fill("ExpiresOn.Year", "2030").Fill("ExpiresOn.Month", "1").Fill("ExpiresOn.Day", "1");
        var answer = await form.Fill(field, value).SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal([sentence], answer.Errors);
        Assert.Equal((value, "Blueprint"), (answer.Form().Value(field), answer.Form().Value("Type")));
        Assert.False(await host.InDatabaseAsync(db => db.EvidenceItems.AnyAsync(i => i.Code == "X-1")));
    }

    [Fact]
    public async Task A_code_is_given_once_and_a_correction_from_an_old_page_is_stale()
    {
        using var officer = await host.People.StaffAsync(Role.RecognitionOfficer, Government.Japan);
        var list = await Filled(await NewAsync(officer, "en", "CISM"), "BP-1", "Restricted", "First").SubmitAsync();
        var twice = await Filled(await NewAsync(officer, "en", "CISM"), "bp-1", "Public", "Second").SubmitAsync();
        Assert.Equal(["This certification has an item BP-1 already. Choose another code."], twice.Errors);

        var (mine, theirs) = (await list.FollowAsync("BP-1"), await list.FollowAsync("BP-1"));
        Assert.Equal("First", mine.Form().Value("TitleEn"));
        Assert.Empty((await theirs.Form().Fill("TitleEn", "Theirs").SubmitAsync()).Errors);
        var stale = await mine.Form().Fill("TitleEn", "Mine").SubmitAsync();
        Assert.Equal((HttpStatusCode.Conflict, "Mine"), (stale.Status, stale.Form().Value("TitleEn")));
        Assert.Equal("Theirs", await host.InDatabaseAsync(db => db.EvidenceItems.Where(i => i.Code == "BP-1" && i.Title.En == "Theirs").Select(i => i.Title.En).SingleAsync()));
    }

    [Fact]
    public async Task A_claim_names_items_of_its_own_certification_only()
    {
        using var officer = await host.People.StaffAsync(Role.RecognitionOfficer, Government.Japan);
        await Filled(await NewAsync(officer, "en", "GCFA"), "SYL-2", "Restricted", "Syllabus").SubmitAsync();
        await Filled(await NewAsync(officer, "en", "GCIA"), "OTHER-1", "Public", "Another").SubmitAsync();
        var version = await host.SendAsync(officer.Actor, new DescribeCertificationVersion("GCFA", Text("2025")));
        var record = $"/en/Recognition/Evidence/Record/GCFA?version={version.Value}";
        var refused = await Claim(await officer.GetAsync(record)).Fill("Items", "syl-2 OTHER-1").SubmitAsync();
        Assert.Equal(["This certification has no item of evidence OTHER-1. Record the item first, or check the code."], refused.Errors);
        Assert.Equal("syl-2 OTHER-1", refused.Form().Value("Items"));
        var evidence = await refused.Form().Fill("Items", "syl-2").SubmitAsync();
        Assert.Contains("Rests on SYL-2", evidence.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_sees_the_items_and_changes_nothing()
    {
        using var reviewer = await host.People.StaffAsync(Role.RecognitionReviewer, Government.Japan);
        var list = await reviewer.GetAsync("/en/Recognition/EvidenceItems/Index/CISSP");
        Assert.Equal(HttpStatusCode.OK, list.Status);
        Assert.Empty(list.Document.QuerySelectorAll("a[href*='/Record/']"));
        Assert.Equal(HttpStatusCode.Forbidden, (await reviewer.GetAsync("/en/Recognition/EvidenceItems/Record/CISSP")).Status);
    }

    [Theory]
    [InlineData("ja", "この資格には、すでに2024という版があります。その版を訂正するか、別の名前を付けてください。")]
    [InlineData("en", "This certification has a version 2024 already. Correct that one, or choose another name.")]
    public async Task A_version_is_described_once_and_corrected_on_its_own_page(string language, string taken)
    {
        using var officer = await host.People.StaffAsync(Role.RecognitionOfficer, Government.Japan);
        var certification = language == "ja" ? "CASP+" : "GSEC";
        certification = await host.InDatabaseAsync(db => db.Certifications.Where(c => c.Code == certification).Select(c => c.Code).FirstOrDefaultAsync()) ?? "CISSP";
        var version = await host.SendAsync(officer.Actor, new DescribeCertificationVersion(certification, Text("2024") with { Note = new("説明", "A note") }));
        var again = (await officer.GetAsync($"/{language}/Recognition/Evidence/Describe/{certification}")).Form();
        var refused = await Day(again.Fill("Label", "2024"), "EffectiveOn", 2020).SubmitAsync();
        Assert.Equal([taken], refused.Errors);

        var path = $"/{language}/Recognition/Evidence/Correct/{certification}?version={version.Value}";
        var (mine, theirs) = (await officer.GetAsync(path), await officer.GetAsync(path));
        Assert.Equal(("2024", "2025", "4", "A note"), (mine.Form().Value("Label"), mine.Form().Value("EffectiveOn.Year"), mine.Form().Value("EffectiveOn.Month"), mine.Form().Value("NoteEn")));
        Assert.Empty((await theirs.Form().Fill("Label", "2024-1").SubmitAsync()).Errors);
        var stale = await mine.Form().Fill("NoteEn", "Mine").SubmitAsync();
        Assert.Equal((HttpStatusCode.Conflict, "Mine"), (stale.Status, stale.Form().Value("NoteEn")));
        Assert.Equal(("2024-1", "A note"), await host.InDatabaseAsync(async db => (await db.CertificationVersions.SingleAsync(v => v.Id == version.Value)) is var v ? (v.Label, v.Note.En) : default));
    }

    [Fact]
    public async Task Whoever_only_reads_sees_requirements_and_defines_none()
    {
        using var officer = await host.People.StaffAsync(Role.RecognitionOfficer, Government.Japan);
        var page = await officer.GetAsync("/en/Recognition/Requirements/Index/GCFE?kind=Certification");
        Assert.Empty((await page.Form().Fill("Rows", "T0084, 2, 3, critical").SubmitAsync()).Errors);
        using var reviewer = await host.People.StaffAsync(Role.RecognitionReviewer, Government.UnitedStates);
        var read = await reviewer.GetAsync("/en/Recognition/Requirements/Index/GCFE?kind=Certification");
        Assert.Equal(HttpStatusCode.OK, read.Status);
        Assert.Equal("T0084 Critical", Assert.Single(read.TextsOf("tbody th")));
        Assert.Empty(read.Document.QuerySelectorAll("main form"));
        var token = (await reviewer.GetAsync("/en/Recognition/Equivalences")).Document.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? "";
        var posted = await reviewer.Client.PostAsync("/en/Recognition/Requirements/Index/GCFE?kind=Certification", [new("Rows", "T0084, 1, 1"), new("After", "1"), new("__RequestVerificationToken", token)]);
        Assert.Equal(HttpStatusCode.Forbidden, posted.Status);
    }

    private static Task<HtmlPage> NewAsync(SignedIn officer, string language, string certification) => officer.GetAsync($"/{language}/Recognition/EvidenceItems/Record/{certification}");

    private static HtmlForm Filled(HtmlPage page, string code, string circle, string title) => Day(
        page.Form().Fill("Code", code).Fill("Type", "Blueprint").Fill("TitleEn", title).Fill("Confidentiality", circle).Fill("Uri", "https://example.org/syllabus").Fill("ObtainedBy", "NCO"),
        "ObtainedOn", 2025);

    private static HtmlForm Claim(HtmlPage page) => page.Form().Fill("Statement", "T0084").Fill("Level", "3").Fill("Confidence", "0.8");

    private static HtmlForm Day(HtmlForm form, string field, int year) => form.Fill($"{field}.Year", $"{year}").Fill($"{field}.Month", "4").Fill($"{field}.Day", "1");

    private static CertificationVersionText Text(string label) => new(label, new DateOnly(2025, 4, 1), null, BilingualText.Empty);
}
