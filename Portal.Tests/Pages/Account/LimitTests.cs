using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Shared;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Account;

/// <summary>
/// What costs mail, hashing or rows is counted per network address and per account (S-07). The host stands behind a proxy that names each
/// visitor's address, and lets one address do a fiftieth of the usual, so that the tests need not knock a thousand times.
/// </summary>
public sealed class LimitTests(LimitTests.LimitedHost host) : IClassFixture<LimitTests.LimitedHost>
{
    private const int LinksPerAccount = 5, PasskeysPerSource = 12, PasskeysPerPerson = 60;

    private static int s_sources;

    [Theory]
    [InlineData("ja", "要求が多すぎます", "{0}分ほど待ってから")]
    [InlineData("en", "Too many requests", "Wait {0} min")]
    public async Task For_one_account_the_last_is_let_through_the_next_waits_for_the_window_and_what_was_typed_comes_back(string language, string heading, string wait)
    {
        var address = $"asks-{language}@example.jp";
        for (var i = 0; i < LinksPerAccount; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await AskAsync(language, address)).Status);
        }

        foreach (var (minutesLater, left) in new[] { (0, 60), (45, 15), (14, 1) })
        {
            host.Clock.Advance(TimeSpan.FromMinutes(minutesLater));
            var refused = await AskAsync(language, address);
            Assert.Equal((HttpStatusCode.TooManyRequests, heading, language), (refused.Status, refused.Heading, refused.Lang));
            Assert.Equal($"{left * 60}", refused.Headers["Retry-After"]);
            Assert.Contains(string.Format(System.Globalization.CultureInfo.InvariantCulture, wait, left), refused.Text, StringComparison.Ordinal);
            Assert.Equal(address, refused.TextOf("#typed"));
        }

        Assert.Equal(HttpStatusCode.OK, (await AskAsync(language, $"another-{language}@example.jp")).Status);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(language, address)).Status);
    }

    [Fact]
    public async Task A_known_and_an_unknown_account_are_refused_alike_however_the_address_is_typed()
    {
        using var member = await host.MemberAsync("en", "known@example.jp");
        foreach (var address in new[] { "known@example.jp", "unknown@example.jp" })
        {
            for (var i = 0; i < LinksPerAccount; i++)
            {
                Assert.Equal(HttpStatusCode.OK, (await AskAsync("en", address)).Status);
            }
        }

        var (known, unknown) = (await AskAsync("en", "Ｋｎｏｗｎ@example.jp"), await AskAsync("en", "unknown@EXAMPLE.jp"));
        Assert.Equal(HttpStatusCode.TooManyRequests, known.Status);
        Assert.Equal((unknown.Status, unknown.Headers["Retry-After"], WithoutTyped(unknown)), (known.Status, known.Headers["Retry-After"], WithoutTyped(known)));
    }

    [Fact]
    public async Task A_refused_registration_gives_the_name_and_the_address_back_but_not_the_password()
    {
        HtmlPage answer = null!;
        for (var i = 0; i <= 10; i++)
        {
            answer = await SendAsync("/en/Account/Register", form => form.Fill("Name", "佐藤 花子").Fill("Address", "hanako@example.jp").Fill("Password", "too short"), NewSource());
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.Status);
        Assert.Equal("佐藤 花子 hanako@example.jp", answer.TextOf("#typed"));
        Assert.DoesNotContain("too short", answer.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("192.0.2.77", "192.0.2.77", "192.0.2.78")]
    [InlineData("2001:db8:1:1::1", "2001:db8:1:1:ffff::2", "2001:db8:1:2::1")]
    public async Task One_network_address_cannot_fill_the_table_of_challenges_and_another_is_not_disturbed(string source, string same, string other)
    {
        var before = await ChallengesAsync();
        for (var i = 0; i < PasskeysPerSource; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await OfferAsync(source)).StatusCode);
        }

        using var refused = await OfferAsync(same);
        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromMinutes(5)), (refused.StatusCode, refused.Headers.RetryAfter!.Delta));
        Assert.Equal(before + PasskeysPerSource, await ChallengesAsync());
        Assert.Equal(HttpStatusCode.OK, (await OfferAsync(other)).StatusCode);
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(HttpStatusCode.OK, (await OfferAsync(source)).StatusCode);
    }

    [Fact]
    public async Task Of_a_hundred_requests_at_once_no_more_than_the_limit_is_let_through()
    {
        var source = NewSource();
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => OfferAsync(source)));
        Assert.Equal(PasskeysPerSource, answers.Count(a => a.StatusCode == HttpStatusCode.OK));
        Assert.All(answers.Where(a => a.StatusCode != HttpStatusCode.OK), a => Assert.Equal(HttpStatusCode.TooManyRequests, a.StatusCode));
    }

    [Fact]
    public async Task A_signed_in_person_is_counted_wherever_they_are_and_still_stands_in_the_header()
    {
        using var person = await host.People.CandidateAsync("Taro Yamada");
        using var other = await host.People.CandidateAsync();
        for (var i = 0; i < PasskeysPerPerson; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await ProveAsync(person)).Status);
        }

        var refused = await ProveAsync(person);
        Assert.Equal((HttpStatusCode.TooManyRequests, "300"), (refused.Status, refused.Headers["Retry-After"]));
        Assert.Contains("Taro Yamada", refused.TextOf("header"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await ProveAsync(other)).Status);
    }

    [Fact]
    public async Task Invitations_by_mail_are_counted()
    {
        using var administrator = await host.People.AdministratorAsync(Government.Japan);
        var source = NewSource();
        HtmlPage answer = null!;
        for (var i = 0; i <= 20; i++)
        {
            answer = await SendAsync("/ja/Identity/Members/Invite", form => form.With("Address", "名前だけ"), source, administrator.Client);
        }

        Assert.Equal((HttpStatusCode.TooManyRequests, "名前だけ"), (answer.Status, answer.TextOf("#typed")));
    }

    private static string NewSource() => $"198.51.100.{Interlocked.Increment(ref s_sources)}";

    private static string WithoutTyped(HtmlPage page) => page.Text.Replace(page.TextOf("#typed"), "", StringComparison.Ordinal).Split("Reference")[0];

    private Task<int> ChallengesAsync() => host.InDatabaseAsync(db => db.PasskeyChallenges.CountAsync());

    private Task<HtmlPage> AskAsync(string language, string address) =>
        SendAsync($"/{language}/Account/ForgotPassword", form => form.Fill("Address", address), NewSource());

    private async Task<HtmlPage> SendAsync(string page, Func<HtmlForm, HtmlForm> fill, string source, PortalClient? client = null)
    {
        client ??= host.Visitor();
        return await client.OpenAsync(From(source, fill((await client.GetAsync(page)).Form()).Request()));
    }

    private async Task<HttpResponseMessage> OfferAsync(string source)
    {
        using var client = host.Visitor();
        return await client.SendAsync(From(source, (await client.GetAsync("/en/Account/SignIn")).Form("form[data-passkey]").Request(), "/en/Account/SignIn/PasskeyOffer"));
    }

    private static async Task<HtmlPage> ProveAsync(SignedIn person) => await person.Client.OpenAsync(
        From(NewSource(), (await person.GetAsync("/en/Account/Confirm")).Form("form[data-passkey]").Request(), "/en/Account/Confirm/PasskeyOffer"));

    private static HttpRequestMessage From(string source, HttpRequestMessage request, string? path = null)
    {
        request.Headers.Add("X-Forwarded-For", source);
        request.RequestUri = path is null ? request.RequestUri : new Uri(request.RequestUri!, path);
        return request;
    }

    public sealed class LimitedHost(PortalTemplate template) : PortalHost(template)
    {
        protected override IEnumerable<(string Name, string Value)> Settings =>
            [("Proxy:KnownNetworks:0", "127.0.0.0/8"), ("Proxy:KnownNetworks:1", "::1/128"), ("Limits:AddressFactor", "0.02")];
    }
}
