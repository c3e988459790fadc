using System.Net;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Tests.Exports;
using Portal.Tests.Support;
using SkiaSharp;
using ZXing;
using ZXing.Common;

namespace Portal.Tests.Pages.Recognition;

/// <summary>Anybody checks a statement by its number, by its QR code, and a PDF by its hash.</summary>
public sealed class StatementCheckTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("ja", "JP-RISS", "CISSP", "有効", "第1版", "米国", "この番号で発行されたファイルです", "一致しません")]
    [InlineData("en", "JP-RISS", "CISM", "Valid", "version 1", "United States", "This is the file that was issued", "This is not a file that was issued")]
    public async Task A_visitor_sees_what_it_says_and_whether_a_file_is_the_issued_one(
        string language, string source, string target, string state, string version, string government, string issued, string other)
    {
        using var story = await GrantedAsync(language, source, target);
        var statement = await story.StatementAsync();
        using var visitor = host.Visitor();
        var typed = $" {statement.Number.Replace('-', ' ').ToLowerInvariant()} ";
        var found = await visitor.GetAsync($"/{language}/Recognition/Check?number={Uri.EscapeDataString(typed)}");
        Assert.StartsWith($"/{language}/Recognition/Check/rs", found.Path, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, statement.Number, state), (found.Status, found.TextOf("#found"), found.TextOf(".bar .tag")));
        foreach (var shown in new[] { "H. S.", source, target, "OG-WRL-014", story.Equivalence.Number, version, government })
        {
            Assert.Contains(shown, found.Text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Sato", found.Html, StringComparison.Ordinal);
        Assert.Equal(statement.Number, (await (await story.Holder.GetAsync(story.Mine)).FollowAsync(language == "ja" ? "ほかの人に見える内容" : "See what others see")).TextOf("#found"));
        Assert.Contains("no-store", found.Headers["Cache-Control"], StringComparison.Ordinal);
        foreach (var of in new[] { "ja", "en" })
        {
            var pdf = await story.PdfAsync(of);
            var hash = Convert.ToHexStringLower(SHA256.HashData(pdf));
            Assert.Contains(issued, (await FileForm(found).Attach("File", "statement.pdf", "application/pdf", pdf).SubmitAsync()).Text, StringComparison.Ordinal);
            Assert.Contains(issued, (await FileForm(found).Fill("Sha256", $"SHA-256: {hash.ToUpperInvariant()}").SubmitAsync()).Text, StringComparison.Ordinal);
            Assert.Contains(other, (await FileForm(found).Attach("File", "statement.pdf", "application/pdf", [.. pdf, 0x0A]).SubmitAsync()).Text, StringComparison.Ordinal);
        }

        var nothing = await FileForm(found).Fill("Sha256", "abc").SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.Status);
        Assert.Single(nothing.Errors);
    }

    [Fact]
    public async Task The_pdfs_say_the_same_in_both_languages_and_their_code_leads_to_the_check()
    {
        using var story = await GrantedAsync("en", "JP-NW", "CCNA");
        var statement = await story.StatementAsync();
        foreach (var (language, words) in new[] { ("ja", new[] { "資格承認書", "日本国政府", "米国政府", "この承認書の確認" }), ("en", new[] { "Recognition Statement", "Government of Japan", "Government of the United States", "Check this statement" }) })
        {
            var pdf = await story.PdfAsync(language);
            var text = new PdfText(pdf, new PrintReport(1, [])).Text();
            foreach (var shown in words.Concat([statement.Number, "Hanako Sato", story.Equivalence.Number, "JP-NW", "CCNA", "IO-WRL-004"]))
            {
                Assert.Contains(shown, text, StringComparison.Ordinal);
            }

            Assert.DoesNotContain("DEMO", text, StringComparison.Ordinal);
            Assert.Equal($"http://localhost:5080/{language}/Recognition/Check/{statement.Number}", Decoded(pdf));
        }
    }

    [Theory]
    [InlineData("ja", "JP-SC", "GCIH", "停止中")]
    [InlineData("en", "JP-SC", "CySA+", "Suspended")]
    public async Task A_suspension_shows_at_once(string language, string source, string target, string state)
    {
        using var story = await GrantedAsync(language, source, target);
        await ChangeAsync(story, (equivalence, signatory) => equivalence.Suspend(story.Equivalence.VersionId, host.Clock.GetUtcNow().AddDays(30), signatory, host.Clock.GetUtcNow()));
        var (check, mine) = (await CheckAsync(story, language), await story.Holder.GetAsync(story.Mine));
        Assert.Equal((state, state), (check.TextOf(".bar .tag"), mine.TextOf("section[aria-labelledby=statement] .tag")));
        // The holder reads the same sentence as whoever checks the number.
        Assert.Contains(check.TextOf("section[aria-labelledby=found] > p"), mine.TextsOf("section[aria-labelledby=statement] > p"));
    }

    [Theory]
    [InlineData("ja", "JP-AP", "SSCP", "旧版", "新しい版に置き換えられています", "取消し", "効力はありません")]
    [InlineData("en", "JP-AP", "GSLC", "Superseded", "replaced by a newer version", "Withdrawn", "It has no effect any more")]
    public async Task A_later_version_and_a_withdrawal_show_at_once(
        string language, string source, string target, string superseded, string replaced, string withdrawn, string ended)
    {
        using var story = await GrantedAsync(language, source, target);
        using var other = await new CasePages(host, language).SentAsync(await host.PublishAsync("JP-AU", target, CasePages.Full), "JP-AU");
        await other.DecidingAsync();
        await other.GrantAsync();
        await host.SupersedeAsync(story.Equivalence);
        await host.WithdrawAsync(other.Equivalence);
        var (first, second) = (await CheckAsync(story, language), await CheckAsync(other, language));
        Assert.Equal((superseded, withdrawn), (first.TextOf(".bar .tag"), second.TextOf(".bar .tag")));
        Assert.Contains(replaced, first.Text, StringComparison.Ordinal);
        Assert.Contains(ended, second.Text, StringComparison.Ordinal);
        // What it says stays as it was issued.
        Assert.Contains(language == "ja" ? "第1版" : "version 1", first.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ja", "この番号で発行された資格承認書はありません")]
    [InlineData("en", "No statement has been issued with this number")]
    public async Task An_unknown_number_gets_one_plain_sentence_whatever_is_wrong_with_it(string language, string sentence)
    {
        using var visitor = host.Visitor();
        foreach (var typed in new[] { StatementNumber.Draw(2026), "RS-2026-00000-000000", "nonsense", "RS-2026-4F7KQ-2M9TX<b>" })
        {
            var answer = await visitor.GetAsync($"/{language}/Recognition/Check/{Uri.EscapeDataString(typed)}");
            Assert.Equal(HttpStatusCode.NotFound, answer.Status);
            Assert.Contains(sentence, answer.Text, StringComparison.Ordinal);
            Assert.Equal(typed, answer.Form("form[role=search]").Value("number"));
        }
    }

    [Fact]
    public async Task The_holder_decides_whether_others_read_the_name()
    {
        using var story = await GrantedAsync("en", "JP-SG", "CC");
        var shown = await (await story.Holder.GetAsync(story.Mine)).Form("form[action*='/ShowName/']").SubmitAsync();
        Assert.Empty(shown.Errors);
        Assert.Contains("Hanako Sato", (await CheckAsync(story, "en")).Text, StringComparison.Ordinal);
        await shown.Form("form[action*='/ShowName/']").SubmitAsync();
        Assert.DoesNotContain("Hanako Sato", (await CheckAsync(story, "en")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_made_up_says_so_on_every_page_and_on_paper()
    {
        var pair = await host.PublishAsync("JP-FE", "A+", CasePages.Full);
        await host.InDatabaseAsync(async db =>
        {
            (await db.Equivalences.SingleAsync(e => e.Id == pair.Id)).MarkAsDemonstration();
            return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        using var story = await new CasePages(host, "en").SentAsync(pair, "JP-FE");
        await story.DecidingAsync();
        await story.GrantAsync();
        foreach (var shown in new[] { await story.Holder.GetAsync(story.Mine), await story.Officer.GetAsync(story.Desk), await CheckAsync(story, "en") })
        {
            Assert.Contains("DEMO", shown.Text, StringComparison.Ordinal);
        }

        Assert.Contains("DEMO", new PdfText(await story.PdfAsync("ja"), new PrintReport(1, [])).Text(), StringComparison.Ordinal);
    }

    private async Task<CasePages> GrantedAsync(string language, string source, string target)
    {
        var story = await new CasePages(host, language).SentAsync(source, target);
        await story.DecidingAsync();
        await story.GrantAsync();
        return story;
    }

    private async Task<HtmlPage> CheckAsync(CasePages story, string language)
    {
        using var visitor = host.Visitor();
        return await visitor.GetAsync($"/{language}/Recognition/Check/{(await story.StatementAsync()).Number}");
    }

    private Task<int> ChangeAsync(CasePages story, Action<Equivalence, Actor> act) => host.InDatabaseAsync(async db =>
    {
        var equivalence = await db.Equivalences.Include(e => e.Periods).Include(e => e.Signatures).SingleAsync(e => e.Id == story.Equivalence.Id);
        act(equivalence, story.Equivalence.Story.Signatories[Government.Japan]);
        return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    });

    private static HtmlForm FileForm(HtmlPage found) => found.Form("form[enctype='multipart/form-data']");

    /// <summary>As a telephone's camera would read it from the printed page.</summary>
    private static string? Decoded(byte[] pdf)
    {
        var start = new System.Diagnostics.ProcessStartInfo("pdftoppm", ["-png", "-r", "150", "-f", "1", "-l", "2", "-", Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}")]) { RedirectStandardInput = true };
        var prefix = start.ArgumentList[^1];
        using (var process = System.Diagnostics.Process.Start(start)!)
        {
            process.StandardInput.BaseStream.Write(pdf);
            process.StandardInput.Close();
            process.WaitForExit();
        }

        var pages = Directory.GetFiles(Path.GetDirectoryName(prefix)!, Path.GetFileName(prefix) + "*");
        var texts = pages.Order().Select(Read).OfType<string>().ToList();
        Array.ForEach(pages, File.Delete);
        return texts.SingleOrDefault();
    }

    private static string? Read(string file)
    {
        using var picture = SKBitmap.Decode(file).Copy(SKColorType.Rgba8888);
        var source = new RGBLuminanceSource(picture.Bytes, picture.Width, picture.Height, RGBLuminanceSource.BitmapFormat.RGBA32);
        return new MultiFormatReader { Hints = new Dictionary<DecodeHintType, object> { [DecodeHintType.TRY_HARDER] = true, [DecodeHintType.POSSIBLE_FORMATS] = new[] { BarcodeFormat.QR_CODE } } }
            .decode(new BinaryBitmap(new HybridBinarizer(source)))?.Text;
    }
}
