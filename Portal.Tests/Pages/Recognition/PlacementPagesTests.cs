using System.IO.Compression;
using System.Text;
using System.Text.Json;
using CsvHelper;
using Portal.Application.Recognition.Queries;
using Portal.Application.Shared;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Recognition;

/// <summary>Certification × work role × proficiency, on the page and as files.</summary>
public sealed class PlacementPagesTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Pages = "Recognition/Placements";

    [Theory]
    [InlineData("ja", "米国の参考配置（DoD 8140）。同等性の決定ではありません", "表を飛ばす")]
    [InlineData("en", "U.S. reference placement (DoD 8140), not an equivalence", "Skip the table")]
    public async Task The_matrix_is_a_real_table_that_says_what_it_is(string language, string label, string skip)
    {
        using var visitor = host.Visitor();
        var page = await visitor.GetAsync($"/{language}/{Pages}");
        var table = page.Document.QuerySelector("table.mx")!;
        Assert.StartsWith(label, table.QuerySelector("caption")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.All(table.QuerySelectorAll("thead th"), th => Assert.Equal("col", th.GetAttribute("scope")));
        Assert.All(table.QuerySelectorAll("tbody tr"), tr => Assert.Equal("row", tr.FirstElementChild!.GetAttribute("scope")));
        var region = table.ParentElement!;
        Assert.Equal(("region", "0", "caption"), (region.GetAttribute("role"), region.GetAttribute("tabindex"), region.GetAttribute("aria-labelledby")));
        Assert.Equal(skip, page.TextOf("a.skip--in"));
        Assert.NotNull(page.Document.QuerySelector(page.Document.QuerySelector("a.skip--in")!.GetAttribute("href")!));
        Assert.Equal(1 + 16, table.QuerySelectorAll("thead th").Length);
        Assert.Equal(PlacementMatrix.MostRows, table.QuerySelectorAll("tbody tr").Length);
    }

    [Theory, InlineData("ja", "上級 : CISM, OG-WRL-014"), InlineData("en", "Advanced : CISM, OG-WRL-014")]
    public async Task A_cell_says_its_level_in_words_and_leads_to_the_reason(string language, string words)
    {
        using var visitor = host.Visitor();
        var page = await visitor.GetAsync($"/{language}/{Pages}?category=OG&q=CISM");
        var row = Assert.Single(page.Document.QuerySelectorAll("table.mx tbody tr"));
        Assert.Contains(words, page.TextsOf("table.mx td a"));
        Assert.All(row.QuerySelectorAll("td a"), a => Assert.NotNull(a.QuerySelector("svg[aria-hidden=true]")));
        var link = row.QuerySelectorAll("td a").Single(a => a.TextContent.Contains("OG-WRL-014", StringComparison.Ordinal)).GetAttribute("href")!;
        Assert.NotNull((await visitor.GetAsync(link)).Document.GetElementById(link[(link.IndexOf('#', StringComparison.Ordinal) + 1)..]));
    }

    [Fact]
    public async Task Two_dod_roles_behind_one_nice_role_both_show()
    {
        using var visitor = host.Visitor();
        var page = await visitor.GetAsync($"/en/{Pages}?category=DD&q=GISF");
        Assert.Contains("Basic 631Advanced 632 : GISF, DD-WRL-004", page.TextsOf("table.mx td a"));
    }

    [Fact]
    public async Task A_level_keeps_what_satisfies_it_and_nothing_lower()
    {
        using var visitor = host.Visitor();
        var advanced = await visitor.GetAsync($"/en/{Pages}?category=PD&level=Advanced");
        Assert.NotEmpty(advanced.Document.QuerySelectorAll("td.is-Advanced"));
        Assert.Empty(advanced.Document.QuerySelectorAll("td.is-Basic, td.is-Intermediate"));
        Assert.NotEmpty((await visitor.GetAsync($"/en/{Pages}?category=PD&level=Intermediate")).Document.QuerySelectorAll("td.is-Advanced"));
    }

    [Fact]
    public async Task Roles_that_nice_does_not_know_have_a_category_of_their_own()
    {
        using var visitor = host.Visitor();
        var page = await visitor.GetAsync($"/ja/{Pages}?category={PlacementMatrix.WithoutNice}");
        Assert.Contains("All-Source Analyst111", page.TextsOf("table.mx thead th"));
        Assert.All(page.Document.QuerySelectorAll("table.mx thead th").Skip(1), th => Assert.Null(th.QuerySelector("a")));
    }

    [Fact]
    public async Task Pages_of_rows_hold_every_certification_once()
    {
        using var visitor = host.Visitor();
        var all = new List<string>();
        for (var number = 1; number <= 4; number++)
        {
            all.AddRange((await visitor.GetAsync($"/en/{Pages}?category=OG&page={number}")).TextsOf("table.mx tbody th a"));
        }

        var found = await host.SendAsync(Actor.Anonymous, new PlacementMatrix("OG"));
        Assert.True(found.Count > PlacementMatrix.MostRows);
        Assert.Equal(found.Count, all.Distinct().Count());
    }

    [Theory, InlineData("ja", "習熟度", "上級"), InlineData("en", "Proficiency", "Advanced")]
    public async Task The_whole_is_a_csv_file_that_excel_reads(string language, string column, string level)
    {
        using var visitor = host.Visitor();
        using var answer = await visitor.SendAsync(new(HttpMethod.Get, $"/{language}/{Pages}/Download/csv"));
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        using var csv = new CsvReader(new StreamReader(new MemoryStream(bytes), Encoding.UTF8), System.Globalization.CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var rows = new List<string>();
        while (csv.Read())
        {
            rows.Add($"{csv.GetField(0)} {csv.GetField(8)} {csv.GetField(column)}");
        }

        Assert.Equal(426, rows.Count);
        Assert.Contains($"CISSP 722 {level}", rows);
        Assert.Contains("attachment; filename", answer.Content.Headers.ContentDisposition!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_whole_is_a_workbook_with_numbers_as_numbers_and_no_formula()
    {
        using var visitor = host.Visitor();
        using var answer = await visitor.SendAsync(new(HttpMethod.Get, $"/ja/{Pages}/Download/xlsx"));
        await using var book = new ZipArchive(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        var sheet = await ReadAsync(book, "xl/worksheets/sheet1.xml");
        Assert.Equal(427, sheet.Split("<row").Length - 1);
        Assert.DoesNotContain("<f>", sheet, StringComparison.Ordinal);
        Assert.Contains("<v>722</v>", sheet, StringComparison.Ordinal);
        Assert.Contains("Security+", sheet, StringComparison.Ordinal);
        Assert.Contains("同等性の決定ではありません", await ReadAsync(book, "xl/worksheets/sheet2.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_whole_is_json_with_versions_and_a_hash_that_does_not_depend_on_the_language()
    {
        using var visitor = host.Visitor();
        var (en, ja) = (await JsonAsync(visitor, "en"), await JsonAsync(visitor, "ja"));
        Assert.Equal(426, en.GetProperty("placements").GetArrayLength());
        Assert.Equal(("2.1.0", "5.1", "2.1"), (Version("nice"), Version("dcwf"), Version("matrix")));
        Assert.False(en.GetProperty("isEquivalence").GetBoolean());
        Assert.Matches("^[0-9a-f]{64}$", en.GetProperty("sha256").GetString()!);
        Assert.Equal(en.GetProperty("sha256").GetString(), ja.GetProperty("sha256").GetString());

        string? Version(string name) => en.GetProperty("version").GetProperty(name).GetString();
    }

    private static async Task<JsonElement> JsonAsync(PortalClient visitor, string language)
    {
        using var answer = await visitor.SendAsync(new(HttpMethod.Get, $"/{language}/{Pages}/Download/json"));
        return (await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken))).RootElement;
    }

    private static async Task<string> ReadAsync(ZipArchive book, string entry)
    {
        using var reader = new StreamReader(await book.GetEntry(entry)!.OpenAsync(TestContext.Current.CancellationToken));
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
