using System.Net;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Connect;

/// <summary>A system signs its person out; nobody else does.</summary>
public sealed class LogoutTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task With_a_hint_of_this_sign_in_it_goes_without_a_question_also_when_the_hint_has_expired()
    {
        using var system = await ConnectedSystem.RegisterAsync(host);
        using var person = await host.People.CandidateAsync();
        var tokens = await system.TokensAsync(person.Client);
        host.Clock.Advance(TimeSpan.FromMinutes(20));
        var landing = await LogoutAsync(system, person.Client, $"id_token_hint={tokens["id_token"]}&post_logout_redirect_uri={ConnectedSystem.SignedOut}&state=kept");
        Assert.Equal($"{ConnectedSystem.SignedOut}?state=kept", landing.Away!.ToString());
        Assert.Equal("/en/Account/SignIn", (await person.GetAsync("/en/Account/Settings")).Path);
        Assert.False(await host.InDatabaseAsync(db => Task.FromResult(db.SignInSessions.Any(s => s.PersonId == person.Id))));
        Assert.Equal("invalid_grant", (await system.RefreshAsync(tokens.Refresh))["error"]);
    }

    [Theory]
    [InlineData("ja", "ポータルからログアウトしますか")]
    [InlineData("en", "Sign out of the portal?")]
    public async Task Without_a_hint_the_person_is_asked(string language, string heading)
    {
        using var system = await ConnectedSystem.RegisterAsync(host);
        using var person = await host.People.CandidateAsync();
        var asked = await LogoutAsync(system, person.Client, $"client_id={system.Id}&post_logout_redirect_uri={ConnectedSystem.SignedOut}&ui_locales={language}");
        Assert.Equal(heading, asked.Page!.Heading);
        Assert.Contains("form-action 'self' https://system.example;", asked.Page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Equal("/en/Account/Settings", (await person.GetAsync("/en/Account/Settings")).Path);
        var landing = await system.FollowAsync(person.Client, asked.Page.Form("form[action*='/Connect/Logout']").Request());
        Assert.Equal(ConnectedSystem.SignedOut, landing.Away!.ToString());
        Assert.Equal("/en/Account/SignIn", (await person.GetAsync("/en/Account/Settings")).Path);
    }

    [Fact]
    public async Task The_hint_of_another_person_is_a_reason_to_ask()
    {
        using var system = await ConnectedSystem.RegisterAsync(host);
        using var attacker = await host.People.CandidateAsync();
        using var person = await host.People.CandidateAsync();
        var tokens = await system.TokensAsync(attacker.Client);
        Assert.Equal("Sign out of the portal?", (await LogoutAsync(system, person.Client, $"id_token_hint={tokens["id_token"]}")).Page!.Heading);
    }

    [Fact]
    public async Task Without_an_address_to_return_to_the_portal_says_that_it_is_done()
    {
        using var system = await ConnectedSystem.RegisterAsync(host);
        using var person = await host.People.CandidateAsync();
        var tokens = await system.TokensAsync(person.Client);
        Assert.Equal("/en/Account/SignOut/Done", (await LogoutAsync(system, person.Client, $"id_token_hint={tokens["id_token"]}")).Page!.Path);
    }

    [Theory]
    [InlineData("https://attacker.example/")]
    [InlineData("https://system.example/signed-out/")]
    [InlineData("https://system.example/callback")]
    public async Task It_returns_to_no_other_address(string address)
    {
        using var system = await ConnectedSystem.RegisterAsync(host);
        using var person = await host.People.CandidateAsync();
        var tokens = await system.TokensAsync(person.Client);
        var landing = await LogoutAsync(system, person.Client, $"id_token_hint={tokens["id_token"]}&post_logout_redirect_uri={Uri.EscapeDataString(address)}");
        Assert.Equal(HttpStatusCode.BadRequest, landing.Page!.Status);
        Assert.Equal("/en/Account/Settings", (await person.GetAsync("/en/Account/Settings")).Path);
    }

    [Fact]
    public async Task A_forged_hint_is_none()
    {
        using var system = await ConnectedSystem.RegisterAsync(host);
        using var person = await host.People.CandidateAsync();
        var parts = (await system.TokensAsync(person.Client))["id_token"]!.Split('.');
        var landing = await LogoutAsync(system, person.Client, $"id_token_hint={parts[0]}.{parts[1]}.{new string('A', parts[2].Length)}");
        Assert.Equal("Sign out of the portal?", landing.Page!.Heading);
    }

    private static Task<Landing> LogoutAsync(ConnectedSystem system, PortalClient browser, string query) =>
        system.FollowAsync(browser, new(HttpMethod.Get, $"/connect/logout?{query}"));
}
