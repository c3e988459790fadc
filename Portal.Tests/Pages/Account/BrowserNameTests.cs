using Portal.Tests.Support;
using Portal.Web.Areas.Account;

namespace Portal.Tests.Pages.Account;

public sealed class BrowserNameTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Windows = "Mozilla/5.0 (Windows NT 10.0; Win64; x64)", Mac = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)", Kit = "AppleWebKit/537.36 (KHTML, like Gecko)";

    [Theory]
    [InlineData($"{Windows} {Kit} Chrome/142.0.0.0 Safari/537.36", "Chrome", "Windows")]
    [InlineData($"{Windows} {Kit} Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0", "Edge", "Windows")]
    [InlineData($"{Windows} {Kit} Chrome/140.0.0.0 Safari/537.36 OPR/124.0.0.0", "Opera", "Windows")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:144.0) Gecko/20100101 Firefox/144.0", "Firefox", "Windows")]
    [InlineData($"{Mac} AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15", "Safari", "macOS")]
    [InlineData($"{Mac} {Kit} Chrome/142.0.0.0 Safari/537.36", "Chrome", "macOS")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1", "Safari", "iOS")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/142.0.7444.77 Mobile/15E148 Safari/604.1", "Chrome", "iOS")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 15_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) FxiOS/144.0 Mobile/15E148 Safari/605.1.15", "Firefox", "iOS")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 EdgiOS/142.0.3595.66 Mobile/15E148 Safari/604.1", "Edge", "iOS")]
    [InlineData("Mozilla/5.0 (iPad; CPU OS 12_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/12.1.2 Mobile/15E148 Safari/604.1", "Safari", "iPadOS")]
    [InlineData($"Mozilla/5.0 (Linux; Android 10; K) {Kit} Chrome/142.0.0.0 Mobile Safari/537.36", "Chrome", "Android")]
    [InlineData($"Mozilla/5.0 (Linux; Android 10; K) {Kit} SamsungBrowser/29.0 Chrome/136.0.0.0 Mobile Safari/537.36", "Samsung Internet", "Android")]
    [InlineData($"Mozilla/5.0 (Linux; Android 10; K) {Kit} Chrome/142.0.0.0 Mobile Safari/537.36 EdgA/142.0.0.0", "Edge", "Android")]
    [InlineData("Mozilla/5.0 (Android 15; Mobile; rv:144.0) Gecko/144.0 Firefox/144.0", "Firefox", "Android")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox", "Linux")]
    [InlineData($"Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) {Kit} Chrome/142.0.0.0 Safari/537.36", "Chrome", "ChromeOS")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Safari Line/15.17.0", null, "iOS")]
    [InlineData("curl/8.14.1", null, null)]
    [InlineData("", null, null)]
    public void A_browser_is_known_by_what_it_says(string agent, string? browser, string? system) => Assert.Equal(new BrowserName(browser, system), BrowserName.Of(agent));

    [Theory]
    [InlineData("ja", $"{Windows} {Kit} Chrome/142.0.0.0 Safari/537.36", "Chrome（Windows）")]
    [InlineData("en", $"{Windows} {Kit} Chrome/142.0.0.0 Safari/537.36", "Chrome, Windows")]
    [InlineData("ja", "curl/8.14.1", "不明なブラウザー（不明なシステム）")]
    [InlineData("en", "curl/8.14.1", "Unknown browser, unknown system")]
    public async Task The_page_of_sessions_names_the_browser_and_shows_nothing_of_what_it_sent(string language, string agent, string name)
    {
        var address = $"agent{Guid.NewGuid():N}@example.jp";
        using var member = await host.MemberAsync(language, address);
        using var client = host.Visitor();
        var form = (await client.GetAsync($"/{language}/Account/SignIn")).Form().Fill("Address", address).Fill("Password", AccountPages.Password).Request();
        form.Headers.TryAddWithoutValidation("User-Agent", agent);
        await client.OpenAsync(form);
        var page = await client.GetAsync($"/{language}/Account/Sessions");
        Assert.Contains(name, page.TextsOf("section.card strong"));
        Assert.DoesNotContain(agent, page.Html, StringComparison.Ordinal);
    }
}
