using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Shared;
using Portal.Infrastructure.Identity;
using Portal.Tests.Pages.Account;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Federation;

/// <summary>An outside provider as one of the ways into an account: how it comes, how it goes, and how much it proves.</summary>
public sealed class OutsideLinkTests(FederationHost host) : IClassFixture<FederationHost>
{
    [Theory]
    [InlineData("ja", "試験サービスと連携する", "試験サービスと連携しています", "外部サービスと連携しました", "外部サービスとの連携が解除されました")]
    [InlineData("en", "Link with Test service", "Linked with Test service", "Another service was linked", "A link with another service was removed")]
    public async Task The_owner_links_a_provider_signs_in_with_it_and_removes_it(string language, string button, string linked, string told, string gone)
    {
        var address = $"links-{language}@example.jp";
        using var member = await host.MemberAsync(language, address);
        using var elsewhere = host.Visitor();
        await elsewhere.SignInAsync(language, address);
        var asked = await (await member.GetAsync($"/{language}/Account/Factors")).ThroughAsync(button, $"links-{language}", "Hanako Outside", "outside@example.com");
        Assert.Equal($"/{language}/Account/OutsideLinks", asked.Path);
        Assert.Contains("Hanako Outside", asked.Text, StringComparison.Ordinal);
        Assert.Equal(0, await LinksAsync(address));

        var page = await asked.Form().SubmitAsync();
        Assert.Contains(linked, page.Text, StringComparison.Ordinal);
        Assert.EndsWith("/TimedOut", (await elsewhere.GetAsync($"/{language}/Account/Settings")).Path, StringComparison.Ordinal);
        Assert.Contains(address, (await host.Visitor().OutsideAsync(language, $"links-{language}", returnUrl: $"/{language}/Account/Settings")).Text, StringComparison.Ordinal);

        Assert.Contains(button, (await page.Form("form[action*=Unlink]").SubmitAsync()).Text, StringComparison.Ordinal);
        Assert.Equal($"/{language}/Account/Outside/Register", (await host.Visitor().OutsideAsync(language, $"links-{language}")).Path);
        var mail = (await host.MailAsync()).Where(m => m.To.Contains(address, StringComparison.Ordinal)).Select(m => m.Subject).ToList();
        Assert.Single(mail, s => s.Contains(told, StringComparison.Ordinal));
        Assert.Single(mail, s => s.Contains(gone, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ja", "パスワードを設定する")]
    [InlineData("en", "Set a password")]
    public async Task An_account_without_a_password_is_not_asked_for_it_but_may_have_one(string language, string heading)
    {
        using var member = await host.OutsiderAsync(language, $"bare-{language}", $"bare-{language}@example.jp");
        var page = await member.GetAsync($"/{language}/Account/Settings/Password");
        Assert.Equal(heading, page.Heading);
        Assert.Empty(page.Document.QuerySelectorAll("input[type=password]"));
        await (await member.GetAsync(page.Document.QuerySelector("main a.btn")!.GetAttribute("href")!)).Form().Fill("Address", $"bare-{language}@example.jp").SubmitAsync();
        await (await member.GetAsync(await host.LinkAsync($"bare-{language}@example.jp", "ResetPassword"))).Form().Fill("Password", AccountPages.Password).SubmitAsync();
        Assert.Equal($"/{language}", (await host.Visitor().SignInAsync(language, $"bare-{language}@example.jp")).Path);
    }

    [Fact]
    public async Task A_link_needs_a_fresh_proof_and_waits_for_it()
    {
        using var member = await host.MemberAsync("en", "stale@example.jp");
        await host.AdvanceAsync(TimeSpan.FromMinutes(6));
        var confirm = await (await (await member.GetAsync("/en/Account/Factors")).ThroughAsync("Link with Test service", "stale")).Form().SubmitAsync();
        Assert.Equal("/en/Account/Confirm", confirm.Path);
        Assert.Equal(0, await LinksAsync("stale@example.jp"));
        var back = await confirm.Form().Fill("Password", AccountPages.Password).SubmitAsync();
        Assert.Equal("/en/Account/OutsideLinks", back.Path);
        Assert.Contains("Linked with Test service", (await back.Form().SubmitAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_opens_one_account_already_cannot_be_linked_with_another()
    {
        using var first = await host.OutsiderAsync("en", "one", "one@example.jp");
        using var second = await host.MemberAsync("en", "two@example.jp");
        var answer = await (await (await second.GetAsync("/en/Account/Factors")).ThroughAsync("Link with Test service", "one")).Form().SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.StartsWith("This sign-in is already linked", Assert.Single(answer.Errors), StringComparison.Ordinal);
        Assert.Equal(0, await LinksAsync("two@example.jp"));
    }

    [Fact]
    public async Task An_account_with_an_authenticator_app_asks_for_its_code_after_the_provider_too()
    {
        var (secret, codes) = await WithAppAsync("coded");
        using var client = host.Visitor();
        var asked = await client.OutsideAsync("en", "coded", returnUrl: "/en/Account/Settings");
        Assert.Equal("/en/Account/SignIn/Code", asked.Path);
        Assert.EndsWith("/SignIn", (await client.GetAsync("/en/Account/Sessions")).Path, StringComparison.Ordinal);
        Assert.Equal("/en/Account/Settings", (await asked.Form().Fill("Code", Totp.Code(secret, host.Clock.GetUtcNow())).SubmitAsync()).Path);
        Assert.Equal((SignInMethod.OutsideAndCode, true), await SessionAsync("coded@example.jp"));

        await (await host.Visitor().OutsideAsync("en", "coded")).Form().Fill("Code", codes[0]).SubmitAsync();
        Assert.Equal((SignInMethod.OutsideAndRecoveryCode, true), await SessionAsync("coded@example.jp"));
    }

    [Fact]
    public async Task A_provider_whose_acr_counts_as_strong_needs_no_code()
    {
        await WithAppAsync("strong");
        Assert.Equal("/en/Account/Settings", (await host.Visitor().OutsideAsync("en", "strong+strong", returnUrl: "/en/Account/Settings")).Path);
        Assert.Equal((SignInMethod.Outside, true), await SessionAsync("strong@example.jp"));
    }

    [Fact]
    public async Task Signing_in_here_makes_an_old_sign_in_there_no_fresher()
    {
        using var member = await host.OutsiderAsync("en", "old", "old@example.jp");
        await host.AdvanceAsync(TimeSpan.FromMinutes(10));
        using var client = member;
        // The provider still knows the person and asks nothing.
        Assert.Equal("/en", (await (await client.GetAsync("/en/Account/SignIn")).FollowAsync("Sign in with Test service")).Path);
        var confirm = await (await client.GetAsync("/en/Account/Factors")).Form("form[action$='/BeginApp']").SubmitAsync();
        Assert.Equal("/en/Account/Confirm", confirm.Path);

        // Confirming asks the provider to ask again.
        Assert.Equal("/en/Account/Factors", (await confirm.ThroughAsync("Confirm with Test service", "old")).Path);
        Assert.Equal("/en/Account/Factors/App", (await (await client.GetAsync("/en/Account/Factors")).Form("form[action$='/BeginApp']").SubmitAsync()).Path);
    }

    [Fact]
    public async Task Somebody_else_over_there_confirms_nothing_here()
    {
        using var member = await host.OutsiderAsync("en", "mine", "mine@example.jp");
        using var known = await host.People.KnownAsync("mine@example.jp");
        var confirm = await known.GetAsync("/en/Account/Confirm?returnUrl=/en/Account/Factors");
        Assert.Equal("/en/Account/Outside/Failed", (await confirm.ThroughAsync("Confirm with Test service", "theirs")).Path);
    }

    [Fact]
    public async Task A_provider_that_does_not_say_when_proves_nothing_fresh()
    {
        using var member = await host.OutsiderAsync("en", "silent", "silent@example.jp");
        using var client = host.Visitor();
        await client.OutsideAsync("en", "silent+silent");
        Assert.Equal("/en/Account/Confirm", (await (await client.GetAsync("/en/Account/Factors")).Form("form[action$='/BeginApp']").SubmitAsync()).Path);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("+strong", true)]
    public async Task Staff_see_cases_after_an_outside_sign_in_only_if_it_counts_as_strong(string how, bool opens)
    {
        var login = $"officer{how.Length}";
        using var officer = await host.People.OfficerAsync(Government.Japan);
        await host.GiveFactorsAsync(officer.Id, passkeys: 2);
        await host.InDatabaseAsync(async db =>
        {
            db.UserLogins.Add(new Infrastructure.Federation.OutsideIdentity(host.Provider.GetLeftPart(UriPartial.Authority), login, null, null, new(false, default)).LoginOf(officer.Id));
            return await db.SaveChangesAsync();
        });
        var page = await host.Visitor().OutsideAsync("en", login + how, returnUrl: "/en/Fellowships/Cases");
        Assert.Equal(opens ? "/en/Fellowships/Cases" : "/en/Account/Factors", page.Path);
    }

    private async Task<(string Secret, IReadOnlyList<string> Codes)> WithAppAsync(string login)
    {
        using var member = await host.OutsiderAsync("en", login, $"{login}@example.jp");
        var page = await (await member.GetAsync("/en/Account/Factors")).Form("form[action$='/BeginApp']").SubmitAsync();
        var secret = page.TextOf("main code");
        var codes = (await page.Form().Fill("Code", Totp.Code(secret, host.Clock.GetUtcNow())).SubmitAsync()).TextsOf("main li code");
        await host.AdvanceAsync(TimeSpan.FromMinutes(1));
        return (secret, codes);
    }

    private Task<int> LinksAsync(string address) => host.InDatabaseAsync(db => db.UserLogins.CountAsync(l => db.People.Any(p => p.Id == l.UserId && p.MailAddress == address)));

    private Task<(SignInMethod, bool)> SessionAsync(string address) => host.InDatabaseAsync(async db =>
    {
        var session = await db.SignInSessions.Where(s => db.People.Any(p => p.Id == s.PersonId && p.MailAddress == address)).OrderByDescending(s => s.Id).FirstAsync();
        return (session.Method, session.IsStrong);
    });
}

/// <summary>Most portals know no outside provider.</summary>
public sealed class UnconfiguredPortalTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("/en/Account/Outside/Begin?key=test")]
    [InlineData("/en/Account/Outside/Return")]
    [InlineData("/en/Account/Outside/Register")]
    [InlineData("/en/Account/Outside/Failed")]
    [InlineData("/connect/outside/test?code=a&state=b")]
    public async Task It_has_no_such_address(string path) => Assert.Equal(HttpStatusCode.NotFound, (await host.Visitor().GetAsync(path)).Status);

    [Fact]
    public async Task It_has_no_such_button()
    {
        Assert.Null((await host.Visitor().GetAsync("/en/Account/SignIn")).Document.GetElementById("outside"));
        using var person = await host.People.CandidateAsync();
        Assert.Null((await person.GetAsync("/en/Account/Factors")).Document.GetElementById("outside"));
    }
}
