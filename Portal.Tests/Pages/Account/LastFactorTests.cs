using System.Buffers.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Infrastructure.Identity;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Account;

/// <summary>The last strong way in goes a day after it was asked for (S-19).</summary>
public sealed class LastFactorTests(PortalHost host) : IClassFixture<PortalHost>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ja", "認証アプリは削除される予定です", "最後の強固なログイン方法が削除される予定です", "認証アプリが削除されました")]
    [InlineData("en", "The authenticator app will be removed", "Your last strong way to sign in will be removed", "The authenticator app was removed")]
    public async Task The_last_one_goes_after_a_day_and_not_sooner(string language, string notice, string planned, string removed)
    {
        var (address, client) = await WithAppAsync(language, "goes");
        var page = await (await client.GetAsync($"/{language}/Account/Factors")).Form("form[action$='/RemoveApp']").SubmitAsync();
        Assert.Contains(notice, page.Text, StringComparison.Ordinal);
        await AssertToldAsync(address, planned);

        host.Clock.Advance(FactorRemovals.Delay - TimeSpan.FromSeconds(1));
        await ClockAsync();
        Assert.True(await HasAppAsync(address));
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await ClockAsync();
        Assert.False(await HasAppAsync(address));
        await AssertToldAsync(address, removed);
        Assert.Equal($"/{language}", (await host.Visitor().SignInAsync(language, address)).Path);
    }

    [Fact]
    public async Task Asking_again_neither_hurries_nor_delays_it()
    {
        var (address, client) = await WithAppAsync("en", "again");
        var page = await client.GetAsync("/en/Account/Factors");
        await page.Form("form[action$='/RemoveApp']").SubmitAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(4));
        await page.Form("form[action$='/RemoveApp']").SubmitAsync();
        Assert.True(await HasAppAsync(address));
        host.Clock.Advance(FactorRemovals.Delay - TimeSpan.FromMinutes(4));
        await ClockAsync();
        Assert.False(await HasAppAsync(address));
    }

    [Fact]
    public async Task Pressing_the_button_keeps_it_without_another_proof()
    {
        var (address, client) = await WithAppAsync("en", "keeps");
        await (await client.GetAsync("/en/Account/Factors")).Form("form[action$='/RemoveApp']").SubmitAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(10));
        var kept = await (await client.GetAsync("/en/Account/Factors")).Form("form[action$='/Keep']").SubmitAsync();
        Assert.DoesNotContain("will be removed", kept.Text, StringComparison.Ordinal);
        await AssertToldAsync(address, "Your way to sign in stays");
        host.Clock.Advance(FactorRemovals.Delay);
        await ClockAsync();
        Assert.True(await HasAppAsync(address));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Signing_in_with_it_keeps_it_and_with_a_recovery_code_does_not(bool withApp)
    {
        var (secret, codes, address, client) = await SetUpAsync("en", $"uses-{withApp}");
        await (await client.GetAsync("/en/Account/Factors")).Form("form[action$='/RemoveApp']").SubmitAsync();
        host.Clock.Advance(TimeSpan.FromHours(1));
        await (await host.Visitor().SignInAsync("en", address)).Form().Fill("Code", withApp ? Totp.Code(secret, host.Clock.GetUtcNow()) : codes[0]).SubmitAsync();
        host.Clock.Advance(FactorRemovals.Delay);
        await ClockAsync();
        Assert.Equal(withApp, await HasAppAsync(address));
    }

    [Fact]
    public async Task One_of_two_goes_at_once()
    {
        var (address, client) = await WithAppAsync("en", "two");
        var person = await PersonAsync(address);
        await host.GiveFactorsAsync(person, passkeys: 1);
        Assert.Contains("Not set up", (await (await client.GetAsync("/en/Account/Factors")).Form("form[action$='/RemoveApp']").SubmitAsync()).Text, StringComparison.Ordinal);
        Assert.False(await HasAppAsync(address));

        // Now the passkey is the last one.
        var key = Base64Url.EncodeToString(await host.InDatabaseAsync(db => db.UserPasskeys.Where(p => p.UserId == person).Select(p => p.CredentialId).SingleAsync()));
        var strong = await host.People.KnownAsync(address);
        await (await strong.GetAsync($"/en/Account/Factors/Passkey?key={key}")).Form("form[action*=RemovePasskey]").SubmitAsync();
        Assert.Contains("The passkey will be removed", (await strong.GetAsync("/en/Account/Factors")).Text, StringComparison.Ordinal);
        host.Clock.Advance(FactorRemovals.Delay);
        await ClockAsync();
        Assert.Equal(0, await host.InDatabaseAsync(db => db.UserPasskeys.CountAsync(p => p.UserId == person)));
    }

    [Fact]
    public async Task A_new_password_by_mail_removes_no_way_in()
    {
        var (address, _) = await WithAppAsync("en", "reset");
        await (await host.Visitor().GetAsync("/en/Account/ForgotPassword")).Form().Fill("Address", address).SubmitAsync();
        await (await host.Visitor().GetAsync(await host.LinkAsync(address, "ResetPassword"))).Form().Fill("Password", "the cat prefers warm milk").SubmitAsync();
        Assert.True(await HasAppAsync(address));
        Assert.Equal("/en/Account/SignIn/Code", (await host.Visitor().SignInAsync("en", address, "the cat prefers warm milk")).Path);
    }

    private async Task<(string Address, PortalClient Client)> WithAppAsync(string language, string name)
    {
        var (_, _, address, client) = await SetUpAsync(language, name);
        return (address, client);
    }

    /// <summary>Somebody who has just signed in with a recovery code, so that the app itself was not used.</summary>
    private async Task<(string Secret, IReadOnlyList<string> Codes, string Address, PortalClient Client)> SetUpAsync(string language, string name)
    {
        var address = $"{name}-{language}@example.jp".ToLowerInvariant();
        var (secret, codes) = await host.WithAppAsync(language, address);
        var client = host.Visitor();
        await (await client.SignInAsync(language, address)).Form().Fill("Code", codes[^1]).SubmitAsync();
        return (secret, codes, address, client);
    }

    private async Task ClockAsync() => await host.InScopeAsync<FactorRemovals, bool>(async removals =>
    {
        await removals.RemoveDueAsync(Ct);
        return true;
    });

    private async Task AssertToldAsync(string address, string subject) =>
        Assert.Single(await host.MailAsync(), m => m.To.Contains(address, StringComparison.Ordinal) && m.Subject.Contains(subject, StringComparison.Ordinal));

    private Task<Guid> PersonAsync(string address) => host.InDatabaseAsync(db => db.People.Where(p => p.MailAddress == address).Select(p => p.Id).SingleAsync());

    private Task<bool> HasAppAsync(string address) =>
        host.InDatabaseAsync(db => db.Authenticators.AnyAsync(a => a.ConfirmedAt != null && db.People.Any(p => p.Id == a.PersonId && p.MailAddress == address)));
}
