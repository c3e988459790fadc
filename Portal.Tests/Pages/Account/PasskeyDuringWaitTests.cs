using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Shared;
using Portal.Infrastructure.Identity;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Account;

public sealed class PasskeyDuringWaitTests(PortalHost host) : IClassFixture<PortalHost>
{
    /// <summary>Somebody else's wrong guesses must not shut out an owner who holds a passkey (TH-16).</summary>
    [Fact]
    public async Task While_passwords_of_an_account_must_wait_its_passkey_lets_in()
    {
        const string address = "held@example.jp";
        using var member = await host.MemberAsync("en", address);
        var person = await host.InDatabaseAsync(db => db.People.Where(p => p.MailAddress == address).Select(p => p.Id).SingleAsync());
        using var passkey = new SoftPasskey(person);
        await host.InDatabaseAsync(db =>
        {
            db.UserPasskeys.Add(passkey.Stored());
            return db.SaveChangesAsync();
        });

        using var client = host.Visitor();
        for (var i = 0; i < SignInAttempts.AtOneAccountFromOnePlace; i++)
        {
            await client.SignInAsync("en", address, "not my password at all");
        }

        var waits = await client.SignInAsync("en", address);
        Assert.Contains("Too many tries", Assert.Single(waits.Errors), StringComparison.Ordinal);
        Assert.Equal("/en/Account/Settings", (await SignInAsync(client, passkey)).Path);
        Assert.Equal(SignInMethod.DeviceBoundPasskey, await host.InDatabaseAsync(db =>
            db.SignInSessions.Where(s => s.PersonId == person).OrderByDescending(s => s.StartedAt).ThenByDescending(s => s.Id).Select(s => s.Method).FirstAsync()));
    }

    [Fact]
    public async Task A_passkey_that_the_account_does_not_hold_opens_nothing()
    {
        using var member = await host.MemberAsync("en", "forged@example.jp");
        var person = await host.InDatabaseAsync(db => db.People.Where(p => p.MailAddress == "forged@example.jp").Select(p => p.Id).SingleAsync());
        using var foreign = new SoftPasskey(person);
        using var client = host.Visitor();
        Assert.Contains("This passkey was not accepted", (await SignInAsync(client, foreign)).Text, StringComparison.Ordinal);
    }

    private async Task<HtmlPage> SignInAsync(PortalClient client, SoftPasskey passkey)
    {
        var page = await client.GetAsync("/en/Account/SignIn");
        var offered = JsonDocument.Parse((await page.PostAsync(client, "/en/Account/SignIn/PasskeyOffer")).Html).RootElement;
        return await page.PostAsync(
            client, "/en/Account/SignIn/Passkey", ("Offer", offered.GetProperty("offer").GetString()!),
            ("Credential", passkey.Answer(offered.GetProperty("options"), host.Address)), ("ReturnUrl", "/en/Account/Settings"));
    }
}
