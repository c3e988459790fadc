using Microsoft.Playwright;
using Portal.Tests.Pages.Account;
using Portal.Tests.Support;

namespace Portal.Tests.Journeys;

/// <summary>Signing in through an outside provider in a real browser: its cookies survive the way to another site and back, and so does the content policy.</summary>
public sealed class OutsideJourney(FederationHost host, Browser browser) : IClassFixture<FederationHost>, IClassFixture<Browser>
{
    [Theory]
    [InlineData("ja", 390)]
    [InlineData("en", 1280)]
    public Task Somebody_makes_an_account_through_a_provider_and_comes_back_by_it(string language, int width) => browser.AtDeskAsync(host.Address, async page =>
    {
        var inspection = new Inspection(Inspection.Desk, Inspection.Phone);
        inspection.Watch(page, host.Address, host.Provider);
        var address = $"journey-{language}@example.jp";
        await page.GotoAsync($"/{language}/Account/SignIn?returnUrl=/{language}/Account/Factors");
        await inspection.LookAsync(page, language);
        await page.Locator("a[href*='key=test']").ClickAsync();
        await page.Locator("[name=login]").FillAsync($"journey-{language}");
        await page.Locator("[name=name]").FillAsync("佐藤 花子");
        await page.Locator("[name=mail]").FillAsync(address);
        await page.Locator("button").First.ClickAsync();
        await page.ArriveAsync($"/{language}/Account/Outside/Register");
        Assert.Equal("佐藤 花子", await page.Locator("[name=Name]").InputValueAsync());
        await inspection.LookAsync(page, language);
        await page.Locator("form[action$='/Outside/Register'] button").ClickAsync();
        await page.ArriveAsync($"/{language}/Account/Register/Sent");

        await page.GotoAsync(await host.LinkAsync(address, "ConfirmMail"));
        await inspection.LookAsync(page, language);
        await page.Locator("a[href*='key=test']").ClickAsync();
        await page.ArriveAsync($"/{language}/Account/ConfirmMail/Confirmed");

        await page.GotoAsync($"/{language}/Account/Factors");
        await inspection.LookAsync(page, language);
        await page.Locator("form[action*=Unlink] button").ClickAsync();
        await page.Locator("a[href*='purpose=Link'][href*='key=test']").ClickAsync();
        await page.ArriveAsync($"/{language}/Account/OutsideLinks");
        await inspection.LookAsync(page, language);
        await page.Locator("form[action*=OutsideLinks] button").ClickAsync();
        await page.ArriveAsync($"/{language}/Account/Factors");

        await page.GotoAsync($"/{language}/Account/Outside/Begin?key=down");
        await page.ArriveAsync($"/{language}/Account/Outside/Failed");
        await inspection.LookAsync(page, language);
        inspection.AssertClean(6);
    }, width);

    [Theory]
    [InlineData("ja", 390)]
    [InlineData("en", 1280)]
    public Task Somebody_who_has_lost_everything_asks_to_come_back(string language, int width) => browser.AtDeskAsync(host.Address, async page =>
    {
        var inspection = new Inspection(Inspection.Desk, Inspection.Phone);
        inspection.Watch(page, host.Address);
        var address = $"lost-{language}@example.jp";
        await host.WithAppAsync(language, address);
        await page.GotoAsync($"/{language}/Account/SignIn");
        await page.Locator("[name=Address]").FillAsync(address);
        await page.Locator("[name=Password]").FillAsync(AccountPages.Password);
        await page.Locator("form[action*=SignIn]:not([data-passkey]) button").ClickAsync();
        await page.Locator("main a[href$='/Account/Recovery']").ClickAsync();
        await inspection.LookAsync(page, language);
        await page.Locator("form[action$='/Recovery'] button").ClickAsync();
        await page.ArriveAsync($"/{language}/Account/Recovery/Asked");
        await inspection.LookAsync(page, language);
        await page.GotoAsync(await host.LinkAsync(address, "Recovery/Stop"));
        await inspection.LookAsync(page, language);
        await page.Locator("form[action$='/Recovery/Stop'] button").ClickAsync();
        await page.ArriveAsync($"/{language}/Account/Recovery/Stopped");
        await inspection.LookAsync(page, language);
        inspection.AssertClean(4);
    }, width);
}
