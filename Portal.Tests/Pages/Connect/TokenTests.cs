using System.Net;
using Portal.Application.Identity;
using Portal.Application.Shared;
using Portal.Infrastructure.Connect;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Connect;

/// <summary>Codes and tokens count once, for whom they were made, for as long as they should, and no longer than the sign-in behind them.</summary>
public sealed class TokenTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task A_code_that_comes_twice_ends_what_was_issued_for_it()
    {
        using var system = await ConnectedSystem.RegisterAsync(host);
        using var person = await host.People.CandidateAsync();
        var code = await system.CodeAsync(person.Client);
        var tokens = await system.ExchangeAsync(code);
        Assert.Equal(HttpStatusCode.OK, (await system.GetAsync("/api/me", tokens.Access)).Status);
        AssertRefused("invalid_grant", await system.ExchangeAsync(code));
        Assert.Equal(HttpStatusCode.Unauthorized, (await system.GetAsync("/api/me", tokens.Access)).Status);
        AssertRefused("invalid_grant", await system.RefreshAsync(tokens.Refresh));
    }

    [Fact]
    public async Task A_code_needs_its_verifier_its_address_and_its_system()
    {
        using var system = await ConnectedSystem.RegisterAsync(host);
        using var other = await ConnectedSystem.RegisterAsync(host);
        using var person = await host.People.CandidateAsync();
        AssertRefused("invalid_grant", await system.ExchangeAsync(await system.CodeAsync(person.Client), new string('a', 43)));
        AssertRefused("invalid_request", await system.ExchangeAsync(await system.CodeAsync(person.Client), null));
        AssertRefused("invalid_grant", await system.ExchangeAsync(await system.CodeAsync(person.Client), redirect: "https://system.example/other"));
        AssertRefused("invalid_grant", await other.ExchangeAsync(await system.CodeAsync(person.Client)));
        AssertRefused("invalid_grant", await system.ExchangeAsync("made-up"));
    }

    [Fact]
    public async Task A_code_lasts_a_minute_and_an_access_token_ten()
    {
        using var system = await ConnectedSystem.RegisterAsync(host);
        using var person = await host.People.CandidateAsync();
        var (late, code) = (await system.CodeAsync(person.Client), await system.CodeAsync(person.Client));
        host.Clock.Advance(OpenIddictSetup.CodeLife - TimeSpan.FromSeconds(1));
        var tokens = await system.ExchangeAsync(code);
        host.Clock.Advance(TimeSpan.FromSeconds(2));
        AssertRefused("invalid_grant", await system.ExchangeAsync(late));

        Assert.True(int.Parse(tokens["expires_in"]!, System.Globalization.CultureInfo.InvariantCulture) <= 600);
        host.Clock.Advance(OpenIddictSetup.AccessTokenLife - TimeSpan.FromSeconds(3));
        Assert.Equal(HttpStatusCode.OK, (await system.GetAsync("/api/me", tokens.Access)).Status);
        host.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(HttpStatusCode.Unauthorized, (await system.GetAsync("/api/me", tokens.Access)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await system.GetAsync("/connect/userinfo", tokens.Access)).Status);
    }

    [Fact]
    public async Task A_refresh_token_that_comes_again_after_a_few_seconds_ends_the_chain()
    {
        using var system = await ConnectedSystem.RegisterAsync(host);
        using var person = await host.People.CandidateAsync();
        var first = await system.TokensAsync(person.Client);
        var second = await system.RefreshAsync(first.Refresh);
        Assert.NotEqual(first.Refresh, second.Refresh);
        host.Clock.Advance(OpenIddictSetup.ReuseLeeway - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await system.RefreshAsync(first.Refresh)).Status);
        host.Clock.Advance(TimeSpan.FromSeconds(2));
        AssertRefused("invalid_grant", await system.RefreshAsync(first.Refresh));
        AssertRefused("invalid_grant", await system.RefreshAsync(second.Refresh));
        Assert.Equal(HttpStatusCode.Unauthorized, (await system.GetAsync("/api/me", second.Access)).Status);
    }

    [Fact]
    public async Task Twelve_hours_after_the_sign_in_nothing_is_renewed_any_more()
    {
        using var system = await ConnectedSystem.RegisterAsync(host);
        using var person = await host.People.CandidateAsync();
        var tokens = await system.TokensAsync(person.Client);
        for (var hours = 1; hours < 12; hours++)
        {
            host.Clock.Advance(TimeSpan.FromHours(1));
            tokens = await system.RefreshAsync(tokens.Refresh);
            Assert.Equal(HttpStatusCode.OK, tokens.Status);
        }

        host.Clock.Advance(TimeSpan.FromHours(1));
        AssertRefused("invalid_grant", await system.RefreshAsync(tokens.Refresh));
    }

    [Fact]
    public async Task Signing_out_ends_what_other_systems_were_given()
    {
        using var person = await host.People.CandidateAsync();
        await EndsWithAsync(person, async () => await (await person.GetAsync("/en/Account/Settings")).Form("form[action$='/Account/SignOut']").SubmitAsync());
    }

    [Fact]
    public async Task An_ended_role_ends_it_too()
    {
        using var officer = await host.People.OfficerAsync(Government.Japan);
        await EndsWithAsync(officer, () => host.InScopeAsync<ISignInSessions, int>(async s =>
        {
            await s.EndAllAsync(officer.Id, TestContext.Current.CancellationToken);
            return 0;
        }));
    }

    [Fact]
    public async Task Taking_the_permission_back_ends_it_at_once()
    {
        using var person = await host.People.CandidateAsync();
        await EndsWithAsync(person, async () =>
        {
            var page = await person.GetAsync("/ja/Account/Systems");
            Assert.Equal(["研修システム"], page.TextsOf("main h2"));
            Assert.Contains("情報の利用を許可しているシステムはありません", (await page.Form("form[action$=TakeBack]").SubmitAsync()).Text, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await page.Form("form[action$=TakeBack]").SubmitAsync()).Status);
        });
    }

    [Fact]
    public async Task A_new_password_ends_it_and_the_browser_stays_signed_in()
    {
        using var member = await Account.AccountPages.MemberAsync(host, "en", "new-password@example.jp");
        using var system = await ConnectedSystem.RegisterAsync(host);
        var tokens = await system.TokensAsync(member);
        await (await member.GetAsync("/en/Account/Settings/Password")).Form()
            .Fill("Current", Account.AccountPages.Password).Fill("Password", "my cat eats blue cheese").SubmitAsync();
        AssertRefused("invalid_grant", await system.RefreshAsync(tokens.Refresh));
        Assert.Equal(HttpStatusCode.OK, (await system.GetAsync("/api/me", (await system.TokensAsync(member)).Access)).Status);
    }

    [Fact]
    public async Task A_fresh_proof_leaves_what_was_given_alone()
    {
        using var member = await Account.AccountPages.MemberAsync(host, "en", "proof@example.jp");
        using var system = await ConnectedSystem.RegisterAsync(host);
        var tokens = await system.TokensAsync(member);
        await (await member.GetAsync("/en/Account/Confirm")).Form("form:has([name=Password])").Fill("Password", Account.AccountPages.Password).SubmitAsync();
        Assert.Equal(HttpStatusCode.OK, (await system.GetAsync("/api/me", tokens.Access)).Status);
        Assert.Equal(HttpStatusCode.OK, (await system.RefreshAsync(tokens.Refresh)).Status);
    }

    [Fact]
    public async Task A_system_for_itself_gets_nothing_that_belongs_to_persons()
    {
        using var system = await ConnectedSystem.RegisterAsync(host, isConfidential: true);
        var own = await system.PostAsync("/connect/token", ("grant_type", "client_credentials"));
        Assert.Equal(HttpStatusCode.OK, own.Status);
        Assert.Equal(system.Id, TokenAnswer.Jwt(own.Access).GetProperty("sub").GetString());
        Assert.Equal(HttpStatusCode.Unauthorized, (await system.GetAsync("/api/me", own.Access)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await system.GetAsync("/connect/userinfo", own.Access)).Status);
        AssertRefused("invalid_scope", await system.PostAsync("/connect/token", ("grant_type", "client_credentials"), ("scope", "portal.me")));
        using var guesser = new ConnectedSystem(host, system.Id, new string('x', 43));
        AssertRefused("invalid_client", await guesser.PostAsync("/connect/token", ("grant_type", "client_credentials")));
        using var open = await ConnectedSystem.RegisterAsync(host);
        AssertRefused("invalid_request", await open.PostAsync("/connect/token", ("grant_type", "client_credentials")));
    }

    [Fact]
    public async Task Introspection_and_revocation_are_for_the_own_tokens()
    {
        using var system = await ConnectedSystem.RegisterAsync(host, isConfidential: true);
        using var other = await ConnectedSystem.RegisterAsync(host, isConfidential: true);
        var own = await system.PostAsync("/connect/token", ("grant_type", "client_credentials"));
        Assert.Equal("True", (await system.PostAsync("/connect/introspect", ("token", own.Access)))["active"]);
        Assert.Equal("False", (await other.PostAsync("/connect/introspect", ("token", own.Access)))["active"]);
        await other.PostAsync("/connect/revoke", ("token", own.Access));
        Assert.Equal("True", (await system.PostAsync("/connect/introspect", ("token", own.Access)))["active"]);
        Assert.Equal(HttpStatusCode.OK, (await system.PostAsync("/connect/revoke", ("token", own.Access))).Status);
        Assert.Equal("False", (await system.PostAsync("/connect/introspect", ("token", own.Access)))["active"]);
    }

    private async Task EndsWithAsync(SignedIn person, Func<Task> end)
    {
        using var system = await ConnectedSystem.RegisterAsync(host);
        var tokens = await system.TokensAsync(person.Client);
        Assert.Equal(HttpStatusCode.OK, (await system.GetAsync("/api/me", tokens.Access)).Status);
        Assert.Equal(HttpStatusCode.OK, (await system.GetAsync("/connect/userinfo", tokens.Access)).Status);
        await end();
        Assert.Equal(HttpStatusCode.Unauthorized, (await system.GetAsync("/api/me", tokens.Access)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await system.GetAsync("/connect/userinfo", tokens.Access)).Status);
        AssertRefused("invalid_grant", await system.RefreshAsync(tokens.Refresh));
    }

    private static void AssertRefused(string error, TokenAnswer answer) =>
        Assert.Equal((error, null, null, null), (answer["error"], answer["error_description"], answer["error_uri"], answer["access_token"]));
}
