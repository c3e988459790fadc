using Portal.Application.Shared;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Connect;

/// <summary>What a system hears of a sign-in is what happened, and a newer or stronger one is asked for when the system wants it.</summary>
public sealed class SignInLevelTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Aal1 = "http://idmanagement.gov/ns/assurance/aal/1", Aal2 = "http://idmanagement.gov/ns/assurance/aal/2", Phishing = Aal2 + "?phishing_resistant=true";

    [Theory]
    [InlineData(SignInMethod.Password, Aal1, "pwd")]
    [InlineData(SignInMethod.PasswordAndCode, Aal2, "pwd otp mfa")]
    [InlineData(SignInMethod.PasswordAndRecoveryCode, Aal2, "pwd mfa")]
    [InlineData(SignInMethod.Passkey, Phishing, "swk user mfa")]
    [InlineData(SignInMethod.DeviceBoundPasskey, Phishing, "hwk user mfa")]
    [InlineData(SignInMethod.Outside, Aal1, "")]
    [InlineData(SignInMethod.Demonstration, "0", "")]
    public async Task The_token_says_how_and_when_the_person_signed_in(SignInMethod method, string acr, string amr)
    {
        using var system = await ConnectedSystem.RegisterAsync(host);
        using var person = await host.People.CandidateAsync();
        await host.People.AgainAsync(person, method);
        var provedAt = host.Clock.GetUtcNow();
        host.Clock.Advance(TimeSpan.FromMinutes(7));
        var first = await system.TokensAsync(person.Client);
        host.Clock.Advance(TimeSpan.FromMinutes(7));
        foreach (var token in new[] { first.IdToken, (await system.RefreshAsync(first.Refresh)).IdToken, TokenAnswer.Jwt(first.Access) })
        {
            Assert.Equal(person.Id.ToString(), token.GetProperty("sub").GetString());
            Assert.Equal(acr, token.GetProperty("acr").GetString());
            Assert.Equal(provedAt.ToUnixTimeSeconds(), token.GetProperty("auth_time").GetInt64());
            Assert.Equal(amr, token.TryGetProperty("amr", out var words) ? Words(words) : "");
        }
    }

    private static string Words(System.Text.Json.JsonElement words) => string.Join(' ', words.EnumerateArray().Select(w => w.GetString()));

    [Theory]
    [InlineData("prompt", "login")]
    [InlineData("max_age", "0")]
    [InlineData("max_age", "60")]
    [InlineData("acr_values", Aal2)]
    [InlineData("acr_values", "urn:unknown " + Phishing)]
    public async Task A_newer_or_stronger_sign_in_is_asked_for_once(string name, string value)
    {
        var address = $"{name}{value.Length}@example.jp";
        using var member = await Account.AccountPages.MemberAsync(host, "en", address);
        using var system = await ConnectedSystem.RegisterAsync(host);
        await system.CodeAsync(member);
        host.Clock.Advance(TimeSpan.FromSeconds(61));
        var asked = await system.AskAsync(member, system.Request(changes: (name, value)));
        Assert.Equal("/en/Account/Confirm", asked.Page!.Path);

        host.Clock.Advance(TimeSpan.FromSeconds(10));
        var proof = host.Clock.GetUtcNow();
        var between = await asked.Page.Form("form:has([name=Password])").Fill("Password", Account.AccountPages.Password).SubmitAsync();
        var back = await system.FollowAsync(member, new(HttpMethod.Get, between.Document.QuerySelector("main a.btn")!.GetAttribute("href")));
        var token = (await system.ExchangeAsync(back["code"]!)).IdToken;
        Assert.Equal(proof.ToUnixTimeSeconds(), token.GetProperty("auth_time").GetInt64());
        Assert.Equal(Aal1, token.GetProperty("acr").GetString());
    }

    [Theory]
    [InlineData("max_age", "62")]
    [InlineData("acr_values", Aal1)]
    [InlineData("acr_values", "urn:unknown")]
    public async Task What_the_sign_in_fulfils_is_not_asked_again(string name, string value)
    {
        using var system = await ConnectedSystem.RegisterAsync(host);
        using var person = await host.People.CandidateAsync();
        await host.People.AgainAsync(person, SignInMethod.Password);
        await system.CodeAsync(person.Client);
        host.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.NotNull((await system.AskAsync(person.Client, system.Request(changes: (name, value))))["code"]);
    }

    [Fact]
    public async Task A_proof_given_for_one_request_is_none_for_another()
    {
        using var member = await Account.AccountPages.MemberAsync(host, "en", "other-request@example.jp");
        using var system = await ConnectedSystem.RegisterAsync(host);
        await system.CodeAsync(member);
        var asked = await system.AskAsync(member, system.Request(changes: ("prompt", "login")));
        var demand = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(new Uri(host.Address, asked.Page!.Form("form:has([name=Password])").Value("ReturnUrl")!).Query)["proof"].ToString();
        Assert.NotEmpty(demand);
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await asked.Page.Form("form:has([name=Password])").Fill("Password", Account.AccountPages.Password).SubmitAsync();
        Assert.Equal("/en/Account/Confirm", (await system.AskAsync(member, system.Request(changes: [("prompt", "login"), ("nonce", "other"), ("proof", demand)]))).Page!.Path);
        Assert.NotNull((await system.AskAsync(member, system.Request(changes: [("prompt", "login"), ("proof", demand)])))["code"]);
    }

    [Fact]
    public async Task Without_a_page_the_system_hears_what_was_missing()
    {
        using var system = await ConnectedSystem.RegisterAsync(host);
        using var nobody = host.Visitor();
        using var person = await host.People.CandidateAsync();
        await host.People.AgainAsync(person, SignInMethod.Password);
        async Task<string?> HearAsync(PortalClient browser, params (string, string?)[] more) =>
            (await system.AskAsync(browser, system.Request("openid", [("prompt", "none"), .. more])))["error"];

        Assert.Equal("login_required", await HearAsync(nobody));
        Assert.Equal("consent_required", await HearAsync(person.Client));
        await system.CodeAsync(person.Client, system.Request("openid"));
        Assert.Null(await HearAsync(person.Client));
        Assert.Null(await HearAsync(person.Client, ("acr_values", Aal2)));
        host.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal("login_required", await HearAsync(person.Client, ("max_age", "60")));
    }
}
