using System.Net;
using System.Text.Json;
using Portal.Application.Shared;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Account;

public sealed class SessionTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Session = "/en/Account/Session";

    [Fact]
    public async Task Looking_at_the_session_does_not_keep_it_alive_and_the_button_does()
    {
        using var person = await host.People.CandidateAsync();
        var page = await person.GetAsync("/en/Account/Settings");
        Assert.Equal(1800, await LeftAsync(person.Client));
        host.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(1200, await LeftAsync(person.Client));
        host.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(600, await LeftAsync(person.Client));

        Assert.Equal(1800, Left(await page.PostAsync(person.Client, Session)));
        Assert.Equal(1800, await LeftAsync(person.Client));
    }

    [Fact]
    public async Task Any_other_page_keeps_it_alive()
    {
        using var person = await host.People.CandidateAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(29));
        await person.GetAsync("/en/Account/Settings");
        Assert.Equal(1800, await LeftAsync(person.Client));
    }

    [Fact]
    public async Task Staff_are_signed_out_after_half_the_time()
    {
        using var person = await host.People.OfficerAsync(Government.Japan);
        Assert.Equal(900, await LeftAsync(person.Client));
        host.Clock.Advance(new TimeSpan(0, 15, 1));
        Assert.Equal(HttpStatusCode.Unauthorized, (await person.GetAsync(Session)).Status);
    }

    [Theory]
    [InlineData("ja", "ログアウトされました", "下書きは保存されています")]
    [InlineData("en", "You were signed out", "Your drafts are saved")]
    public async Task After_too_long_a_page_says_that_drafts_are_saved_and_leads_back(string language, string heading, string text)
    {
        using var person = await host.People.CandidateAsync();
        host.Clock.Advance(new TimeSpan(0, 30, 1));
        var page = await person.GetAsync($"/{language}/Account/Settings");
        Assert.Equal(heading, page.Heading);
        Assert.Contains(text, page.Text, StringComparison.Ordinal);
        Assert.Contains($"returnUrl=%2F{language}%2FAccount%2FSettings", page.Html, StringComparison.Ordinal);
        Assert.EndsWith("/SignIn", (await person.GetAsync($"/{language}/Account/Settings")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_session_lasts_longer_than_twelve_hours_however_busy()
    {
        using var person = await host.People.CandidateAsync();
        for (var minutes = 20; minutes < 720; minutes += 20)
        {
            host.Clock.Advance(TimeSpan.FromMinutes(20));
            Assert.Equal("/en/Account/Settings", (await person.GetAsync("/en/Account/Settings")).Path);
        }

        Assert.Equal(1200, await LeftAsync(person.Client));
        host.Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal("/en/Account/Session/TimedOut", (await person.GetAsync("/en/Account/Settings")).Path);
    }

    [Fact]
    public async Task A_script_without_a_session_gets_a_plain_401()
    {
        using var client = host.Visitor();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/en/Account/Settings");
        request.Headers.Add("X-Autosave", "1");
        using var answer = await client.SendAsync(request);
        Assert.Equal((HttpStatusCode.Unauthorized, null), (answer.StatusCode, answer.Headers.Location));
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_clears_the_cache()
    {
        using var person = await host.People.CandidateAsync();
        var page = await person.GetAsync("/en/Account/Settings");
        using var answer = await person.Client.SendAsync(page.Form("form[action$='/Account/SignOut']").Request());
        Assert.Equal("\"cache\"", Assert.Single(answer.Headers.GetValues("Clear-Site-Data")));
        Assert.Equal("/en/Account/SignOut/Done", answer.Headers.Location!.ToString());
        Assert.Equal("/en/Account/SignIn", (await person.GetAsync("/en/Account/Settings")).Path);
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_of_scripts_and_other_sites_and_ends_with_the_browser()
    {
        using var member = await host.MemberAsync("en", "cookie@example.jp");
        using var client = host.Visitor();
        var form = (await client.GetAsync("/en/Account/SignIn")).Form().Fill("Address", "cookie@example.jp").Fill("Password", AccountPages.Password);
        using var answer = await client.SendAsync(form.Request());
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("portal=", StringComparison.Ordinal)).ToLowerInvariant();
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("expires", cookie, StringComparison.Ordinal);
    }

    private static async Task<int> LeftAsync(PortalClient client) => Left(await client.GetAsync(Session));

    private static int Left(HtmlPage answer) => JsonDocument.Parse(answer.Html).RootElement.GetProperty("left").GetInt32();
}
