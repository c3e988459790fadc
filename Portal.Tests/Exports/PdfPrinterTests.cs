using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Portal.Application.Shared;
using Xunit;

namespace Portal.Tests.Exports;

public sealed partial class PdfPrinterTests
{
    [Theory]
    [InlineData("髙橋﨑東京一月")] // 一 and 月 have twins among the Kangxi radicals, 髙 and 﨑 among the standard forms
    [InlineData("神U+FA19:神")]
    [InlineData("ガギグﾊﾅｺＡＢＣ㈱①")]
    [InlineData("Zoë O’Neil–Ōta “quoted” µ μ")]
    public void Copied_text_has_the_code_points_that_were_printed(string text)
    {
        var pdf = PdfText.Print(new PrintedBlock.Paragraph(text), new PrintedBlock.Heading(1, text + "太"));

        Assert.Contains(text, pdf.Lines());
        Assert.Contains(text + "太", pdf.Lines());
        Assert.Empty(pdf.Report.Substituted);
    }

    [Fact]
    public void Facts_and_tables_are_printed_cell_by_cell()
    {
        var pdf = PdfText.Print(
            new PrintedBlock.Facts([new("氏名", "髙橋"), new("住所", "一行目\n二行目")]),
            new PrintedBlock.Table(["書類", "大きさ"], [["推薦状", "388 KB"], ["", "0 KB"]]));

        Assert.Matches(@"氏名 +髙橋\s+住所 +一行目\s+二行目\s+書類 +大きさ\s+推薦状 +388 KB\s+0 KB", pdf.Text());
    }

    [Fact]
    public void Fonts_are_embedded_as_small_subsets()
    {
        var kanji = string.Concat(Enumerable.Range(0x4E00, 900).Select(code => (char)code).Where(c => PdfFontHas(c)));
        var pages = Enumerable.Repeat(kanji, 20).Select(text => new PrintedBlock.Paragraph(text));

        var pdf = PdfText.Print([new PrintedBlock.Heading(1, "見出し"), .. pages]);

        Assert.InRange(pdf.Report.Pages, 5, 9);
        Assert.InRange(pdf.File.Length, 50_000, 400_000);
        Assert.Equal(2, pdf.Fonts().Length);
        Assert.All(pdf.Fonts(), font => Assert.Matches(@"^[A-Z]{6}\+BIZUDPGothic-(Regular|Bold) +CID TrueType +Identity-H +yes yes yes", font));
    }

    [Fact]
    public void The_title_and_the_language_are_in_the_file()
    {
        var pdf = PdfText.Print(new PrintedDocument("受付控え (写し)", "en", "Footer", []));
        var file = Encoding.Latin1.GetString(pdf.File);
        var table = int.Parse(LastTable().Match(file).Groups[1].Value, CultureInfo.InvariantCulture);
        var catalog = int.Parse(FirstEntry().Match(file, table).Groups[1].Value, CultureInfo.InvariantCulture);

        Assert.Matches(@"Title: +受付控え \(写し\)", pdf.Info());
        Assert.Matches(@"^\d+ 0 obj\n<</Lang \(en\)\n", file[catalog..]);
    }

    [Theory]
    [InlineData("😀", "〔U+1F600〕", "U+1F600")]
    [InlineData("𠮷田", "〔U+20BB7〕田", "U+20BB7")]
    [InlineData("葛\U000E0100飾", "葛飾", "U+845B U+E0100")]
    [InlineData("❤\uFE0F", "〔U+2764〕", "U+2764")]
    [InlineData("a\u0007b", "a〔U+0007〕b", "U+0007")]
    public void What_the_font_lacks_is_shown_and_reported(string text, string shown, string reported)
    {
        var pdf = PdfText.Print(new PrintedBlock.Paragraph(text + text), new PrintedBlock.Heading(2, text));

        Assert.Contains(shown + shown, pdf.Lines());
        Assert.Contains(shown, pdf.Lines());
        Assert.Equal([reported], pdf.Report.Substituted);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_shown_as_one_missing_character()
    {
        var pdf = PdfText.Print(new PrintedBlock.Paragraph("a" + "😀"[0] + "b"));

        Assert.Contains("a〔U+FFFD〕b", pdf.Lines());
        Assert.Equal(["U+FFFD"], pdf.Report.Substituted);
    }

    [Theory]
    [InlineData("か\u3099", "が")]
    [InlineData("5:00\u202Fp.m.", "5:00\u00A0p.m.")]
    [InlineData("non\u2011breaking", "non-breaking")]
    [InlineData("zero\u200Bwidth", "zerowidth")]
    [InlineData("tab\tstop", "tab stop")]
    public void What_has_an_equal_form_is_printed_in_it_without_a_report(string text, string shown)
    {
        var pdf = PdfText.Print(new PrintedBlock.Paragraph(text));

        Assert.Contains(shown.Replace('\u00A0', ' '), pdf.Lines().Select(line => line.Replace('\u00A0', ' ')));
        Assert.Empty(pdf.Report.Substituted);
    }

    [Fact]
    public void A_long_word_neither_overflows_nor_hangs()
    {
        var word = string.Concat(Enumerable.Range(0, 10_000).Select(i => (char)('a' + (i % 26))));

        var pdf = PdfText.Print(new PrintedBlock.Paragraph(word), new PrintedBlock.Facts([new(word, word)]), new PrintedBlock.Table(["a", "b"], [[word, "short"]]));

        var rightEdges = RightEdge().Matches(pdf.Boxes()).Select(edge => double.Parse(edge.Groups[1].Value, CultureInfo.InvariantCulture));
        Assert.InRange(rightEdges.Max(), 520, 595.28 - 62 + 0.1);
        Assert.Contains(word[9_990..], pdf.Text());
    }

    [Fact]
    public void Eight_threads_print_the_same_file_at_once()
    {
        var document = new PrintedDocument("同時", "ja", "Footer", [new PrintedBlock.Facts([new("氏名", "髙橋 😀")])]);
        var files = new byte[64][];

        Parallel.For(0, files.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => files[i] = PdfText.Print(document).File);

        Assert.All(files, file => Assert.Equal(files[0], file));
        Assert.Contains("髙橋 〔U+1F600〕", new PdfText(files[0], new(1, [])).Text());
    }

    [Fact]
    public void A_row_without_a_cell_per_column_is_a_bug() =>
        Assert.Throws<ArgumentException>(() => PdfText.Print(new PrintedBlock.Table(["a", "b"], [["only one"]])));

    private static bool PdfFontHas(char c) => Infrastructure.Exports.Pdf.PdfFont.Regular.Outlines.Has(new Rune(c));

    [GeneratedRegex(@"startxref\n(\d+)", RegexOptions.RightToLeft)]
    private static partial Regex LastTable();

    [GeneratedRegex(@"(\d{10}) 00000 n")]
    private static partial Regex FirstEntry();

    [GeneratedRegex("xMax=\"([0-9.]+)\"")]
    private static partial Regex RightEdge();
}
