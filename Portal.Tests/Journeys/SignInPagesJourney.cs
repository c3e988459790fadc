using Portal.Infrastructure.Identity;
using Portal.Tests.Pages.Account;
using Portal.Tests.Support;

namespace Portal.Tests.Journeys;

/// <summary>Every page of signing in that needs no passkey, looked at by axe at both widths, also after a refusal: coming in, setting up an app, losing it, coming back.</summary>
public sealed class SignInPagesJourney(PortalHost host, Browser browser) : IClassFixture<PortalHost>, IClassFixture<Browser>
{
    private const string Press = Desk.PasswordButton;

    [Theory]
    [InlineData("ja", 390)]
    [InlineData("en", 1280)]
    public Task Every_page_of_signing_in_can_be_used_by_everybody(string language, int width)
    {
        var inspection = new Inspection(Inspection.Phone, Inspection.Desk);
        return browser.AtDeskAsync(host.Address, async page =>
        {
            var desk = new Desk(page, host.Address, language, inspection);
            await RefusedAsync(desk);
            var address = $"walk-{language}@example.jp";
            using var member = await host.MemberAsync(language, address);
            var secret = await SetUpAsync(desk, address);
            await LoseAsync(desk, address, secret);
            await ComeBackAsync(desk, address);
            inspection.AssertClean(20);
        }, width);
    }

    private static async Task RefusedAsync(Desk desk)
    {
        foreach (var page in new[] { "/Account/SignIn", "/Account/Register", "/Account/ForgotPassword" })
        {
            await desk.OpenAsync(page);
            await desk.PressInVainAsync(Press);
        }

        await desk.TypeAsync("Address", "nobody@example.jp");
        await desk.PressAsync(Press);
        await desk.OpenAsync("/Account/ResetPassword?id=00000000-0000-0000-0000-000000000000&token=x");
    }

    private async Task<string> SetUpAsync(Desk desk, string address)
    {
        await EnterPasswordAsync(desk, address);
        foreach (var page in new[] { "/Account/Settings", "/Account/Settings/Password", "/Account/Sessions", "/Account/Confirm", "/Account/Factors" })
        {
            await desk.OpenAsync(page);
        }

        await desk.PressAsync("form[action*=BeginApp] button");
        var secret = await desk.Main.Locator("code").InnerTextAsync();
        await desk.TypeAsync("Code", "000000");
        await desk.PressInVainAsync("form[action*=App] button");
        await desk.TypeAsync("Code", Totp.Code(secret, host.Clock.GetUtcNow()));
        await desk.PressAsync("form[action*=App] button");
        await desk.PressAsync("a.btn");
        await desk.PressAsync("form[action*=RemoveApp] button");
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await desk.TypeAsync("Password", AccountPages.Password);
        await desk.TypeAsync("Code", Totp.Code(secret, host.Clock.GetUtcNow()));
        await desk.PressAsync(Press);
        await desk.PressAsync("form[action*=RemoveApp] button");
        await desk.PressAsync("form[action*=Keep] button");
        await SignOutAsync(desk);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        return secret;
    }

    private async Task LoseAsync(Desk desk, string address, string secret)
    {
        await EnterPasswordAsync(desk, address);
        await desk.TypeAsync("Code", "000000");
        await desk.PressInVainAsync(Press);
        await AskAsync(desk);
        await desk.OpenAsync((await host.LinkAsync(address, "Recovery/Stop"))[3..]);
        await desk.PressAsync(Press);
        await desk.OpenAsync((await host.LinkAsync(address, "Recovery/Stop"))[3..]);

        await EnterPasswordAsync(desk, address);
        await desk.TypeAsync("Code", Totp.Code(secret, host.Clock.GetUtcNow()));
        await desk.PressAsync(Press);
        await SignOutAsync(desk);
    }

    private async Task ComeBackAsync(Desk desk, string address)
    {
        await EnterPasswordAsync(desk, address);
        await AskAsync(desk);
        host.Clock.Advance(RecoveryRequests.Delay);
        await host.InScopeAsync<RecoveryRequests, bool>(async requests =>
        {
            await requests.OpenDueAsync(TestContext.Current.CancellationToken);
            return true;
        });
        await desk.OpenAsync((await host.LinkAsync(address, "Recovery/Enter"))[3..]);
        await desk.TypeAsync("Password", "not my password at all");
        await desk.PressInVainAsync(Press);
        await desk.TypeAsync("Password", AccountPages.Password);
        await desk.PressAsync(Press);
        Assert.EndsWith("/Account/Factors", desk.Path, StringComparison.Ordinal);
    }

    private static async Task EnterPasswordAsync(Desk desk, string address)
    {
        await desk.OpenAsync("/Account/SignIn");
        await desk.TypeAsync("Address", address);
        await desk.TypeAsync("Password", AccountPages.Password);
        await desk.PressAsync(Press);
    }

    private static async Task AskAsync(Desk desk)
    {
        await desk.PressAsync("a[href*=Recovery]");
        await desk.PressAsync(Press);
    }

    private static async Task SignOutAsync(Desk desk)
    {
        await desk.LeaveAsync(() => desk.Page.EvaluateAsync("document.querySelector('form[action$=\"/Account/SignOut\"]').submit()"));
    }
}
