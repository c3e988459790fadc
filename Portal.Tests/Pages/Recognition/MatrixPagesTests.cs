using System.Net;
using AngleSharp.Dom;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Recognition;

/// <summary>The table of pairs: what is published stands with pie, number and word, everything else with a word alone.</summary>
public sealed class MatrixPagesTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("ja", "日本の資格（行）が米国の資格（列）の内容をどれだけ満たすか。", "日本の資格", "表を飛ばす")]
    [InlineData("en", "Coverage of U.S. certifications (columns) by Japanese certifications (rows).", "Japanese certification", "Skip the table")]
    public async Task It_is_a_real_table_that_says_its_direction(string language, string caption, string corner, string skip)
    {
        using var visitor = host.Visitor();
        var page = await visitor.GetAsync($"/{language}/Recognition/Matrix");
        var table = page.Document.QuerySelector("table.mx")!;
        Assert.StartsWith(caption, table.QuerySelector("caption")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal(corner, page.TextOf("thead th"));
        Assert.All(table.QuerySelectorAll("thead th"), th => Assert.Equal("col", th.GetAttribute("scope")));
        Assert.All(table.QuerySelectorAll("tbody tr"), tr => Assert.Equal("row", tr.FirstElementChild!.GetAttribute("scope")));
        var region = table.ParentElement!;
        Assert.Equal(("region", "0", "caption"), (region.GetAttribute("role"), region.GetAttribute("tabindex"), region.GetAttribute("aria-labelledby")));
        Assert.Equal(skip, page.TextOf("a.skip--in"));
        Assert.NotNull(page.Document.QuerySelector(page.Document.QuerySelector("a.skip--in")!.GetAttribute("href")!));
    }

    [Theory]
    [InlineData("ja", "CISA", "75%条件付き同等 : JP-RISS → CISA")]
    [InlineData("en", "CISM", "75%Conditional : JP-RISS → CISM")]
    public async Task A_published_decision_has_a_pie_a_number_and_a_word_and_leads_to_its_reasons(string language, string target, string words)
    {
        var pair = await host.PublishAsync("JP-RISS", target);
        using var visitor = host.Visitor();
        var cell = Cell(await visitor.GetAsync($"/{language}/Recognition/Matrix?q=JP-RISS&target={target}"), target);
        Assert.Equal(("lv3", words), (cell.ClassName!.Trim(), Words(cell)));
        Assert.NotNull(cell.QuerySelector("svg[aria-hidden=true] use[href='#p75']"));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(cell.QuerySelector("a")!.GetAttribute("href")!)).Status);
        Assert.EndsWith(pair.Number, cell.QuerySelector("a")!.GetAttribute("href")!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ja", EquivalenceStatus.Evidence, "CRISC", null, "検討中")]
    [InlineData("en", EquivalenceStatus.Drafted, "CCSP", null, "Under review")]
    [InlineData("ja", EquivalenceStatus.Drafted, "GCIH", Government.UnitedStates, "日本側 確認中")]
    [InlineData("en", EquivalenceStatus.Drafted, "GCIA", Government.Japan, "Awaiting U.S.")]
    public async Task Figures_that_both_governments_have_not_signed_are_not_shown(string language, EquivalenceStatus status, string target, Government? signedBy, string word)
    {
        var pair = await host.BringAsync("JP-SC", target, status);
        if (signedBy is { } government)
        {
            await host.SignOnceAsync(pair, government);
        }

        using var visitor = host.Visitor();
        foreach (var address in new[] { $"Matrix?q=JP-SC&target={target}", "Finder?cert=JP-SC", $"Equivalences/Download/{pair.Number}?format=json", $"Equivalences/Download/{pair.Number}?format=csv" })
        {
            Assert.DoesNotMatch(@"75\s?%|0\.75", (await visitor.GetAsync($"/{language}/Recognition/{address}")).Html);
        }

        var cell = Cell(await visitor.GetAsync($"/{language}/Recognition/Matrix?q=JP-SC&target={target}"), target);
        Assert.Equal(("is-review", $"{word} : JP-SC → {target}"), (cell.ClassName!.Trim(), Words(cell)));
        Assert.NotNull(cell.QuerySelector("use[href='#pr']"));
    }

    [Theory]
    [InlineData("ja", "SSCP", "75%条件付き同等改定を検討中 : JP-AU → SSCP")]
    [InlineData("en", "CISA", "75%Conditionalrevision under review : JP-AU → CISA")]
    public async Task A_published_figure_stands_while_its_revision_is_under_review(string language, string target, string words)
    {
        var pair = await host.PublishAsync("JP-AU", target);
        await host.ReviseAsync(pair);
        using var visitor = host.Visitor();
        var page = await visitor.GetAsync($"/{language}/Recognition/Matrix?q=JP-AU&target={target}");
        Assert.Equal(words, Words(Cell(page, target)));
        Assert.DoesNotContain("99%", page.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ja", "停止中", "取消し", "期間満了", "開始前", "同等でない")]
    [InlineData("en", "Suspended", "Withdrawn", "Expired", "Starts later", "Not equivalent")]
    public async Task What_no_longer_or_not_yet_holds_has_a_word_of_its_own(string language, string suspended, string withdrawn, string expired, string scheduled, string refused)
    {
        var source = language == "ja" ? "JP-NW" : "JP-FE";
        await host.SuspendAsync(await host.PublishAsync(source, "CISSP"), Government.Japan);
        await host.WithdrawAsync(await host.PublishAsync(source, "CISM"));
        await host.PublishAsync(source, "CISA", c => c with { ValidUntil = new Deadline(host.Clock.GetUtcNow(), PortalZones.Japan) });
        await host.PublishAsync(source, "CCSP", c => c with { ValidFrom = new Deadline(host.Clock.GetUtcNow().AddDays(1), PortalZones.Japan) });
        await host.PublishAsync(source, "SSCP", c => c with { Decision = DecisionType.Refused, Departure = new BilingualText("理由", "Reason") });
        using var visitor = host.Visitor();
        var page = await visitor.GetAsync($"/{language}/Recognition/Matrix?q={source}");
        Assert.Equal(
            ($"75%{suspended}", withdrawn, expired, $"75%{scheduled}", $"75%{refused}"),
            (Said("CISSP"), Said("CISM"), Said("CISA"), Said("CCSP"), Said("SSCP")));

        string Said(string target) => Words(Cell(page, target)).Split(" : ")[0];
    }

    [Fact]
    public async Task Every_cell_can_be_read_without_its_colour()
    {
        await host.PublishAsync("JP-RISS", "CISSP");
        await host.BringAsync("JP-RISS", "CCSP", EquivalenceStatus.Evidence);
        using var visitor = host.Visitor();
        var page = await visitor.GetAsync("/en/Recognition/Matrix");
        var cells = page.Document.QuerySelectorAll("table.mx tbody td");
        Assert.All(cells, c => Assert.False(string.IsNullOrWhiteSpace(c.QuerySelector(".lb")!.TextContent)));
        Assert.All(cells.Where(c => c.QuerySelector(".pct") is not null), c => Assert.NotNull(c.QuerySelector("svg.pie use")));
        Assert.All(cells.Where(c => c.QuerySelector("use") is not null), c => Assert.NotNull(page.Document.QuerySelector(c.QuerySelector("use")!.GetAttribute("href")!)));
        Assert.Equal(cells.Where(c => c.QuerySelector("a") is null).Select(c => c.QuerySelector(".lb")!.TextContent).Distinct(), ["Not assessed"]);
    }

    [Theory]
    [InlineData("ja", "米国 → 日本", "米国の資格（行）が日本の資格（列）の内容をどれだけ満たすか。")]
    [InlineData("en", "U.S. → Japan", "Coverage of Japanese certifications (columns) by U.S. certifications (rows).")]
    public async Task The_direction_can_be_turned_round(string language, string link, string caption)
    {
        using var visitor = host.Visitor();
        var turned = await (await visitor.GetAsync($"/{language}/Recognition/Matrix")).FollowAsync(link);
        Assert.StartsWith(caption, turned.TextOf("caption"), StringComparison.Ordinal);
        Assert.Contains(turned.TextsOf("tbody th a"), t => t.Contains("(CISSP)", StringComparison.Ordinal));
        Assert.Equal(link, turned.TextOf(".tabs [aria-current]"));
    }

    [Theory, InlineData("ja"), InlineData("en")]
    public async Task Work_roles_stand_under_their_categories_and_a_phone_shows_one_category(string language)
    {
        await host.ProposeAsync(EquivalenceSource.Of(language == "ja" ? "JP-AP" : "JP-FE"), new Target(TargetKind.WorkRole, "PD-WRL-001"), new Target(TargetKind.WorkRole, "OG-WRL-014"), new Target(TargetKind.WorkRole, "PD-WRL-003"));
        using var visitor = host.Visitor();
        var page = await visitor.GetAsync($"/{language}/Recognition/Matrix?to=roles");
        var groups = page.Document.QuerySelectorAll("thead th[scope=colgroup]");
        Assert.Equal([("1", false), ("2", true)], groups.Select(g => (g.GetAttribute("colspan")!, g.ClassList.Contains("w"))));
        Assert.Equal([1, 1, 2], page.Document.QuerySelectorAll("colgroup").Select(g => int.Parse(g.GetAttribute("span") ?? "1", null)));
        var columns = page.Document.QuerySelectorAll("thead tr:last-child th");
        Assert.Equal(["OG-WRL-014", "PD-WRL-001", "PD-WRL-003"], columns.Select(c => c.QuerySelector(".sub")!.TextContent));
        Assert.Equal([false, true, true], columns.Select(c => c.ClassList.Contains("w")));
        Assert.All(page.Document.QuerySelectorAll("tbody tr"), r => Assert.Equal([false, true, true], r.QuerySelectorAll("td").Select(c => c.ClassList.Contains("w"))));

        var one = await visitor.GetAsync($"/{language}/Recognition/Matrix?to=roles&category=PD");
        Assert.Equal(2, one.Document.QuerySelectorAll("thead tr:last-child th").Length);
        Assert.Empty(one.Document.QuerySelectorAll("table.mx .w"));
    }

    [Theory]
    [InlineData("?page=-1"), InlineData("?page=999"), InlineData("?column=-5"), InlineData("?column=999"), InlineData("?page=x&column=y"), InlineData("?from=Nowhere"), InlineData("?to=nothing")]
    public async Task A_window_outside_the_table_is_moved_into_it(string query)
    {
        using var visitor = host.Visitor();
        var page = await visitor.GetAsync($"/ja/Recognition/Matrix{query}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.NotEmpty(page.Document.QuerySelectorAll("table.mx tbody td"));
    }

    [Theory]
    [InlineData("ja", "見つかりませんでした"), InlineData("en", "Nothing found")]
    public async Task A_search_without_a_match_says_so(string language, string heading)
    {
        using var visitor = host.Visitor();
        var page = await visitor.GetAsync($"/{language}/Recognition/Matrix?q=nosuchthing");
        Assert.Equal(heading, page.TextOf(".empty h2"));
        Assert.Empty(page.Document.QuerySelectorAll("table"));
    }

    [Fact]
    public async Task A_category_that_no_framework_has_is_not_found()
    {
        using var visitor = host.Visitor();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/en/Recognition/Matrix?to=roles&category=XX")).Status);
    }

    [Theory, InlineData("ja", "DEMO（実演用）"), InlineData("en", "DEMO")]
    public async Task What_is_made_up_says_so_wherever_it_shows(string language, string mark)
    {
        var pair = await host.PublishAsync("JP-IP", language == "ja" ? "CISSP" : "CISM");
        await host.ActAsync(pair, e => e.MarkAsDemonstration());
        using var visitor = host.Visitor();
        var matrix = await visitor.GetAsync($"/{language}/Recognition/Matrix?q=JP-IP");
        Assert.Contains(mark, matrix.Text, StringComparison.Ordinal);
        Assert.Contains("DEMO", matrix.TextsOf("td .dm"));
        foreach (var address in new[] { "Finder?cert=JP-IP", "Changes" })
        {
            Assert.Contains(mark, (await visitor.GetAsync($"/{language}/Recognition/{address}")).Text, StringComparison.Ordinal);
        }

        Assert.Contains(mark, (await visitor.GetAsync($"/{language}/Recognition/Equivalences/Download/{pair.Number}?format=csv")).Html, StringComparison.Ordinal);
    }

    private static IElement Cell(HtmlPage page, string target)
    {
        var columns = page.Document.QuerySelectorAll("table.mx thead th").Select(h => h.FirstChild!.TextContent.Trim()).ToList();
        return page.Document.QuerySelector("table.mx tbody tr")!.Children[columns.IndexOf(target)];
    }

    private static string Words(IElement cell) => string.Join(' ', cell.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
