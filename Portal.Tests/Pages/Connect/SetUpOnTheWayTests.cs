using Portal.Application.Shared;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Connect;

/// <summary>Staff whom another system sends here, and who must first set up their ways in, get back to what that system asked.</summary>
public sealed class SetUpOnTheWayTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("ja", "次へ")]
    [InlineData("en", "Continue")]
    public async Task The_waiting_request_goes_on_once_the_ways_in_suffice(string language, string go)
    {
        using var system = await ConnectedSystem.RegisterAsync(host);
        using var officer = await host.People.OfficerAsync(Government.Japan);
        await host.People.AgainAsync(officer, SignInMethod.Password);
        var factors = (await system.AskAsync(officer.Client, system.Request(changes: ("ui_locales", language)))).Page!;
        Assert.Equal(($"/{language}/Account/Factors", ""), (factors.Path, LinkOf(factors, go)));

        var app = await factors.Form("form[action*='/BeginApp']").SubmitAsync();
        var codes = await app.Form().Fill("Code", Totp.Code(app.TextOf("main code"), host.Clock.GetUtcNow())).SubmitAsync();
        factors = await officer.GetAsync(codes.Document.QuerySelector("main p a.btn")!.GetAttribute("href")!);
        Assert.Equal(($"/{language}/Account/Factors", ""), (factors.Path, LinkOf(factors, go)));

        await host.GiveFactorsAsync(officer.Id, passkeys: 1);
        var here = factors.Address.PathAndQuery;
        Assert.StartsWith($"/{language}/Account/Confirm?", LinkOf(await officer.GetAsync(here), go), StringComparison.Ordinal);
        await host.People.AgainAsync(officer, SignInMethod.Passkey);
        var consent = await system.FollowAsync(officer.Client, new(HttpMethod.Get, LinkOf(await officer.GetAsync(here), go)));
        Assert.Equal($"/{language}/Connect/Authorize", consent.Page!.Path, ignoreCase: true);
        var back = await system.AnswerAsync(officer.Client, consent);
        Assert.Equal("kept", back["state"]);
        Assert.NotNull((await system.ExchangeAsync(back["code"]!)).Access);
    }

    [Fact]
    public async Task A_page_of_the_portal_that_had_to_wait_goes_on_too()
    {
        using var officer = await host.People.OfficerAsync(Government.Japan);
        await host.People.AgainAsync(officer, SignInMethod.Passkey);
        var factors = await officer.GetAsync("/en/Fellowships/Cases?tab=All");
        await host.GiveFactorsAsync(officer.Id, passkeys: 2);
        Assert.Equal("/en/Fellowships/Cases?tab=All", LinkOf(await officer.GetAsync(factors.Address.PathAndQuery), "Continue"));
    }

    [Theory]
    [InlineData("https://attacker.example/")]
    [InlineData("//attacker.example/")]
    [InlineData("javascript:alert(1)")]
    public async Task The_link_never_leads_to_another_site(string address)
    {
        using var officer = await host.People.OfficerAsync(Government.Japan);
        await host.GiveFactorsAsync(officer.Id, passkeys: 2);
        var page = await officer.GetAsync($"/en/Account/Factors?returnUrl={Uri.EscapeDataString(address)}");
        Assert.Equal("", LinkOf(page, "Continue"));
        Assert.DoesNotContain("returnUrl", page.Form("form[action*='/BeginApp']").Request().RequestUri!.Query, StringComparison.Ordinal);
    }

    private static string LinkOf(HtmlPage page, string text) =>
        page.Document.QuerySelectorAll("main a.btn").FirstOrDefault(a => a.TextContent.Trim() == text)?.GetAttribute("href") ?? "";
}
