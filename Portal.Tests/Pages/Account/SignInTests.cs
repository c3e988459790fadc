using System.Net;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Account;

public sealed class SignInTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("ja", "メールアドレスかパスワードが違います。両方を確かめてください。5回まちがえたときは、5分待ってからお試しください")]
    [InlineData("en", "The mail address or the password is not right. Check both. After five wrong tries, wait five minutes")]
    public async Task A_wrong_password_an_unknown_address_and_a_waiting_account_get_the_same_answer(string language, string error)
    {
        var address = $"waits-{language}@example.jp";
        using var member = await host.MemberAsync(language, address);
        using var client = host.Visitor();
        var unknown = await client.SignInAsync(language, "nobody@example.jp");
        var wrong = await client.SignInAsync(language, address, "not my password at all");
        Assert.Equal([error], wrong.Errors);
        Assert.Equal((unknown.Status, unknown.Text), (wrong.Status, wrong.Text));

        for (var i = 0; i < 4; i++)
        {
            await client.SignInAsync(language, address, "not my password at all");
        }

        Assert.Equal(wrong.Text, (await client.SignInAsync(language, address)).Text);
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
