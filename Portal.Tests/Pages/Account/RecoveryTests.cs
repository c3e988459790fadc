using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Shared;
using Portal.Infrastructure.Identity;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Account;

/// <summary>The way back for whoever has the password and nothing else: a day to stop it, then a mailed link with the password.</summary>
public sealed class RecoveryTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Void = "This link cannot be used";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ja", "なくした方", "スマートフォンをなくしたのはご本人ですか", "ログインしました")]
    [InlineData("en", "I have lost my phone", "Was it you who lost the phone?", "You are signed in again")]
    public async Task After_a_day_a_link_and_the_password_let_in_and_everything_is_set_up_anew(string language, string lost, string told, string back)
    {
        var address = $"lost-{language}@example.jp";
        await host.WithAppAsync(language, address);
        using var thief = await AskAsync(language, address, lost);
        await AssertToldAsync(address, told);

        await AfterAsync(RecoveryRequests.Delay);
        using var client = host.Visitor();
        var page = await client.GetAsync(await host.LinkAsync(address, "Recovery/Enter"));
        Assert.NotNull((await page.Form().Fill("Password", "not my password at all").SubmitAsync()).ErrorOf("Password"));
        var factors = await page.Form().Fill("Password", AccountPages.Password).SubmitAsync();
        Assert.Equal($"/{language}/Account/Factors", factors.Path);
        Assert.Contains(back, factors.Text, StringComparison.Ordinal);
        Assert.False(await host.InDatabaseAsync(db => db.Authenticators.AnyAsync(a => db.People.Any(p => p.Id == a.PersonId && p.MailAddress == address))));
        Assert.False(await host.InDatabaseAsync(db => db.RecoveryCodes.AnyAsync(a => db.People.Any(p => p.Id == a.PersonId && p.MailAddress == address))));
        Assert.Equal(1, await host.InDatabaseAsync(db => db.SignInSessions.CountAsync(s => db.People.Any(p => p.Id == s.PersonId && p.MailAddress == address))));
    }

    [Fact]
    public async Task The_link_opens_after_a_day_works_for_a_day_and_opening_it_spends_nothing()
    {
        await host.WithAppAsync("en", "times@example.jp");
        await AskAsync("en", "times@example.jp", "I have lost my phone");
        await AfterAsync(RecoveryRequests.Delay - TimeSpan.FromSeconds(1));
        Assert.DoesNotContain(await host.MailAsync(), m => m.To.Contains("times@example.jp", StringComparison.Ordinal) && m.Text.Contains("/Recovery/Enter", StringComparison.Ordinal));
        await AfterAsync(TimeSpan.FromSeconds(1));
        var link = await host.LinkAsync("times@example.jp", "Recovery/Enter");
        host.Clock.Advance(RecoveryRequests.Life - TimeSpan.FromSeconds(1));
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal("Sign in with the link", (await host.Visitor().GetAsync(link)).Heading);
        }

        host.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(Void, (await host.Visitor().GetAsync(link)).Heading);
    }

    [Fact]
    public async Task The_owner_stops_it_by_the_mail_without_signing_in()
    {
        await host.WithAppAsync("en", "stops@example.jp");
        await AskAsync("en", "stops@example.jp", "I have lost my phone");
        var link = await host.LinkAsync("stops@example.jp", "Recovery/Stop");
        await host.Visitor().GetAsync(link);
        Assert.Equal(1, await RequestsAsync("stops@example.jp"));
        Assert.Equal("The request is stopped", (await (await host.Visitor().GetAsync(link)).Form().SubmitAsync()).Heading);
        Assert.Equal(0, await RequestsAsync("stops@example.jp"));
        Assert.Equal(Void, (await host.Visitor().GetAsync(link)).Heading);
        await AfterAsync(RecoveryRequests.Delay);
        Assert.DoesNotContain(await host.MailAsync(), m => m.To.Contains("stops@example.jp", StringComparison.Ordinal) && m.Text.Contains("/Recovery/Enter", StringComparison.Ordinal));
        await AssertToldAsync("stops@example.jp", "The request to get in was stopped");
    }

    [Fact]
    public async Task Whoever_signs_in_with_a_code_has_not_lost_it_and_stops_the_request()
    {
        var (secret, _) = await host.WithAppAsync("en", "found@example.jp");
        await AskAsync("en", "found@example.jp", "I have lost my phone");
        await AfterAsync(RecoveryRequests.Delay);
        var link = await host.LinkAsync("found@example.jp", "Recovery/Enter");
        await (await host.Visitor().SignInAsync("en", "found@example.jp")).Form().Fill("Code", Totp.Code(secret, host.Clock.GetUtcNow())).SubmitAsync();
        Assert.Equal(Void, (await host.Visitor().GetAsync(link)).Heading);
    }

    [Fact]
    public async Task Of_twenty_uses_of_one_link_at_once_one_succeeds()
    {
        await host.WithAppAsync("en", "parallel@example.jp");
        await AskAsync("en", "parallel@example.jp", "I have lost my phone");
        await AfterAsync(RecoveryRequests.Delay);
        var id = await host.InDatabaseAsync(db => db.RecoveryRequests.Where(r => db.People.Any(p => p.Id == r.PersonId && p.MailAddress == "parallel@example.jp")).Select(r => r.Id).SingleAsync());
        var taken = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => host.InScopeAsync<RecoveryRequests, bool>(r => r.TakeAsync(id, CancellationToken.None)))));
        Assert.Single(taken, t => t);
    }

    [Fact]
    public async Task Of_twenty_who_send_the_form_at_once_one_is_signed_in()
    {
        await host.WithAppAsync("en", "crowd@example.jp");
        await AskAsync("en", "crowd@example.jp", "I have lost my phone");
        await AfterAsync(RecoveryRequests.Delay);
        using var client = host.Visitor();
        var page = await client.GetAsync(await host.LinkAsync("crowd@example.jp", "Recovery/Enter"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => client.SendAsync(page.Form().Fill("Password", AccountPages.Password).Request())));
        Assert.Single(answers, a => a.Headers.Location?.ToString().StartsWith("/en/Account/Factors", StringComparison.Ordinal) == true);
        Assert.DoesNotContain(answers, a => a.StatusCode == HttpStatusCode.InternalServerError);
    }

    [Fact]
    public async Task Without_the_password_there_is_nothing_to_ask_for()
    {
        Assert.Equal("/en/Account/SignIn", (await host.Visitor().GetAsync("/en/Account/Recovery")).Path);
        Assert.Equal(Void, (await host.Visitor().GetAsync("/en/Account/Recovery/Enter?token=abc")).Heading);
        Assert.Equal(Void, (await host.Visitor().GetAsync("/en/Account/Recovery/Stop")).Heading);
        await host.WithAppAsync("en", "swap@example.jp");
        await AskAsync("en", "swap@example.jp", "I have lost my phone");
        await AfterAsync(RecoveryRequests.Delay);
        var stop = await host.LinkAsync("swap@example.jp", "Recovery/Stop");
        Assert.Equal(Void, (await host.Visitor().GetAsync(stop.Replace("Stop", "Enter", StringComparison.Ordinal))).Heading);
    }

    [Fact]
    public async Task Asking_twice_is_one_request_and_the_day_goes_on()
    {
        await host.WithAppAsync("en", "twice@example.jp");
        await AskAsync("en", "twice@example.jp", "I have lost my phone");
        await AfterAsync(TimeSpan.FromHours(20));
        await AskAsync("en", "twice@example.jp", "I have lost my phone");
        await AssertToldAsync("twice@example.jp", "Was it you who lost the phone?");
        await AfterAsync(TimeSpan.FromHours(4));
        await AssertToldAsync("twice@example.jp", "The link to get back into your account");
    }

    [Fact]
    public async Task An_agencys_administrators_are_told_and_the_work_stays_closed_until_there_are_enough_ways_in()
    {
        using var administrator = await host.People.AdministratorAsync(Government.Japan);
        using var stranger = await host.People.AdministratorAsync(Government.UnitedStates);
        using var officer = await host.People.OfficerAsync(Government.Japan);
        var address = await AddressAsync(officer.Id);
        await (await host.Visitor().GetAsync("/en/Account/ForgotPassword")).Form().Fill("Address", address).SubmitAsync();
        await (await host.Visitor().GetAsync(await host.LinkAsync(address, "ResetPassword"))).Form().Fill("Password", AccountPages.Password).SubmitAsync();
        await host.GiveFactorsAsync(officer.Id, passkeys: 2);

        // With passkeys alone the password lets in, but not to where a proof is asked for.
        using var client = host.Visitor();
        await client.SignInAsync("en", address);
        var confirm = await (await client.GetAsync("/en/Account/Factors")).Form("form[action$='/BeginApp']").SubmitAsync();
        await (await confirm.FollowAsync("I have lost my phone")).Form().SubmitAsync();
        await AssertToldAsync(await AddressAsync(administrator.Id), "A member says that their ways to sign in are lost");
        await AfterAsync(RecoveryRequests.Delay);
        using var again = host.Visitor();
        var factors = await (await again.GetAsync(await host.LinkAsync(address, "Recovery/Enter"))).Form().Fill("Password", AccountPages.Password).SubmitAsync();
        Assert.Contains("Set up your sign-in first", factors.Text, StringComparison.Ordinal);
        Assert.Equal("/en/Account/Factors", (await again.GetAsync("/en/Fellowships/Cases")).Path);
        await AssertToldAsync(await AddressAsync(administrator.Id), "A member got back in by mail");
        var stranged = await AddressAsync(stranger.Id);
        Assert.DoesNotContain(await host.MailAsync(), m => m.To.Contains(stranged, StringComparison.Ordinal) && m.Subject.Contains("member", StringComparison.Ordinal));
    }

    private async Task<PortalClient> AskAsync(string language, string address, string link)
    {
        var client = host.Visitor();
        var asked = await (await (await client.SignInAsync(language, address)).FollowAsync(link)).Form().SubmitAsync();
        Assert.Equal($"/{language}/Account/Recovery/Asked", asked.Path);
        Assert.EndsWith("/SignIn", (await client.GetAsync($"/{language}/Account/Settings")).Path, StringComparison.Ordinal);
        return client;
    }

    private async Task AfterAsync(TimeSpan time)
    {
        host.Clock.Advance(time);
        await host.InScopeAsync<RecoveryRequests, bool>(async requests =>
        {
            await requests.OpenDueAsync(Ct);
            return true;
        });
    }

    private async Task AssertToldAsync(string address, string subject) =>
        Assert.Single(await host.MailAsync(), m => m.To.Contains(address, StringComparison.Ordinal) && m.Subject.Contains(subject, StringComparison.Ordinal));

    private Task<int> RequestsAsync(string address) => host.InDatabaseAsync(db => db.RecoveryRequests.CountAsync(r => db.People.Any(p => p.Id == r.PersonId && p.MailAddress == address)));

    private Task<string> AddressAsync(Guid person) => host.InDatabaseAsync(db => db.People.Where(p => p.Id == person).Select(p => p.MailAddress).SingleAsync());
}
