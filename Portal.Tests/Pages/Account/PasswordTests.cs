using System.Net;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Account;

public sealed class PasswordTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string New = "the cat prefers warm milk";

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public async Task A_forgotten_password_is_replaced_by_a_mailed_link_once(string language)
    {
        var address = $"forgot-{language}@example.jp";
        using var member = await host.MemberAsync(language, address);
        await AskAsync(language, address);
        var link = await host.LinkAsync(address, "ResetPassword");
        using var client = host.Visitor();
        await client.GetAsync(link);
        var done = await (await client.GetAsync(link)).Form().Fill("Password", New).SubmitAsync();
        Assert.Equal($"/{language}/Account/ResetPassword/Done", done.Path);

        Assert.EndsWith("/TimedOut", (await member.GetAsync($"/{language}/Account/Settings")).Path, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.SignInAsync(language, address)).Status);
        Assert.Equal($"/{language}", (await client.SignInAsync(language, address, New)).Path);
        Assert.Equal(language == "ja" ? "このリンクは使えません" : "This link cannot be used", (await client.GetAsync(link)).Heading);
        Assert.Contains(await host.MailAsync(), m => m.To.Contains(address, StringComparison.Ordinal) && m.Text.Contains("/Account/ForgotPassword", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public async Task A_known_and_an_unknown_address_get_the_same_answer(string language)
    {
        var address = $"asks-{language}@example.jp";
        using var member = await host.MemberAsync(language, address);
        var (known, unknown) = (await AskAsync(language, address), await AskAsync(language, $"nobody-{language}@example.jp"));
        Assert.Equal((HttpStatusCode.OK, unknown.Path, unknown.Text), (known.Status, known.Path, known.Text));
        Assert.DoesNotContain(await host.MailAsync(), m => m.To.Contains("nobody", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_reset_link_works_for_one_hour()
    {
        using var member = await host.MemberAsync("en", "hour@example.jp");
        await AskAsync("en", "hour@example.jp");
        var link = await host.LinkAsync("hour@example.jp", "ResetPassword");
        host.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal("Choose a new password", (await host.Visitor().GetAsync(link)).Heading);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("This link cannot be used", (await host.Visitor().GetAsync(link)).Heading);
    }

    [Fact]
    public async Task A_link_to_confirm_does_not_reset()
    {
        using var client = host.Visitor();
        await client.RegisterAsync("en", "purpose@example.jp");
        var link = await host.LinkAsync("purpose@example.jp", "ConfirmMail");
        Assert.Equal("This link cannot be used", (await client.GetAsync(link.Replace("ConfirmMail", "ResetPassword", StringComparison.Ordinal))).Heading);
    }

    [Fact]
    public async Task Changing_the_password_keeps_this_session_and_ends_the_others()
    {
        using var here = await host.MemberAsync("en", "change@example.jp");
        using var elsewhere = host.Visitor();
        await elsewhere.SignInAsync("en", "change@example.jp");
        var form = (await here.GetAsync("/en/Account/Settings/Password")).Form().Fill("Current", AccountPages.Password).Fill("Password", New);
        Assert.Equal("/en/Account/Settings", (await form.SubmitAsync()).Path);
        Assert.Equal("/en/Account/Settings", (await here.GetAsync("/en/Account/Settings")).Path);
        Assert.Equal("/en/Account/Session/TimedOut", (await elsewhere.GetAsync("/en/Account/Settings")).Path);
    }

    [Theory]
    [InlineData("ja", "今のパスワードが違います。確かめて、もう一度入力してください")]
    [InlineData("en", "This is not your current password. Check it and enter it again")]
    public async Task The_current_password_is_asked(string language, string error)
    {
        using var member = await host.MemberAsync(language, $"current-{language}@example.jp");
        var form = (await member.GetAsync($"/{language}/Account/Settings/Password")).Form().Fill("Current", "wrong").Fill("Password", New);
        Assert.Equal(error, (await form.SubmitAsync()).SentenceAt("Current"));
    }

    private async Task<HtmlPage> AskAsync(string language, string address)
    {
        using var client = host.Visitor();
        return await (await client.GetAsync($"/{language}/Account/ForgotPassword")).Form().Fill("Address", address).SubmitAsync();
    }
}
