using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using CsvHelper;
using Portal.Application.Recognition.Domain;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Recognition;

/// <summary>The matrix and one pair as files, for spreadsheets and programs.</summary>
public sealed class MatrixFilesTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("ja", "JP-RISS", "番号", "カバー率（0～1）", "条件付き同等", "署名した内容のハッシュ（SHA-256）")]
    [InlineData("en", "JP-SC", "Number", "Share of the target covered (0 to 1)", "Conditional", "Hash of the signed content (SHA-256)")]
    public async Task The_matrix_is_a_csv_file_with_figures_for_what_is_published_and_none_for_the_rest(
        string language, string source, string number, string content, string decision, string hash)
    {
        var published = await host.PublishAsync(source, "CISSP");
        var drafted = await host.BringAsync(source, "CISM", EquivalenceStatus.Drafted);
        var rows = await CsvAsync($"/{language}/Recognition/Matrix/Download/csv");
        var shown = rows.Single(r => r[number] == published.Number);
        Assert.Equal(("0.75", published.Story.Hash), (shown[content], shown[hash]));
        Assert.Contains(decision, shown.Values);
        var hidden = rows.Single(r => r[number] == drafted.Number);
        Assert.Equal(("", ""), (hidden[content], hidden[hash]));
    }

    [Fact]
    public async Task The_matrix_is_a_workbook_with_numbers_as_numbers()
    {
        var pair = await host.PublishAsync("JP-AU", "CISA");
        using var visitor = host.Visitor();
        using var answer = await visitor.SendAsync(new(HttpMethod.Get, "/ja/Recognition/Matrix/Download/xlsx"));
        await using var book = new ZipArchive(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        using var reader = new StreamReader(await book.GetEntry("xl/worksheets/sheet1.xml")!.OpenAsync(TestContext.Current.CancellationToken));
        var sheet = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.Contains(pair.Number, sheet, StringComparison.Ordinal);
        Assert.Contains("<v>0.75</v>", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("<f>", sheet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_matrix_is_json_with_a_hash_that_does_not_depend_on_the_language()
    {
        var pair = await host.PublishAsync("JP-FE", "SSCP");
        var (en, ja) = (await JsonAsync("/en/Recognition/Matrix/Download/json"), await JsonAsync("/ja/Recognition/Matrix/Download/json"));
        Assert.Equal(en.GetProperty("sha256").GetString(), ja.GetProperty("sha256").GetString());
        var row = en.GetProperty("pairs").EnumerateArray().Single(r => r.GetProperty("number").GetString() == pair.Number);
        Assert.Equal(("JP-FE", "SSCP", "InForce", 0.75), (
            row.GetProperty("source").GetString(), row.GetProperty("target").GetProperty("code").GetString(), row.GetProperty("phase").GetString(), row.GetProperty("content").GetDouble()));
        Assert.True(row.GetProperty("lowerBound").GetDouble() is > 0 and < 0.75);
        Assert.Equal(["OG-WRL-014"], row.GetProperty("scope").EnumerateArray().Select(s => s.GetString()));
        Assert.True(row.GetProperty("validUntil").GetDateTimeOffset() > row.GetProperty("validFrom").GetDateTimeOffset());
    }

    [Fact]
    public async Task One_pair_is_a_file_with_what_was_signed_and_only_the_number_of_what_is_on_its_way()
    {
        var pair = await host.PublishAsync("JP-NW", "CCNA");
        await host.ReviseAsync(pair);
        var file = (await JsonAsync($"/en/Recognition/Equivalences/Download/{pair.Number}?format=json")).GetProperty("pair");
        var versions = file.GetProperty("versions").EnumerateArray().ToList();
        Assert.Equal(pair.Story.Hash, versions[0].GetProperty("contentHash").GetString());
        Assert.Equal("Recognised with a condition.", versions[0].GetProperty("content").GetProperty("statement").GetProperty("en").GetString());
        Assert.Equal(2, versions[0].GetProperty("approvals").GetArrayLength());
        Assert.Equal(("UnderReview", JsonValueKind.Null, JsonValueKind.Null), (
            versions[1].GetProperty("phase").GetString(), versions[1].GetProperty("content").ValueKind, versions[1].GetProperty("contentHash").ValueKind));
        Assert.DoesNotContain("0.99", file.GetRawText(), StringComparison.Ordinal);

        var rows = await CsvAsync($"/en/Recognition/Equivalences/Download/{pair.Number}?format=csv");
        Assert.Equal(["0.75", ""], rows.Select(r => r["Share of the target covered (0 to 1)"]));
    }

    [Theory]
    [InlineData("/en/Recognition/Matrix/Download"), InlineData("/en/Recognition/Matrix/Download/pdf"), InlineData("/en/Recognition/Equivalences/Download/EQ-000001"),
     InlineData("/ja/Recognition/Equivalences/Download/EQ-999999?format=csv"), InlineData("/ja/Recognition/Equivalences/Download/EQ-000001?format=exe")]
    public async Task A_file_that_there_is_not_is_not_found(string path)
    {
        using var visitor = host.Visitor();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(path)).Status);
    }

    private async Task<JsonElement> JsonAsync(string path)
    {
        using var visitor = host.Visitor();
        using var answer = await visitor.SendAsync(new(HttpMethod.Get, path));
        return (await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken))).RootElement;
    }

    private async Task<List<Dictionary<string, string>>> CsvAsync(string path)
    {
        using var visitor = host.Visitor();
        using var answer = await visitor.SendAsync(new(HttpMethod.Get, path));
        using var csv = new CsvReader(new StreamReader(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), Encoding.UTF8), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var rows = new List<Dictionary<string, string>>();
        while (csv.Read())
        {
            rows.Add(csv.HeaderRecord!.ToDictionary(h => h, h => csv.GetField(h)!));
        }

        return rows;
    }
}
