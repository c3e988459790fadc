using Portal.Application.Shared;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Recognition;

/// <summary>What happened to published decisions, each act once, the latest first.</summary>
public sealed class ChangesPageTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("ja", "取消し", "停止を解除", "停止", "公表", "日本時間（JST）", "米国東部")]
    [InlineData("en", "Withdrawn", "Suspension lifted", "Suspended", "Published", "(JST)", "Eastern")]
    public async Task Each_act_is_one_line_with_its_time_in_both_zones(string language, string withdrawn, string lifted, string suspended, string published, string japan, string unitedStates)
    {
        var pair = await host.PublishAsync("JP-RISS", language == "ja" ? "CISSP" : "CISM");
        host.Clock.Advance(TimeSpan.FromHours(1));
        await host.SuspendAsync(pair, Government.Japan);
        host.Clock.Advance(TimeSpan.FromHours(1));
        await host.LiftAsync(pair, Government.Japan);
        host.Clock.Advance(TimeSpan.FromHours(1));
        await host.WithdrawAsync(pair);
        using var visitor = host.Visitor();
        var page = await visitor.GetAsync($"/{language}/Recognition/Changes");
        var lines = page.Document.QuerySelectorAll("tbody tr").Where(r => r.QuerySelector("th a")!.GetAttribute("href")!.EndsWith(pair.Number, StringComparison.Ordinal)).ToList();
        Assert.Equal([withdrawn, lifted, suspended, published], lines.Select(r => r.QuerySelector(".sub strong")!.TextContent));
        Assert.All(lines, r => Assert.Contains(japan, r.TextContent, StringComparison.Ordinal));
        Assert.All(lines, r => Assert.Contains(unitedStates, r.TextContent, StringComparison.Ordinal));
    }
}

/// <summary>On a portal where nothing is decided.</summary>
public sealed class NothingDecidedTests(PortalHost host) : IClassFixture<PortalHost>
{
    private static readonly (string Language, string Nothing, string Notice)[] s_languages =
    [
        ("ja", "まだ何も公表されていません。", "承認された同等性は、まだありません"),
        ("en", "Nothing has been published yet.", "No equivalence is approved yet"),
    ];

    [Fact]
    public async Task Every_page_says_that_nothing_is_decided_until_something_is()
    {
        using var visitor = host.Visitor();
        foreach (var (language, nothing, _) in s_languages)
        {
            Assert.Contains(nothing, (await visitor.GetAsync($"/{language}/Recognition/Changes")).Text, StringComparison.Ordinal);
        }

        var feed = System.Xml.Linq.XDocument.Parse((await visitor.GetAsync("/en/Recognition/Changes/Feed")).Html).Root!;
        Assert.DoesNotContain(feed.Elements(), e => e.Name.LocalName == "entry");
        await SaysAsync(visitor, isDecided: false);
        var pair = await host.PublishAsync("JP-RISS", "CISSP");
        await SaysAsync(visitor, isDecided: true);
        await host.WithdrawAsync(pair);
        await SaysAsync(visitor, isDecided: false);
    }

    private static async Task SaysAsync(PortalClient visitor, bool isDecided)
    {
        foreach (var (language, _, notice) in s_languages)
        {
            foreach (var path in new[] { "", "/Equivalences", "/Matrix" })
            {
                var page = await visitor.GetAsync($"/{language}/Recognition{path}");
                Assert.Equal(isDecided, !page.TextsOf(".notice h2").Contains(notice));
            }
        }
    }
}
