using System.Net;
using Portal.Application.Recognition;
using Portal.Application.Recognition.Queries;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Recognition;

/// <summary>What anyone reads about a certification.</summary>
public sealed class CertificationPagesTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("ja", "承認された同等性は、まだありません", "資格の同等性")]
    [InlineData("en", "No equivalence is approved yet", "Recognition")]
    public async Task The_way_in_stands_on_the_home_page_and_says_that_nothing_is_approved_yet(string language, string notice, string section)
    {
        using var visitor = host.Visitor();
        var home = await visitor.GetAsync($"/{language}");
        Assert.Contains(section, home.TextsOf(".nav a"));
        var page = await visitor.GetAsync(home.Document.QuerySelector($"main a[href='/{language}/Recognition']")!.GetAttribute("href")!);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(notice, page.Text, StringComparison.Ordinal);
        Assert.Equal(9, page.Document.QuerySelectorAll("main .card a").Length);
    }

    [Theory]
    [InlineData("登録ｾｷｽﾍﾟ", "JP-RISS")]
    [InlineData("ＣＩＳＳＰ", "CISSP")]
    [InlineData("isaca", "CISM")]
    public async Task A_certification_is_found_however_it_is_typed(string q, string code)
    {
        using var visitor = host.Visitor();
        var page = await visitor.GetAsync($"/ja/Recognition/Certifications?q={Uri.EscapeDataString(q)}");
        Assert.Contains(code, page.TextsOf("tbody th a"));
        Assert.DoesNotContain("GCFA", page.TextsOf("tbody th a"));
    }

    [Fact]
    public async Task The_catalogue_is_paged_and_narrowed_by_country()
    {
        using var visitor = host.Visitor();
        var all = new List<string>();
        for (var number = 1; number <= 3; number++)
        {
            var page = await visitor.GetAsync($"/en/Recognition/Certifications?page={number}");
            Assert.InRange(page.TextsOf("tbody th a").Count, 1, ListCertifications.PageSize);
            all.AddRange(page.TextsOf("tbody th a"));
        }

        Assert.Equal(71, all.Distinct().Count());
        Assert.Equal(8, (await visitor.GetAsync("/en/Recognition/Certifications?country=JPN")).TextsOf("tbody th a").Count);
        Assert.Contains("Nothing found", (await visitor.GetAsync("/en/Recognition/Certifications?q=nosuchthing")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/en/Recognition/Certifications?page=999&country=%27")).Status);
        Assert.Equal(ListCertifications.PageSize, (await visitor.GetAsync("/en/Recognition/Certifications?country=JPN%00")).TextsOf("tbody th a").Count);
    }

    [Theory]
    [InlineData("ja", "情報処理安全確保支援士", "3年", "発行元で確認済み", "承認した政府は、まだありません")]
    [InlineData("en", "Registered Information Security Specialist", "3 years", "Checked at the source", "No government has approved an equivalence")]
    public async Task A_certification_shows_its_names_its_validity_and_how_far_it_was_checked(string language, params string[] expected)
    {
        using var visitor = host.Visitor();
        var page = await visitor.GetAsync($"/{language}/Recognition/Certifications/Details/JP-RISS");
        Assert.All(expected, words => Assert.Contains(words, page.Text, StringComparison.Ordinal));
        Assert.NotEmpty(page.Document.QuerySelectorAll(language == "en" ? "main [lang=ja]" : "main [lang=en]"));
    }

    [Theory]
    [InlineData("ja", "米国の参考配置（DoD 8140）。同等性の決定ではありません", "上級")]
    [InlineData("en", "U.S. reference placement (DoD 8140), not an equivalence", "Advanced")]
    public async Task A_certification_shows_where_the_us_places_it_and_calls_that_no_equivalence(string language, string label, string level)
    {
        using var visitor = host.Visitor();
        var page = await visitor.GetAsync($"/{language}/Recognition/Certifications/Details/CISSP");
        Assert.Contains(label, page.Text, StringComparison.Ordinal);
        var row = page.Document.GetElementById("OG-WRL-014-722")!;
        Assert.Contains("Systems Security Management", row.TextContent, StringComparison.Ordinal);
        Assert.Contains(level, row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_certification_of_the_catalogue_has_its_page()
    {
        var codes = await host.InDatabaseAsync(db => Task.FromResult(db.Certifications.Select(x => x.Code).ToList()));
        using var visitor = host.Visitor();
        foreach (var code in codes)
        {
            var page = await visitor.GetAsync($"/en/Recognition/Certifications/Details/{Uri.EscapeDataString(CodeAddress.Of(code))}");
            Assert.True(page.Status == HttpStatusCode.OK && page.Heading.StartsWith(code, StringComparison.Ordinal), code);
        }
    }

    [Theory]
    [InlineData("ja", "未確認", "不明")]
    [InlineData("en", "Not checked yet", "Not known")]
    public async Task What_only_the_matrix_names_is_shown_as_not_checked(string language, string confidence, string validity)
    {
        using var visitor = host.Visitor();
        var page = await visitor.GetAsync($"/{language}/Recognition/Certifications/Details/CFR");
        Assert.Contains(confidence, page.Text, StringComparison.Ordinal);
        Assert.Contains(validity, page.Text, StringComparison.Ordinal);
    }

    [Theory, InlineData("Certifications/Details/NONE"), InlineData("Certifications/Details"), InlineData("WorkRoles/Details/OG-WRL-999"), InlineData("Placements/Download/pdf"), InlineData("Placements?category=XX"), InlineData("Frameworks/Compare?from=a&to=b"), InlineData("WorkRoles?framework=none")]
    public async Task What_was_never_published_answers_404(string path)
    {
        using var visitor = host.Visitor();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/ja/Recognition/{path}")).Status);
    }
}
