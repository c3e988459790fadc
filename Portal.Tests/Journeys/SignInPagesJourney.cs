using Portal.Tests.Pages.Account;
using Portal.Tests.Support;

namespace Portal.Tests.Journeys;

/// <summary>Every page of registering, signing in and what guards an account, as people with and without barriers meet it; also after a refusal.</summary>
public sealed class SignInPagesJourney(PortalHost host, Browser browser) : IClassFixture<PortalHost>, IClassFixture<Browser>
{
    private const string Wrong = "000000";

    [Theory]
    [InlineData("ja", Inspection.Phone)]
    [InlineData("en", Inspection.Desk)]
    public Task Every_page_of_signing_in_can_be_used_by_everybody(string language, int width) => browser.AtDeskAsync(host.Address, async page =>
    {
        var inspection = new Inspection(Inspection.Phone, Inspection.Desk);
        var desk = new Desk(page, host.Address, language, inspection);
        await RegisterAsync(desk, $"walk-{language}@example.jp");
        await SetUpAppAsync(desk);
        await SettingsAsync(desk);
        await SignInAgainAsync(desk, $"walk-{language}@example.jp");
        await ForgetAsync(desk, $"walk-{language}@example.jp");
        inspection.AssertClean(24);
    }, width, trace: false);

    private async Task RegisterAsync(Desk desk, string address)
    {
        await desk.OpenAsync("/Account/Register");
        await desk.PressInVainAsync(Desk.PasswordButton);
        await desk.TypeAsync("Name", "佐藤 花子");
        await desk.TypeAsync("Address", address);
        await desk.TypeAsync("Password", AccountPages.Password);
        await desk.PressAsync(Desk.PasswordButton);
        await OpenMailedAsync(desk, address, "ConfirmMail");
        await desk.TypeAsync("Password", AccountPages.Password);
        await desk.PressAsync(Desk.PasswordButton);
    }

    private static async Task SetUpAppAsync(Desk desk)
    {
        await desk.OpenAsync("/Fellowships/Applications");
        await desk.OpenAsync("/Account/Factors");
        await desk.PressAsync("form[action$='/BeginApp'] button");
        await desk.TypeAsync("Code", Wrong);
        await desk.PressInVainAsync(Desk.PasswordButton);
    }

    private async Task SettingsAsync(Desk desk)
    {
        var secret = await desk.Main.Locator("code").InnerTextAsync();
        await desk.TypeAsync("Code", Totp.Code(secret, host.Clock.GetUtcNow()));
        await desk.PressAsync(Desk.PasswordButton);
        await desk.PressAsync("a.btn");
        await desk.OpenAsync("/Account/Sessions");
        await desk.OpenAsync("/Account/Settings/Password");
        await desk.PressInVainAsync(Desk.PasswordButton);
        await desk.OpenAsync("/Account/Settings");
        await desk.TypeAsync("DisplayName", "");
        await desk.PressInVainAsync(Desk.PasswordButton);
        host.Clock.Advance(TimeSpan.FromMinutes(6));
        await desk.OpenAsync("/Account/Confirm?returnUrl=/Account/Factors");
        await desk.PressInVainAsync(Desk.PasswordButton);
    }

    private static async Task SignInAgainAsync(Desk desk, string address)
    {
        await desk.Page.Context.ClearCookiesAsync();
        await desk.OpenAsync("/Account/SignIn");
        await desk.PressInVainAsync(Desk.PasswordButton);
        await desk.TypeAsync("Address", address);
        await desk.TypeAsync("Password", AccountPages.Password);
        await desk.PressAsync(Desk.PasswordButton);
        await desk.TypeAsync("Code", Wrong);
        await desk.PressInVainAsync(Desk.PasswordButton);
        await desk.OpenAsync("/Account/Session/TimedOut");
        await desk.OpenAsync("/Account/SignOut/Done");
    }

    private async Task ForgetAsync(Desk desk, string address)
    {
        await desk.Page.Context.ClearCookiesAsync();
        await desk.OpenAsync("/Account/ForgotPassword");
        await desk.PressInVainAsync(Desk.PasswordButton);
        await desk.TypeAsync("Address", address);
        await desk.PressAsync(Desk.PasswordButton);
        await OpenMailedAsync(desk, address, "ResetPassword");
        await desk.TypeAsync("Password", "short");
        await desk.PressInVainAsync(Desk.PasswordButton);
        await desk.TypeAsync("Password", AccountPages.Password + " again");
        await desk.PressAsync(Desk.PasswordButton);
        await OpenMailedAsync(desk, address, "ResetPassword");
    }

    private async Task OpenMailedAsync(Desk desk, string address, string page) =>
        await desk.OpenAsync((await host.LinkAsync(address, page))[3..]);
}
