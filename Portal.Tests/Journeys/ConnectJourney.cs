using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Portal.Tests.Pages.Account;
using Portal.Tests.Pages.Connect;
using Portal.Tests.Support;

namespace Portal.Tests.Journeys;

/// <summary>From another system into the portal and back, in a browser that holds forms to form-action through every redirect.</summary>
public sealed class ConnectJourney(PortalHost host, Browser browser) : IClassFixture<PortalHost>, IClassFixture<Browser>
{
    [Theory]
    [InlineData("ja", Inspection.Phone)]
    [InlineData("en", Inspection.Desk)]
    public async Task Somebody_signs_in_to_another_system_looks_at_what_they_allowed_and_signs_out_of_both(string language, int width)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var elsewhere = builder.Build();
        elsewhere.Urls.Add("http://127.0.0.1:0");
        elsewhere.MapGet("/{place}", (string place) => Results.Content($"<!doctype html><title>{place}</title>", "text/html"));
        await elsewhere.StartAsync(TestContext.Current.CancellationToken);
        var (callback, signedOut) = ($"{elsewhere.Urls.First()}/callback", $"{elsewhere.Urls.First()}/signed-out");
        using var system = await ConnectedSystem.RegisterAsync(host, more: r =>
        {
            r.RedirectUris.Add(new(callback));
            r.PostLogoutRedirectUris.Add(new(signedOut));
        });
        var address = $"connect-{language}@example.jp";
        using var member = await host.MemberAsync(language, address);

        await browser.AtDeskAsync(host.Address, async page =>
        {
            var inspection = new Inspection(width);
            await page.GotoAsync(QueryHelpers.AddQueryString("/connect/authorize", system.Request(changes: [("redirect_uri", callback), ("ui_locales", language)])!));
            await page.Locator("[name=Address]").FillAsync(address);
            await page.Locator("[name=Password]").FillAsync(AccountPages.Password);
            await page.Locator("form[action*=SignIn]:not([data-passkey]) button").ClickAsync();
            await page.ArriveAsync("/Connect/Authorize");
            await inspection.LookAsync(page, language);
            await page.Locator("button[name=allow][value=true]").ClickAsync();
            await page.ArriveAsync("/callback");
            Assert.Contains("code=", page.Url, StringComparison.Ordinal);

            await page.GotoAsync($"/{language}/Account/Systems");
            await inspection.LookAsync(page, language);
            await page.GotoAsync($"/connect/logout?client_id={system.Id}&post_logout_redirect_uri={Uri.EscapeDataString(signedOut)}&ui_locales={language}");
            await inspection.LookAsync(page, language);
            await page.Locator("main form button").ClickAsync();
            await page.ArriveAsync("/signed-out");
            await page.GotoAsync($"/{language}/Account/Systems");
            await page.ArriveAsync("/Account/SignIn");
            inspection.AssertClean(3);
        }, width);
    }
}
