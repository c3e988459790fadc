using System.Net;
using Portal.Infrastructure.Identity;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Account;

public sealed class SignInTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("ja", "メールアドレスかパスワードが違います。両方を確かめてください", "試した回数が多すぎます。1分待ってからもう一度試すか、パスキーをお使いください")]
    [InlineData("en", "The mail address or the password is not right. Check both", "Too many tries. Wait 1 min and try again, or use a passkey")]
    public async Task A_known_and_an_unknown_address_get_the_same_answers_also_after_too_many_tries(string language, string error, string wait)
    {
        var (known, unknown) = ($"waits-{language}@example.jp", $"nobody-{language}@example.jp");
        using var member = await host.MemberAsync(language, known);
        using var client = host.Visitor();
        for (var i = 0; i < SignInAttempts.AtOneAccountFromOnePlace; i++)
        {
            var (wrong, nobody) = (await client.SignInAsync(language, known, "not my password at all"), await client.SignInAsync(language, unknown));
            Assert.Equal([error], wrong.Errors);
            Assert.Equal((nobody.Status, nobody.Text), (wrong.Status, wrong.Text));
        }

        foreach (var refused in new[] { await client.SignInAsync(language, known), await client.SignInAsync(language, unknown) })
        {
            Assert.Equal((HttpStatusCode.TooManyRequests, "60"), (refused.Status, refused.Headers["Retry-After"]));
            Assert.Equal([wait], refused.Errors);
            Assert.EndsWith($"-{language}@example.jp", refused.Form().Value("Address"), StringComparison.Ordinal);
        }

        host.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Empty((await client.SignInAsync(language, known)).Errors);
    }

    [Theory]
    [InlineData("ja", "メールアドレスの確認がまだです。新しいリンクを送りました。メールのリンクを開くと、ログインできます")]
    [InlineData("en", "Your mail address is not confirmed yet. We have just sent you a new link: open it, then you can sign in")]
    public async Task Only_who_knows_the_password_learns_that_the_address_is_not_confirmed(string language, string error)
    {
        var address = $"unconfirmed-{language}@example.jp";
        using var client = host.Visitor();
        await client.RegisterAsync(language, address);
        Assert.DoesNotContain(error, (await client.SignInAsync(language, address, "not my password at all")).Errors);
        Assert.Equal([error], (await client.SignInAsync(language, address)).Errors);
        Assert.Equal(2, (await host.MailAsync()).Count(m => m.To.Contains(address, StringComparison.Ordinal) && m.Text.Contains("/Account/ConfirmMail", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Who_registered_an_address_of_somebody_else_cannot_flood_it_with_links()
    {
        using var client = host.Visitor();
        await client.RegisterAsync("en", "flooded@example.jp");
        for (var i = 0; i < 7; i++)
        {
            Assert.Contains("not confirmed", Assert.Single((await client.SignInAsync("en", "flooded@example.jp")).Errors), StringComparison.Ordinal);
        }

        Assert.Equal(1 + 5, (await host.MailAsync()).Count(m => m.To.Contains("flooded@example.jp", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Signing_in_leads_back_to_the_page_that_asked()
    {
        using var member = await host.MemberAsync("en", "back@example.jp");
        using var client = host.Visitor();
        var asked = await client.GetAsync("/en/Account/Settings/Password?x=1");
        Assert.Equal("/en/Account/SignIn", asked.Path);
        var page = await asked.Form().Fill("Address", "Back@Example.jp").Fill("Password", AccountPages.Password).SubmitAsync();
        Assert.Equal("/en/Account/Settings/Password?x=1", page.Address.PathAndQuery);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("javascript:alert(1)")]
    public async Task Signing_in_never_leads_to_another_site(string returnUrl)
    {
        var address = $"open{Math.Abs(returnUrl.GetHashCode(StringComparison.Ordinal))}@example.jp";
        using var member = await host.MemberAsync("ja", address);
        var page = await host.Visitor().SignInAsync("ja", address, returnUrl: returnUrl);
        Assert.Equal((host.Address.Host, "/ja"), (page.Address.Host, page.Path));
        var timedOut = await host.Visitor().GetAsync($"/ja/Account/Session/TimedOut?returnUrl={Uri.EscapeDataString(returnUrl)}");
        Assert.Equal("/ja/Account/SignIn", timedOut.Document.QuerySelector("main a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_demonstration_list_lets_nobody_in_who_is_not_on_it()
    {
        using var person = await host.People.CandidateAsync();
        using var client = host.Visitor();
        var page = await client.GetAsync("/en/Account/SignIn");
        Assert.Equal(HttpStatusCode.NotFound, (await page.PostAsync(client, "/en/Account/DemoSignIn", ("person", person.Id.ToString()))).Status);
    }
}
