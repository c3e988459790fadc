using Portal.Application.Shared;
using Xunit;

namespace Portal.Tests.Exports;

public sealed class PdfPageTests
{
    [Fact]
    public void Every_page_has_the_title_the_footer_and_its_number()
    {
        var pdf = PdfText.Print([.. Lines(200)]);
        var pages = pdf.Pages();

        Assert.InRange(pages.Length, 5, 12);
        Assert.Equal(pages.Length, pdf.Report.Pages);
        Assert.All(pages.Index(), page =>
        {
            Assert.Contains("Title", page.Item);
            Assert.Matches($@"Footer +{page.Index + 1} ?/ ?{pages.Length}\s*$", page.Item);
        });
    }

    [Fact]
    public void No_line_is_lost_between_pages()
    {
        var text = string.Join("\n", Enumerable.Range(0, 300).Select(i => $"line{i}."));

        var printed = PdfText.Print(new PrintedBlock.Paragraph(text), new PrintedBlock.Facts([new("Label", text)])).Lines();

        Assert.Equal(Twice(i => $"line{i}."), printed.Select(line => line.Split(' ')[^1]).Where(word => word.StartsWith("line", StringComparison.Ordinal)));
        static IEnumerable<string> Twice(Func<int, string> name) => Enumerable.Range(0, 600).Select(i => name(i % 300));
    }

    [Fact]
    public void The_column_names_are_repeated_on_every_page()
    {
        var rows = Enumerable.Range(0, 120).Select(i => (IReadOnlyList<string>)[$"row{i}", "値"]).ToList();

        var pages = PdfText.Print(new PrintedBlock.Table(["Column", "列"], rows)).Pages();

        Assert.InRange(pages.Length, 3, 6);
        Assert.All(pages, page => Assert.Single(Matches(page, "Column +列")));
        Assert.Equal(120, pages.Sum(page => Matches(page, @"row\d+ +値").Count()));
    }

    [Theory]
    [MemberData(nameof(Followers))]
    public void A_heading_stays_with_what_follows(string kind)
    {
        PrintedBlock follower = kind switch
        {
            "paragraph" => new PrintedBlock.Paragraph("after\nsecond"),
            "facts" => new PrintedBlock.Facts([new("after", "second\nthird")]),
            _ => new PrintedBlock.Table(["after"], [["second"]]),
        };
        var pages = Enumerable.Range(20, 16).Select(before => PdfText.Print([.. Lines(before), new PrintedBlock.Heading(1, "HEADING"), follower]).Pages()).ToList();

        Assert.Contains(pages, document => document[0].Contains("HEADING", StringComparison.Ordinal));
        Assert.Contains(pages, document => document.Length > 1 && document[1].Contains("HEADING", StringComparison.Ordinal));
        Assert.All(pages, document => Assert.Matches(@"HEADING\s+after\s+second", document.Single(page => page.Contains("HEADING", StringComparison.Ordinal))));
    }

    [Fact]
    public void A_fact_is_whole_and_a_very_long_one_begins_with_two_lines()
    {
        var lengths = new[] { 3, 80 };
        foreach (var (length, before) in lengths.SelectMany(length => Enumerable.Range(20, 16).Select(before => (length, before))))
        {
            var value = string.Join('\n', Enumerable.Range(1, length).Select(i => $"value{i}."));

            var pages = PdfText.Print([.. Lines(before), new PrintedBlock.Facts([new("LABEL", value)])]).Pages();

            var page = pages.Single(page => page.Contains("LABEL", StringComparison.Ordinal));
            Assert.Contains("value1.", page);
            Assert.Contains(length == 3 ? "value3." : "value2.", page);
        }
    }

    [Fact]
    public void A_document_without_blocks_is_one_page() => Assert.Equal(1, PdfText.Print().Report.Pages);

    public static TheoryData<string> Followers() => ["paragraph", "facts", "table"];

    private static IEnumerable<PrintedBlock> Lines(int count) => Enumerable.Range(0, count).Select(i => new PrintedBlock.Paragraph($"filler {i}"));

    private static IEnumerable<string> Matches(string text, string pattern) =>
        System.Text.RegularExpressions.Regex.Matches(text, pattern).Select(match => match.Value);
}
