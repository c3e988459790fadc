using Portal.Application.Shared;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Host;

public sealed class HeaderTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; "
        + "base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    [Theory]
    [InlineData("/ja/gallery")]
    [InlineData("/en/nowhere")]
    [InlineData("/")]
    [InlineData("/portal.css")]
    [InlineData("/health/live")]
    public async Task Every_answer_tells_the_browser_what_not_to_do(string path)
    {
        using var visitor = host.Visitor();
        using var answer = await visitor.SendAsync(new HttpRequestMessage(HttpMethod.Get, path));
        var headers = answer.Headers.ToDictionary(x => x.Key, x => x.Value.Single());
        Assert.Equal(Policy, headers["Content-Security-Policy"]);
        Assert.Equal("nosniff", headers["X-Content-Type-Options"]);
        Assert.Equal("no-referrer", headers["Referrer-Policy"]);
        Assert.Equal("same-origin", headers["Cross-Origin-Opener-Policy"]);
        Assert.Equal("same-origin", headers["Cross-Origin-Resource-Policy"]);
        Assert.Contains("camera=()", headers["Permissions-Policy"], StringComparison.Ordinal);
        Assert.DoesNotContain("Server", headers.Keys);
    }

    [Fact]
    public async Task A_page_has_no_inline_script_or_style()
    {
        using var visitor = host.Visitor();
        var page = await visitor.GetAsync("/ja/gallery");
        Assert.Empty(page.Document.QuerySelectorAll("style, [style], script:not([src])"));
        Assert.DoesNotContain(page.Document.All.SelectMany(x => x.Attributes), x => x.Name.StartsWith("on", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_of_a_signed_in_person_is_kept_nowhere_and_not_compressed()
    {
        using var candidate = await host.People.CandidateAsync();
        using var answer = await candidate.Client.SendAsync(Compressible("/ja/gallery"));
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.Empty(answer.Content.Headers.ContentEncoding);
        Assert.Contains("Hanako Sato", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_a_visitor_is_compressed()
    {
        using var visitor = host.Visitor();
        using var answer = await visitor.SendAsync(Compressible("/ja/gallery"));
        Assert.Equal(["br"], answer.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task The_header_names_the_office_of_staff()
    {
        using var officer = await host.People.OfficerAsync(Government.UnitedStates);
        var page = await officer.GetAsync("/ja/gallery");
        Assert.Contains("機関", page.TextOf(".brand"), StringComparison.Ordinal);
        Assert.Contains("/ja/Fellowships/Cases", page.Document.QuerySelectorAll(".nav a").Select(x => x.GetAttribute("href")));
        Assert.DoesNotContain("/ja/Identity/Members", page.Document.QuerySelectorAll(".nav a").Select(x => x.GetAttribute("href")));
    }

    private static HttpRequestMessage Compressible(string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptEncoding.ParseAdd("br");
        return request;
    }
}
