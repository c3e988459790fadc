using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Portal.Application.Shared;
using Portal.Tests.Pages.Account;
using Portal.Tests.Support;

namespace Portal.Tests.Journeys;

/// <summary>Passkeys as Chromium makes them: its virtual authenticator stands for a phone or a key. WebAuthn knows names only, so the portal is visited as localhost.</summary>
public sealed class PasskeyJourney(PortalHost host, Browser browser) : IClassFixture<PortalHost>, IClassFixture<Browser>
{
    private Uri Local => new UriBuilder(host.Address) { Host = "localhost" }.Uri;

    [Theory]
    [InlineData("ja", 390)]
    [InlineData("en", 1280)]
    public Task A_passkey_is_added_named_used_to_sign_in_and_about_to_be_removed(string language, int width) => AtLocalDeskAsync(width, async (page, inspection) =>
    {
        var address = $"passkey-{language}@example.jp";
        await AccountAsync(page, language, address);
        await AddAsync(page, language, "My phone");
        await inspection.LookAsync(page, language);
        Assert.Contains("My phone", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        await SignOutAsync(page);
        await page.GotoAsync($"/{language}/Account/SignIn?returnUrl=/{language}/Account/Sessions");
        await inspection.LookAsync(page, language);
        await page.Locator("form[data-passkey] button").ClickAsync();
        await page.ArriveAsync($"/{language}/Account/Sessions");
        await inspection.LookAsync(page, language);
        Assert.Equal(SignInMethod.DeviceBoundPasskey, (await SessionAsync(address)).Method);

        await page.GotoAsync($"/{language}/Account/Factors");
        await page.Locator(".summary a").First.ClickAsync();
        await inspection.LookAsync(page, language);
        await page.Locator("form[action*=RemovePasskey] button").ClickAsync();
        await page.ArriveAsync($"/{language}/Account/Factors");
        await inspection.LookAsync(page, language);
        Assert.Equal(1, await host.InDatabaseAsync(db => db.UserPasskeys.CountAsync(k => db.People.Any(p => p.Id == k.UserId && p.MailAddress == address))));
        var told = (await host.MailAsync()).Where(m => m.To.Contains(address, StringComparison.Ordinal)).ToList();
        Assert.Contains(told, m => m.Subject.Contains(language == "ja" ? "パスキーが追加されました" : "A passkey was added", StringComparison.Ordinal));
        Assert.Contains(told, m => m.Subject.Contains(language == "ja" ? "最後の強固なログイン方法が削除される予定です" : "Your last strong way to sign in will be removed", StringComparison.Ordinal));
    });

    [Fact]
    public Task An_answer_of_a_passkey_counts_once_even_when_its_authenticator_does_not_count() => AtLocalDeskAsync(1280, async (page, _) =>
    {
        await AccountAsync(page, "en", "replay@example.jp");
        await AddAsync(page, "en", "My key");
        await SignOutAsync(page);
        await page.GotoAsync("/en/Account/SignIn");
        string? sent = null;
        await page.RouteAsync("**/Account/SignIn/Passkey", async route =>
        {
            sent = route.Request.PostData;
            await route.ContinueAsync();
        });
        await page.Locator("form[data-passkey] button").ClickAsync();
        await page.ArriveAsync("/en");
        await page.UnrouteAllAsync();
        await SignOutAsync(page);

        await page.GotoAsync("/en/Account/SignIn");
        var token = await page.Locator("form[data-passkey] [name=__RequestVerificationToken]").InputValueAsync();
        var fields = sent!.Split('&').Select(f => f.Split('=')).ToDictionary(f => f[0], f => Uri.UnescapeDataString(f[1].Replace('+', ' ')));
        await page.EvaluateAsync("""
            ({ offer, credential }) => {
              const form = document.querySelector('form[data-passkey]');
              form.elements.Offer.value = offer; form.elements.Credential.value = credential; form.submit();
            }
            """, new { offer = fields["Offer"], credential = fields["Credential"] });
        await page.ArriveAsync("/Account/SignIn/Passkey");
        Assert.NotEmpty(token);
        Assert.Contains("This passkey was not accepted", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    });

    private Task AtLocalDeskAsync(int width, Func<IPage, Inspection, Task> work) => browser.AtDeskAsync(Local, async page =>
    {
        var inspection = new Inspection(Inspection.Phone, Inspection.Desk);
        inspection.Watch(page, Local);
        var authenticator = await page.Context.NewCDPSessionAsync(page);
        await authenticator.SendAsync("WebAuthn.enable");
        await authenticator.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true,
                ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });
        await work(page, inspection);
        inspection.AssertClean(0);
    }, width);

    private async Task AccountAsync(IPage page, string language, string address)
    {
        using var member = await host.MemberAsync(language, address);
        await page.GotoAsync($"/{language}/Account/SignIn?returnUrl=/{language}/Account/Factors");
        await page.Locator("[name=Address]").FillAsync(address);
        await page.Locator("[name=Password]").FillAsync(AccountPages.Password);
        await page.Locator("form[action*=SignIn]:not([data-passkey]) button").ClickAsync();
        await page.ArriveAsync($"/{language}/Account/Factors");
    }

    private static async Task AddAsync(IPage page, string language, string name)
    {
        await page.Locator("form[data-passkey] [name=Name]").FillAsync(name);
        await page.Locator("form[data-passkey] button").ClickAsync();
        await page.ArriveAsync($"/{language}/Account/Factors");
        await page.Locator(".summary").WaitForAsync();
    }

    private static async Task SignOutAsync(IPage page)
    {
        await page.EvaluateAsync("document.querySelector('form[action$=\"/Account/SignOut\"]').submit()");
        await page.ArriveAsync("/Account/SignOut/Done");
    }

    private Task<Infrastructure.Identity.SignInSession> SessionAsync(string address) => host.InDatabaseAsync(db =>
        db.SignInSessions.Where(s => db.People.Any(p => p.Id == s.PersonId && p.MailAddress == address)).OrderByDescending(s => s.StartedAt).FirstAsync());
}
