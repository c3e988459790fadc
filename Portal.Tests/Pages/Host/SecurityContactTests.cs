using System.Globalization;
using System.Net;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Host;

/// <summary>Whoever finds a weakness finds whom to tell (S-52).</summary>
public sealed class SecurityContactTests(SecurityContactTests.NamedHost host, PortalHost unnamed) : IClassFixture<SecurityContactTests.NamedHost>, IClassFixture<PortalHost>
{
    private const string File = "/.well-known/security.txt";

    [Fact]
    public async Task The_file_says_what_RFC_9116_asks_for()
    {
        using var visitor = host.Visitor();
        var file = await visitor.GetAsync(File);
        Assert.Equal((HttpStatusCode.OK, "text/plain; charset=utf-8"), (file.Status, file.Headers["Content-Type"]));
        var lines = file.Html.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(": ", 2)).ToLookup(l => l[0], l => l[1]);
        Assert.Equal(["mailto:security@portal.example"], lines["Contact"]);
        Assert.Equal(["ja, en"], lines["Preferred-Languages"]);
        Assert.Equal([new Uri(host.Address, File).ToString()], lines["Canonical"]);
        foreach (var policy in lines["Policy"])
        {
            Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(policy)).Status);
        }

        Assert.Equal(2, lines["Policy"].Count());
        var expires = DateTimeOffset.ParseExact(Assert.Single(lines["Expires"]), "yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        Assert.InRange(expires - host.Clock.GetUtcNow(), TimeSpan.FromDays(170), TimeSpan.FromDays(364));
    }

    [Fact]
    public async Task The_file_never_grows_old()
    {
        using var visitor = host.Visitor();
        var before = (await visitor.GetAsync(File)).Html;
        host.Clock.Advance(TimeSpan.FromDays(1));
        Assert.NotEqual(before, (await visitor.GetAsync(File)).Html);
    }

    [Theory]
    [InlineData("ja", "脆弱性の報告", "24時間以内に返信します")]
    [InlineData("en", "Report a security problem", "We answer within 24 hours")]
    public async Task Every_page_leads_to_how_to_report(string language, string link, string promise)
    {
        using var visitor = host.Visitor();
        var page = await (await visitor.GetAsync($"/{language}/help")).FollowAsync(link);
        Assert.Equal((link, $"/{language}/security"), (page.Heading, page.Path));
        Assert.Contains(promise, page.Text, StringComparison.Ordinal);
        Assert.Contains("security@portal.example", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ja", "連絡先は、まだ公開されていません")]
    [InlineData("en", "has not been published yet")]
    public async Task Without_an_address_there_is_no_file_and_the_page_says_so(string language, string said)
    {
        using var visitor = unnamed.Visitor();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(File)).Status);
        Assert.Contains(said, (await visitor.GetAsync($"/{language}/security")).Text, StringComparison.Ordinal);
    }

    public sealed class NamedHost(PortalTemplate template) : PortalHost(template)
    {
        protected override IEnumerable<(string Name, string Value)> Settings =>
            [("Portal:ContactMail", "help@portal.example"), ("Portal:SecurityContactMail", "security@portal.example")];
    }
}
