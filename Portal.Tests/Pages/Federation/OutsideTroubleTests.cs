using Portal.Tests.Support;

namespace Portal.Tests.Pages.Federation;

/// <summary>Everything that can go wrong on the way to a provider and back ends on one page, and leaves one line without names or tokens.</summary>
public sealed class OutsideTroubleTests(FederationHost host) : IClassFixture<FederationHost>
{
    [Theory]
    [InlineData("nonce", "AnswerRefused")]
    [InlineData("issuer", "AnswerRefused")]
    [InlineData("audience", "AnswerRefused")]
    [InlineData("expired", "AnswerRefused")]
    [InlineData("key", "AnswerRefused")]
    [InlineData("hs256", "AnswerRefused")]
    [InlineData("none", "AnswerRefused")]
    [InlineData("unsigned", "AnswerRefused")]
    public async Task A_spoilt_token_is_refused(string how, string logged)
    {
        using var client = host.Visitor();
        AssertFailed(await client.OutsideAsync("en", $"spoilt+{how}", "Taro Secret", "spoilt@example.jp"), "en", logged);
        Assert.Equal("/en/Account/Outside/Failed", (await client.GetAsync("/en/Account/Outside/Register")).Path);
    }

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public async Task Whoever_stops_over_there_comes_back_to_where_they_can_sign_in_another_way(string language)
    {
        using var client = host.Visitor();
        var there = await (await client.GetAsync($"/{language}/Account/SignIn?returnUrl=/{language}/Account/Settings")).FollowAsync(language == "ja" ? "試験サービス" : "Test service");
        var page = await there.Form().Fill("name", "Taro Secret").SubmitAsync("cancel");
        AssertFailed(page, language, "Denied");
        Assert.Equal($"/{language}/Account/SignIn?returnUrl=%2F{language}%2FAccount%2FSettings", page.Document.QuerySelector("main a.btn")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?code=abc")]
    [InlineData("?code=abc&state=CfDJ8changed")]
    [InlineData("?error=server_error&error_description=Taro%20Secret")]
    public async Task An_answer_that_nobody_asked_for_is_refused_in_the_browsers_language(string query)
    {
        using var client = host.Visitor();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/connect/outside/test{query}");
        request.Headers.Add("Accept-Language", "ja");
        using var answer = await client.SendAsync(request);
        Assert.Equal("/connect/outside", answer.Headers.Location!.ToString());
        using var neutral = new HttpRequestMessage(HttpMethod.Get, answer.Headers.Location);
        neutral.Headers.Add("Accept-Language", "ja");
        AssertFailed(await client.OpenAsync(neutral), "ja", "StateLost");
    }

    [Fact]
    public async Task The_answer_meant_for_one_browser_is_worth_nothing_in_another()
    {
        var callback = await CallbackAsync(host.Visitor());
        AssertFailed(await host.Visitor().GetAsync(callback.PathAndQuery), "en", "StateLost");
    }

    [Fact]
    public async Task The_answer_of_another_issuer_and_a_second_use_are_refused()
    {
        using var mixed = host.Visitor();
        var callback = (await CallbackAsync(mixed)).PathAndQuery;
        var other = System.Text.RegularExpressions.Regex.Replace(callback, "iss=[^&]*", "iss=" + Uri.EscapeDataString("https://other.example"));
        Assert.NotEqual(callback, other);
        AssertFailed(await mixed.GetAsync(other), "en", "AnswerRefused");

        using var twice = host.Visitor();
        var path = (await CallbackAsync(twice)).PathAndQuery;
        Assert.Equal("/en/Account/Outside/Register", (await twice.GetAsync(path)).Path);
        AssertFailed(await twice.GetAsync(path), "en", "StateLost");
    }

    [Theory]
    [InlineData("ja", "停止中のサービス")]
    [InlineData("en", "Silent service")]
    public async Task A_provider_that_does_not_answer_keeps_nobody(string language, string name) =>
        AssertFailed(await (await host.Visitor().GetAsync($"/{language}/Account/SignIn")).FollowAsync(name), language, "Unreachable");

    private async Task<Uri> CallbackAsync(PortalClient client)
    {
        var there = await (await client.GetAsync("/en/Account/SignIn")).FollowAsync("Test service");
        var answer = await client.SendAsync(there.Form().Fill("login", "caught").Request());
        while (answer.Headers.Location!.IsAbsoluteUri is false || !answer.Headers.Location.AbsolutePath.StartsWith("/connect/", StringComparison.Ordinal))
        {
            answer = await client.SendAsync(new(HttpMethod.Get, new Uri(host.Provider, answer.Headers.Location)));
        }

        return answer.Headers.Location;
    }

    private void AssertFailed(HtmlPage page, string language, string logged)
    {
        Assert.Equal($"/{language}/Account/Outside/Failed", page.Path);
        Assert.Equal(language == "ja" ? "外部サービスでログインできませんでした" : "The other service did not sign you in", page.Heading);
        var lines = host.Log.ToList();
        Assert.Contains(lines, l => l.StartsWith($"Outside sign-in: {logged} at ", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, l => l.Contains("Secret", StringComparison.Ordinal) || l.Contains("eyJ", StringComparison.Ordinal) || l.Contains("spoilt@", StringComparison.Ordinal));
        host.Log.Clear();
    }
}
