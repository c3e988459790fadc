using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Shared;
using Portal.Infrastructure.Identity;
using Portal.Tests.Pages.Account;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Federation;

/// <summary>Signing in through a provider that is not ours, which runs beside the portal.</summary>
public sealed class OutsideSignInTests(FederationHost host) : IClassFixture<FederationHost>
{
    [Theory]
    [InlineData("ja", "メールを確認してください", "メールアドレスを確認しました")]
    [InlineData("en", "Check your mail", "Your mail address is confirmed")]
    public async Task The_first_sign_in_makes_an_account_whose_address_is_confirmed_by_mail(string language, string sent, string confirmed)
    {
        var address = $"first-{language}@example.jp";
        using var client = host.Visitor();
        var form = (await client.OutsideAsync(language, $"first-{language}", "佐藤 花子", address)).Form();
        Assert.Equal(("佐藤 花子", address), (form.Value("Name"), form.Value("Address")));
        Assert.Equal(sent, (await form.SubmitAsync()).Heading);
        Assert.EndsWith("/SignIn", (await client.GetAsync($"/{language}/Account/Settings")).Path, StringComparison.Ordinal);
        Assert.Equal(sent, (await client.OutsideAsync(language, $"first-{language}", mail: address)).Heading);

        var page = await client.GetAsync(await host.LinkAsync(address, "ConfirmMail"));
        Assert.Equal(language, page.Lang);
        Assert.Empty(page.Document.QuerySelectorAll("input[type=password]"));
        Assert.Equal(confirmed, (await page.ThroughAsync(language == "ja" ? "試験サービスで続ける" : "Continue with Test service", $"first-{language}")).Heading);
        Assert.Contains(address, (await client.GetAsync($"/{language}/Account/Settings")).Text, StringComparison.Ordinal);
        Assert.Equal((SignInMethod.Outside, false), await SessionAsync(address));
    }

    [Fact]
    public async Task The_next_sign_in_finds_the_account_by_issuer_and_subject_whatever_the_mail_address_says()
    {
        using var member = await host.OutsiderAsync("en", "moves", "moves@example.jp");
        using var client = host.Visitor();
        var page = await client.OutsideAsync("en", "moves", mail: "elsewhere@example.jp", returnUrl: "/en/Account/Settings");
        Assert.Equal("/en/Account/Settings", page.Path);
        Assert.Contains("moves@example.jp", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_else_with_the_same_mail_address_does_not_get_in_and_only_the_mail_tells()
    {
        using var member = await host.MemberAsync("en", "owner@example.jp");
        using var client = host.Visitor();
        var known = await (await client.OutsideAsync("en", "impostor", mail: "owner@example.jp")).Form().SubmitAsync();
        var unknown = await (await host.Visitor().OutsideAsync("en", "newcomer", mail: "newcomer@example.jp")).Form().SubmitAsync();
        Assert.Equal((unknown.Status, unknown.Path, unknown.Text), (known.Status, known.Path, known.Text));
        Assert.Contains(await host.MailAsync(), m => m.To.Contains("owner@example.jp", StringComparison.Ordinal) && m.Subject.Contains("You already have an account", StringComparison.Ordinal));
        Assert.EndsWith("/SignIn", (await client.GetAsync("/en/Account/Settings")).Path, StringComparison.Ordinal);
        Assert.Equal("/en/Account/Outside/Register", (await host.Visitor().OutsideAsync("en", "impostor", mail: "owner@example.jp")).Path);
        Assert.False(await host.InDatabaseAsync(db => db.UserLogins.AnyAsync(l => db.People.Any(p => p.Id == l.UserId && p.MailAddress == "owner@example.jp"))));
    }

    [Fact]
    public async Task A_mailed_link_confirms_only_for_whom_the_account_was_made()
    {
        using var attacker = host.Visitor();
        await (await attacker.OutsideAsync("en", "attacker", mail: "victim@example.jp")).Form().SubmitAsync();
        using var victim = host.Visitor();
        var link = await host.LinkAsync("victim@example.jp", "ConfirmMail");
        Assert.Equal("/en/Account/Outside/Failed", (await (await victim.GetAsync(link)).ThroughAsync("Continue with Test service", "victim")).Path);

        // The owner of the address takes the account over by a password; the attacker is out.
        await (await victim.GetAsync("/en/Account/ForgotPassword")).Form().Fill("Address", "victim@example.jp").SubmitAsync();
        await (await victim.GetAsync(await host.LinkAsync("victim@example.jp", "ResetPassword"))).Form().Fill("Password", AccountPages.Password).SubmitAsync();
        Assert.Equal("/en", (await victim.SignInAsync("en", "victim@example.jp")).Path);
        Assert.Equal("/en/Account/Outside/Register", (await attacker.OutsideAsync("en", "attacker")).Path);
    }

    [Fact]
    public async Task What_is_missing_is_said_at_its_field()
    {
        using var client = host.Visitor();
        var answer = await (await client.OutsideAsync("ja", "nameless", name: null)).Form().SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(["表示する名前を入力してください", "メールアドレスを入力してください（例：hanako@example.jp）"], answer.Errors);
        Assert.Equal("/ja/Account/Register/Sent", (await answer.Form().Fill("Name", "名無し").Fill("Address", "nameless@example.jp").SubmitAsync()).Path);
    }

    [Fact]
    public async Task A_client_with_a_key_signs_who_it_is_and_requests_are_pushed()
    {
        var page = await (await host.Visitor().GetAsync("/en/Account/SignIn")).ThroughAsync("Sign in with Key service", "keyed", mail: "keyed@example.jp");
        Assert.Equal("/en/Account/Outside/Register", page.Path);
        using var client = host.Visitor();
        var before = int.Parse(await host.AskAsync("/test/pushed"), System.Globalization.CultureInfo.InvariantCulture);
        var there = await (await client.GetAsync("/en/Account/SignIn")).FollowAsync("Sign in with Test service");
        Assert.Equal("Test provider", there.Heading);
        Assert.Equal(before + 1, int.Parse(await host.AskAsync("/test/pushed"), System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    public async Task Coming_back_never_leads_to_another_site(string returnUrl)
    {
        var login = $"back{Math.Abs(returnUrl.GetHashCode(StringComparison.Ordinal))}";
        using var member = await host.OutsiderAsync("ja", login, $"{login}@example.jp");
        var page = await host.Visitor().OutsideAsync("ja", login, returnUrl: returnUrl);
        Assert.Equal((host.Address.Authority, "/ja"), (page.Address.Authority, page.Path));
    }

    [Fact]
    public async Task The_cookies_on_the_way_are_out_of_reach_of_scripts_and_come_back_from_the_provider()
    {
        using var client = host.Visitor();
        using var answer = await client.SendAsync(new(HttpMethod.Get, "/en/Account/Outside/Begin?key=test"));
        var cookies = answer.Headers.GetValues("Set-Cookie").Select(c => c.ToLowerInvariant()).ToList();
        Assert.Equal(2, cookies.Count);
        Assert.All(cookies, c => Assert.Contains("samesite=lax", c, StringComparison.Ordinal));
        Assert.All(cookies, c => Assert.Contains("httponly", c, StringComparison.Ordinal));
        Assert.All(cookies, c => Assert.Contains("path=/connect/outside/test", c, StringComparison.Ordinal));
        Assert.StartsWith(host.Provider.ToString(), answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(["client_id", "request_uri"], System.Web.HttpUtility.ParseQueryString(answer.Headers.Location!.Query).AllKeys.Order());
    }

    private Task<(SignInMethod, bool)> SessionAsync(string address) => host.InDatabaseAsync(async db =>
    {
        var session = await db.SignInSessions.Where(s => db.People.Any(p => p.Id == s.PersonId && p.MailAddress == address)).OrderByDescending(s => s.StartedAt).FirstAsync();
        return (session.Method, session.IsStrong);
    });
}
