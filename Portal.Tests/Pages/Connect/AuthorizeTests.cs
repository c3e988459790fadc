using System.Net;
using Portal.Application.Shared;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Connect;

/// <summary>What a connected system may ask for, and what happens to everything else.</summary>
public sealed class AuthorizeTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Refused = "We cannot go on with this request";

    [Theory]
    [InlineData("ja", "「研修システム」にログインしますか", "氏名と言語を見ること", "許可する")]
    [InlineData("en", "Sign in to Training Hub?", "See your name and your language", "Allow")]
    public async Task The_person_is_asked_in_their_language_and_the_code_goes_to_the_registered_address(string language, string heading, string scope, string button)
    {
        using var system = await ConnectedSystem.RegisterAsync(host);
        using var person = await host.People.CandidateAsync();
        var asked = await system.AskAsync(person.Client, system.Request(changes: ("ui_locales", language)));
        Assert.Equal((heading, language), (asked.Page!.Heading, asked.Page.Lang));
        Assert.Contains(scope, asked.Page.Text, StringComparison.Ordinal);
        Assert.Contains("https://system.example", asked.Page.Text, StringComparison.Ordinal);
        Assert.Contains(button, asked.Page.TextsOf("main button"));
        Assert.Contains("form-action 'self' https://system.example;", asked.Page.Headers["Content-Security-Policy"], StringComparison.Ordinal);

        var answered = await system.AnswerAsync(person.Client, asked);
        Assert.StartsWith(ConnectedSystem.Callback + "?", answered.Away!.ToString(), StringComparison.Ordinal);
        Assert.Equal(("kept", host.Address.ToString()), (answered["state"], answered["iss"]));
        Assert.NotNull(answered["code"]);
    }

    [Fact]
    public async Task Who_denies_goes_back_without_a_code_and_is_asked_again_next_time()
    {
        using var system = await ConnectedSystem.RegisterAsync(host);
        using var person = await host.People.CandidateAsync();
        var answered = await system.AnswerAsync(person.Client, await system.AskAsync(person.Client, system.Request()), allow: false);
        Assert.Equal(("access_denied", null, "kept"), (answered["error"], answered["code"], answered["state"]));
        Assert.NotNull((await system.AskAsync(person.Client, system.Request())).Page);
    }

    [Fact]
    public async Task A_permission_is_remembered_until_more_is_asked_or_the_system_wants_it_again()
    {
        using var system = await ConnectedSystem.RegisterAsync(host);
        using var person = await host.People.CandidateAsync();
        await system.CodeAsync(person.Client, system.Request("openid profile"));
        Assert.NotNull((await system.AskAsync(person.Client, system.Request("openid profile")))["code"]);
        Assert.NotNull((await system.AskAsync(person.Client, system.Request("openid")))["code"]);
        Assert.Contains("Sign in to", (await system.AskAsync(person.Client, system.Request("openid profile email"))).Page!.Heading, StringComparison.Ordinal);
        Assert.Contains("Sign in to", (await system.AskAsync(person.Client, system.Request("openid", ("prompt", "consent")))).Page!.Heading, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("client_id", "nobody")]
    [InlineData("client_id", null)]
    [InlineData("redirect_uri", "https://attacker.example/callback")]
    [InlineData("redirect_uri", "https://system.example/callback/")]
    [InlineData("redirect_uri", "https://system.example/callback?more=1")]
    [InlineData("redirect_uri", "https://system.example/CALLBACK")]
    [InlineData("redirect_uri", "http://system.example/callback")]
    [InlineData("redirect_uri", "https://system.example@attacker.example/callback")]
    [InlineData("redirect_uri", null)]
    public async Task A_foreign_system_or_address_gets_a_page_of_ours_and_no_redirect(string name, string? value)
    {
        using var system = await ConnectedSystem.RegisterAsync(host);
        using var person = await host.People.CandidateAsync();
        var landing = await system.AskAsync(person.Client, system.Request(changes: (name, value)));
        Assert.Null(landing.Away);
        Assert.Equal((HttpStatusCode.BadRequest, Refused), (landing.Page!.Status, landing.Page.Heading));
        Assert.DoesNotContain("openiddict", landing.Page.Html, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(landing.Page.Document.QuerySelectorAll("[href^='https://attacker'], [action^='https://attacker']"));
    }

    /// <summary>OpenIddict leads nobody anywhere with a request that it does not accept as a whole, the registered address included.</summary>
    [Theory]
    [InlineData("code_challenge_method", "plain")]
    [InlineData("code_challenge_method", null)]
    [InlineData("code_challenge", null)]
    [InlineData("scope", "openid everything")]
    [InlineData("response_type", "token")]
    [InlineData("response_type", "code id_token")]
    [InlineData("response_mode", "form_post")]
    [InlineData("prompt", "select_account")]
    [InlineData("prompt", "none login")]
    [InlineData("request", "eyJhbGciOiJub25lIn0.e30.")]
    [InlineData("request_uri", "https://attacker.example/request.jwt")]
    public async Task A_wrong_request_gets_the_same_page(string name, string? value)
    {
        using var system = await ConnectedSystem.RegisterAsync(host);
        using var person = await host.People.CandidateAsync();
        var landing = await system.AskAsync(person.Client, system.Request(changes: (name, value)));
        Assert.Null(landing.Away);
        Assert.Equal((HttpStatusCode.BadRequest, Refused), (landing.Page!.Status, landing.Page.Heading));
    }

    [Fact]
    public async Task A_system_gets_no_scope_that_it_is_not_registered_for()
    {
        using var system = await ConnectedSystem.RegisterAsync(host, more: r => r.Permissions.RemoveWhere(p => p.EndsWith("portal.me", StringComparison.Ordinal)));
        using var person = await host.People.CandidateAsync();
        Assert.Equal(Refused, (await system.AskAsync(person.Client, system.Request("openid portal.me"))).Page!.Heading);
    }

    [Fact]
    public async Task A_confidential_system_must_push_its_request_and_uses_it_once()
    {
        using var system = await ConnectedSystem.RegisterAsync(host, isConfidential: true);
        using var person = await host.People.CandidateAsync();
        Assert.Equal(Refused, (await system.AskAsync(person.Client, system.Request())).Page!.Heading);

        var pushed = await system.PostAsync("/connect/par", [.. system.Request().Where(p => p.Key != "client_id").Select(p => (p.Key, p.Value))]);
        Assert.Equal(HttpStatusCode.Created, pushed.Status);
        var request = new Dictionary<string, string> { ["client_id"] = system.Id, ["request_uri"] = pushed["request_uri"]! };
        Assert.Equal(HttpStatusCode.OK, (await system.ExchangeAsync(await system.CodeAsync(person.Client, request))).Status);
        Assert.Equal(Refused, (await system.AskAsync(person.Client, request)).Page!.Heading);

        using var other = await ConnectedSystem.RegisterAsync(host);
        Assert.Equal(Refused, (await system.AskAsync(person.Client, new(request) { ["client_id"] = other.Id })).Page!.Heading);
    }

    [Fact]
    public async Task Who_is_not_signed_in_comes_back_to_the_request_after_password_and_page_in_between()
    {
        using var system = await ConnectedSystem.RegisterAsync(host);
        using var member = await Account.AccountPages.MemberAsync(host, "en", "connect@example.jp");
        using var browser = host.Visitor();
        var signIn = (await system.AskAsync(browser, system.Request(changes: ("ui_locales", "ja")))).Page!;
        Assert.Equal("/ja/Account/SignIn", signIn.Path);
        var between = await signIn.Form().Fill("Address", "connect@example.jp").Fill("Password", Account.AccountPages.Password).SubmitAsync();
        Assert.Equal("/ja/Connect/Continue", between.Path);
        Assert.StartsWith("0; url=/ja/Connect/Authorize?", between.Headers["Refresh"], StringComparison.Ordinal);
        Assert.Equal("「研修システム」にログインしますか", (await between.FollowAsync("進む")).Heading);
    }

    [Theory]
    [InlineData("https://attacker.example/connect/authorize")]
    [InlineData("//attacker.example/connect/authorize")]
    [InlineData("/en/Account/Settings")]
    [InlineData("")]
    public async Task The_page_in_between_leads_to_the_protocol_only(string address)
    {
        using var browser = host.Visitor();
        var page = await browser.GetAsync($"/en/Connect/Continue?returnUrl={Uri.EscapeDataString(address)}");
        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.False(page.Headers.ContainsKey("Refresh"));
    }

    [Fact]
    public async Task Staff_set_up_their_ways_in_before_another_system_learns_of_them()
    {
        using var system = await ConnectedSystem.RegisterAsync(host);
        using var officer = await host.People.OfficerAsync(Government.Japan);
        await host.People.AgainAsync(officer, SignInMethod.Password);
        Assert.Equal("/en/Account/Factors", (await system.AskAsync(officer.Client, system.Request())).Page!.Path);
        Assert.Equal("interaction_required", (await system.AskAsync(officer.Client, system.Request(changes: ("prompt", "none"))))["error"]);
    }

    [Fact]
    public async Task Another_site_cannot_press_the_button()
    {
        using var system = await ConnectedSystem.RegisterAsync(host);
        using var person = await host.People.CandidateAsync();
        var form = (await system.AskAsync(person.Client, system.Request())).Page!.Form();
        using var foreign = form.Request("allow", "true");
        foreign.Headers.Add("Sec-Fetch-Site", "cross-site");
        Assert.Equal(HttpStatusCode.Forbidden, (await person.Client.SendAsync(foreign)).StatusCode);
        using var tokenless = form.Without("__RequestVerificationToken").Request("allow", "true");
        Assert.Equal(HttpStatusCode.BadRequest, (await person.Client.SendAsync(tokenless)).StatusCode);
    }
}
