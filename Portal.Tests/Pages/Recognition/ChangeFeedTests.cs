using System.Globalization;
using System.Xml.Linq;
using Portal.Application.Shared;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Recognition;

/// <summary>The change log as a feed that readers of the world follow (Atom, RFC 4287).</summary>
public sealed class ChangeFeedTests(PortalHost host) : IClassFixture<PortalHost>
{
    private static readonly XNamespace s_atom = "http://www.w3.org/2005/Atom";

    [Theory]
    [InlineData("ja", "CISSP", "停止（日本）", "公表", "第1版。効力が生じる日時：", "日本時間（JST）", "DEMO（実演用）")]
    [InlineData("en", "CISM", "Suspended (Japan)", "Published", "Version 1. Takes effect: ", "Eastern time", "DEMO ")]
    public async Task Each_change_is_one_entry_in_the_language_of_the_address(
        string language, string target, string suspended, string published, string effect, string zone, string demonstration)
    {
        var pair = await host.PublishAsync("JP-RISS", target);
        await host.ActAsync(pair, e => e.MarkAsDemonstration());
        host.Clock.Advance(TimeSpan.FromHours(1));
        await host.SuspendAsync(pair, Government.Japan);

        var (feed, answer) = await ReadAsync(language);
        Assert.Equal(("application/atom+xml", "utf-8"), (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentType.CharSet));
        Assert.Equal(language, feed.Attribute(XNamespace.Xml + "lang")!.Value);
        var mine = feed.Elements(s_atom + "entry").Where(e => LinkOf(e, "alternate").EndsWith($"/{language}/Recognition/Equivalences/Details/{pair.Number}", StringComparison.Ordinal)).ToList();
        Assert.Equal([$"{pair.Number} JP-RISS → {target}", $"{pair.Number} JP-RISS → {target}"], mine.Select(e => Text(e, "title")[demonstration.Length..].TrimStart().Split('：')[0].Split(": ")[0]));
        Assert.EndsWith(suspended, Text(mine[0], "title"), StringComparison.Ordinal);
        Assert.EndsWith(published, Text(mine[1], "title"), StringComparison.Ordinal);
        Assert.All(mine, e => Assert.StartsWith(demonstration, Text(e, "title"), StringComparison.Ordinal));
        Assert.All(mine, e => Assert.StartsWith(effect, Text(e, "summary"), StringComparison.Ordinal));
        Assert.All(mine, e => Assert.Contains(zone, Text(e, "summary"), StringComparison.Ordinal));
        Assert.Equal(Text(mine[0], "updated"), Text(feed, "updated"));
    }

    [Fact]
    public async Task It_has_what_the_standard_asks_for_and_names_nobody()
    {
        var pair = await host.PublishAsync("JP-SC", "CISA");
        await host.SuspendAsync(pair, Government.UnitedStates);
        var (feed, _) = await ReadAsync("en");
        var entries = feed.Elements(s_atom + "entry").ToList();
        Assert.Equal(s_atom + "feed", feed.Name);
        Assert.All(entries.Prepend(feed), e =>
        {
            Assert.True(Uri.IsWellFormedUriString(Text(e, "id"), UriKind.Absolute), Text(e, "id"));
            Assert.NotEmpty(Text(e, "title"));
            Assert.Equal(TimeSpan.Zero, DateTimeOffset.ParseExact(Text(e, "updated"), "yyyy-MM-dd'T'HH:mm:ss.fffK", CultureInfo.InvariantCulture).Offset);
            Assert.True(Uri.IsWellFormedUriString(LinkOf(e, "alternate"), UriKind.Absolute));
        });
        Assert.Equal(entries.Count, entries.Select(e => Text(e, "id")).Distinct().Count());
        Assert.Equal(Text(feed, "id"), LinkOf(feed, "self"));
        Assert.Equal(["U.S.–Japan Cyber Talent Portal"], feed.Descendants(s_atom + "author").Select(a => Text(a, "name")));
        Assert.DoesNotContain("of Japan", feed.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public async Task The_change_log_leads_to_it(string language)
    {
        using var visitor = host.Visitor();
        var log = await visitor.GetAsync($"/{language}/Recognition/Changes");
        var path = $"/{language}/Recognition/Changes/Feed";
        Assert.Equal(path, log.Document.QuerySelector("main a[type='application/atom+xml']")!.GetAttribute("href"));
        Assert.Equal(path, log.Document.QuerySelector("head link[type='application/atom+xml']")!.GetAttribute("href"));
    }

    private async Task<(XElement Feed, HttpResponseMessage Answer)> ReadAsync(string language)
    {
        using var visitor = host.Visitor();
        var answer = await visitor.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"/{language}/Recognition/Changes/Feed"));
        var ct = TestContext.Current.CancellationToken;
        return (XDocument.Parse(await answer.Content.ReadAsStringAsync(ct)).Root!, answer);
    }

    private static string Text(XElement element, string name) => element.Element(s_atom + name)!.Value;

    private static string LinkOf(XElement element, string relation) =>
        element.Elements(s_atom + "link").Single(l => l.Attribute("rel")!.Value == relation).Attribute("href")!.Value;
}
