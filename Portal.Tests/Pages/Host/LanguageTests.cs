using System.Net;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Host;

/// <summary>The address decides the language; the choice only decides where <c>/</c> leads.</summary>
public sealed class LanguageTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("ja,en;q=0.5", "/ja")]
    [InlineData("en-GB,ja;q=0.5", "/en")]
    [InlineData("fr,ja-JP;q=0.3", "/ja")]
    [InlineData("ja;q=0,en;q=0.1", "/en")]
    [InlineData("fr", "/en")]
    [InlineData(null, "/en")]
    public async Task The_root_follows_the_browsers_languages(string? accepted, string expected)
    {
        using var visitor = host.Visitor();
        var answer = await visitor.SendAsync(Root(accepted));
        Assert.Equal((HttpStatusCode.Found, expected), (answer.StatusCode, answer.Headers.Location?.ToString()));
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task The_switch_is_remembered_and_leads_to_the_same_page_and_query()
    {
        using var visitor = host.Visitor();
        var japanese = await visitor.GetAsync("/ja/mailbox?q=x");
        var english = await visitor.GetAsync(japanese.Document.QuerySelector(".lang a")!.GetAttribute("href")!);
        Assert.Equal(("en", "/en/mailbox?q=x"), (english.Lang, english.Address.PathAndQuery));
        Assert.Equal("en", english.Headers["Content-Language"]);

        var answer = await visitor.SendAsync(Root("ja"));
        Assert.Equal("/en", answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Reading_a_page_is_no_choice()
    {
        using var visitor = host.Visitor();
        await visitor.GetAsync("/ja/gallery");
        Assert.Equal("/en", (await visitor.SendAsync(Root("en"))).Headers.Location?.ToString());
    }

    [Theory]
    [InlineData("/ja/gallery", "ja", "部品の一覧")]
    [InlineData("/en/gallery", "en", "Component gallery")]
    public async Task A_page_is_in_the_language_of_its_address(string path, string language, string heading)
    {
        using var visitor = host.Visitor();
        var page = await visitor.GetAsync(path);
        Assert.Equal((language, heading), (page.Lang, page.Heading));
        Assert.Equal(language, page.Headers["Content-Language"]);
    }

    private static HttpRequestMessage Root(string? accepted)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/");
        if (accepted is not null)
        {
            request.Headers.Add("Accept-Language", accepted);
        }

        return request;
    }
}
