using Portal.Tests.Support;

namespace Portal.Tests.Pages.Account;

/// <summary>Candidates are asked, never blocked, to add a passkey (S-11).</summary>
public sealed class PasskeyPromptTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("ja", "パスキーを追加しませんか")]
    [InlineData("en", "Add a passkey?")]
    public async Task Whoever_came_in_by_a_password_alone_is_asked_and_everything_else_stays_open(string language, string question)
    {
        using var member = await host.MemberAsync(language, $"asked-{language}@example.jp");
        var page = await member.GetAsync($"/{language}/Fellowships/Applications");
        Assert.Contains(question, page.Text, StringComparison.Ordinal);
        Assert.Equal($"/{language}/Account/Factors", page.Document.QuerySelector("main .notice a")!.GetAttribute("href"));
        Assert.Equal($"/{language}/Account/Settings", (await member.GetAsync($"/{language}/Account/Settings")).Path);
    }

    [Fact]
    public async Task Whoever_came_in_strongly_is_not_asked()
    {
        var (secret, _) = await host.WithAppAsync("en", "strong@example.jp");
        using var client = host.Visitor();
        await (await client.SignInAsync("en", "strong@example.jp")).Form().Fill("Code", Totp.Code(secret, host.Clock.GetUtcNow())).SubmitAsync();
        var page = await client.GetAsync("/en/Fellowships/Applications");
        Assert.Equal("/en/Fellowships/Applications", page.Path);
        Assert.DoesNotContain("Add a passkey?", page.Text, StringComparison.Ordinal);
    }
}
