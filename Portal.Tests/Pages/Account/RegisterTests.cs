using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Account;

public sealed class RegisterTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("ja", "メールを確認してください", "メールアドレスを確認しました")]
    [InlineData("en", "Check your mail", "Your mail address is confirmed")]
    public async Task A_person_registers_confirms_the_address_and_is_signed_in(string language, string sent, string confirmed)
    {
        var address = $"new-{language}@example.jp";
        using var client = host.Visitor();
        var answer = await client.RegisterAsync(language, address);
        Assert.Equal((HttpStatusCode.OK, sent), (answer.Status, answer.Heading));
        Assert.Equal(language, Assert.Single(await host.MailAsync(), m => m.To.Contains(address, StringComparison.Ordinal)).Language);

        var page = await client.GetAsync(await host.LinkAsync(address, "ConfirmMail"));
        Assert.Equal(language, page.Lang);
        Assert.Equal(confirmed, (await page.Form().Fill("Password", AccountPages.Password).SubmitAsync()).Heading);
        Assert.Contains(address, (await client.GetAsync($"/{language}/Account/Settings")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opening_the_link_spends_nothing()
    {
        using var client = host.Visitor();
        await client.RegisterAsync("en", "scanner@example.jp");
        var link = await host.LinkAsync("scanner@example.jp", "ConfirmMail");
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal("Confirm your mail address", (await host.Visitor().GetAsync(link)).Heading);
        }

        Assert.False(await host.InDatabaseAsync(db => db.Users.Where(u => u.NormalizedEmail == "scanner@example.jp").Select(u => u.EmailConfirmed).SingleAsync()));
    }

    [Fact]
    public async Task The_link_alone_does_not_confirm_an_address_that_somebody_else_registered()
    {
        using var client = host.Visitor();
        await client.RegisterAsync("en", "victim@example.jp", password: "the attacker chose this one");
        var page = await client.GetAsync(await host.LinkAsync("victim@example.jp", "ConfirmMail"));
        var answer = await page.Form().Fill("Password", AccountPages.Password).SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal("This is not the password of this account. Check it, or choose a new one by the link below", answer.SentenceAt("Password"));
        Assert.EndsWith("/SignIn", (await client.GetAsync("/en/Account/Settings")).Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ja", "表示する名前を入力してください", "メールアドレスを入力してください（例：hanako@example.jp）", "パスワードは15文字以上にしてください。自分だけが知っている文を使うと覚えやすくなります")]
    [InlineData("en", "Enter the name to show", "Enter a mail address, for example hanako@example.jp", "The password must be 15 characters or more. A sentence that only you know works well")]
    public async Task What_is_missing_is_said_at_its_field_and_in_the_summary(string language, params string[] errors)
    {
        using var client = host.Visitor();
        var answer = await client.RegisterAsync(language, "no address", " ", "short");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(errors, answer.Errors);
        Assert.Equal(errors, new[] { "Name", "Address", "Password" }.Select(answer.SentenceAt));
        Assert.Equal(("no address", ""), (answer.Form().Value("Address"), answer.Form().Value("Password")));
    }

    [Theory]
    [InlineData("ja", "よく使われる言葉や、くり返し、キーの並びだけでできたパスワードは推測されます。別のものにしてください")]
    [InlineData("en", "This password is easy to guess: it is made of common words, repeats or rows of keys. Choose another one")]
    public async Task A_common_password_is_refused(string language, string error)
    {
        using var client = host.Visitor();
        Assert.Equal([error], (await client.RegisterAsync(language, "common@example.jp", password: "CyberPortalJapan2026")).Errors);
    }

    [Fact]
    public async Task A_known_and_an_unknown_address_get_the_same_answer()
    {
        using var member = await host.MemberAsync("en", "known@example.jp");
        var known = await host.Visitor().RegisterAsync("ja", "Ｋｎｏｗｎ@example.jp");
        var unknown = await host.Visitor().RegisterAsync("ja", "unknown@example.jp");
        Assert.Equal((unknown.Status, unknown.Path, unknown.Text), (known.Status, known.Path, known.Text));

        var mail = (await host.MailAsync()).Where(m => m.To.Contains("known@example.jp", StringComparison.Ordinal) && !m.To.Contains("unknown", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, mail.Count);
        Assert.Single(mail, m => m.Text.Contains("/en/Account/SignIn", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ja", "このリンクは使えません")]
    [InlineData("en", "This link cannot be used")]
    public async Task A_link_that_is_old_changed_or_used_says_so(string language, string heading)
    {
        var address = $"late-{language}@example.jp";
        using var client = host.Visitor();
        await client.RegisterAsync(language, address);
        var link = await host.LinkAsync(address, "ConfirmMail");
        Assert.Equal(heading, (await client.GetAsync(link[..^2])).Heading);
        var page = await client.GetAsync(link);
        host.Clock.Advance(TimeSpan.FromHours(24));
        Assert.Equal(heading, (await client.GetAsync(link)).Heading);
        Assert.Equal(heading, (await page.Form().Fill("Password", AccountPages.Password).SubmitAsync()).Heading);
    }
}
