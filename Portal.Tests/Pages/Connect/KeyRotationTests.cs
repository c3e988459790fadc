using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using OpenIddict.Server;
using Portal.Infrastructure.Connect;
using Portal.Tests.Support;
using Portal.Web.CommandLine;

namespace Portal.Tests.Pages.Connect;

/// <summary>Keys announce, sign and retire while systems go on (S-23, R-22, R-23). The system that checks by itself is jose, under Node.</summary>
public sealed class KeyRotationTests(PortalTemplate template)
{
    private const string Good = "good";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_system_that_reads_the_published_keys_once_a_day_sees_no_failure_through_a_whole_change()
    {
        await using var host = await KeyHost.StartAsync(template);
        var published = new List<IReadOnlyList<string>>();
        var checks = new List<(string Token, JsonElement? Keys, DateTimeOffset Now)>();
        var yesterday = await host.PublishedAsync();
        host.Clock.Advance(KeyLife.Signs - KeyLife.Announced - TimeSpan.FromDays(3));
        for (var last = host.Clock.GetUtcNow() + KeyLife.Announced + KeyLife.Kept + TimeSpan.FromDays(5); host.Clock.GetUtcNow() <= last; host.Clock.Advance(TimeSpan.FromDays(1)))
        {
            await host.TurnAsync();
            var token = await host.OwnTokenAsync();
            Assert.True(await host.IsActiveAsync(token));
            checks.Add((token, yesterday, host.Clock.GetUtcNow()));
            yesterday = await host.PublishedAsync();
            checks.Add((token, yesterday, host.Clock.GetUtcNow()));
            published.Add(await host.PublishedIdsAsync());
            Assert.Equal(published[^1][0], KidOf(token));
        }

        Assert.Equal([1, 2, 1], Runs(published.Select(p => p.Count)));
        Assert.Equal(2, published.SelectMany(p => p).Distinct().Count());
        Assert.Equal(2, checks.Select(c => KidOf(c.Token)).Distinct().Count());
        Assert.All(await host.CheckAsync(checks), said => Assert.Equal(Good, said));
    }

    [Fact]
    public async Task What_was_given_before_the_change_is_good_until_it_expires()
    {
        await using var host = await KeyHost.StartAsync(template);
        await host.PublishedAsync();
        await host.DoAsync(keys => keys.AnnounceAsync(Ct));
        host.Clock.Advance(KeyLife.Announced - TimeSpan.FromSeconds(55));
        Assert.Equal(2, (await host.PublishedIdsAsync()).Count);
        host.Clock.Advance(TimeSpan.FromSeconds(25));
        var given = await host.RedeemAsync(await host.CodeAsync());
        var (token, code) = (Text(given, "access_token"), await host.CodeAsync());

        // Ten seconds after the change, and the last look at the rows is more than a minute old.
        host.Clock.Advance(TimeSpan.FromSeconds(40));
        var redeemed = await host.RedeemAsync(code);
        var renewed = await host.RenewAsync(Text(given, "refresh_token"));
        foreach (var answer in new[] { redeemed, renewed })
        {
            Assert.NotEqual(KidOf(token), KidOf(Text(answer, "access_token")));
            Assert.Equal(200, await host.MeAsync(Text(answer, "access_token")));
        }

        Assert.Equal(200, await host.MeAsync(token));
        Assert.Equal([Good, Good, Good], await host.CheckAsync(
            [.. new[] { token, Text(given, "id_token"), Text(renewed, "access_token") }.Select(t => (t, (JsonElement?)null, host.Clock.GetUtcNow()))]));

        host.Clock.Advance(OpenIddictSetup.AccessTokenLife);
        Assert.Equal(401, await host.MeAsync(token));
        Assert.Equal(["ERR_JWT_EXPIRED"], await host.CheckAsync((token, null, host.Clock.GetUtcNow())));
    }

    [Fact]
    public async Task Replaced_keys_are_published_no_more_and_everything_under_them_is_refused_within_a_minute()
    {
        await using var host = await KeyHost.StartAsync(template);
        await host.PublishedAsync();
        host.Clock.Advance(TimeSpan.FromSeconds(30));
        var given = await host.RedeemAsync(await host.CodeAsync());
        var (token, code, old) = (Text(given, "access_token"), await host.CodeAsync(), await host.PublishedIdsAsync());
        Assert.Equal(200, await host.MeAsync(token));

        await host.DoAsync(keys => keys.ReplaceAsync(Ct));
        host.Clock.Advance(TimeSpan.FromSeconds(29));
        Assert.Equal(200, await host.MeAsync(token));
        host.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(401, await host.MeAsync(token));
        Assert.Equal("invalid_grant", Text(await host.RenewAsync(Text(given, "refresh_token")), "error"));
        Assert.Equal("invalid_grant", Text(await host.RedeemAsync(code), "error"));
        Assert.Empty((await host.PublishedIdsAsync()).Intersect(old));
        var anew = Text(await host.RedeemAsync(await host.CodeAsync()), "access_token");
        Assert.Equal(200, await host.MeAsync(anew));
        Assert.Equal(["ERR_JWKS_NO_MATCHING_KEY", Good], await host.CheckAsync((token, null, host.Clock.GetUtcNow()), (anew, null, host.Clock.GetUtcNow())));
    }

    [Fact]
    public async Task Keys_are_made_by_the_first_request_of_the_protocol_once_and_by_no_page()
    {
        await using var host = await KeyHost.StartAsync(template);
        await host.TurnAsync();
        using var visitor = host.Visitor();
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/en")).Status);
        Assert.Empty(await ListAsync(host));

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => host.PublishedIdsAsync()));
        Assert.Single(answers.Select(Assert.Single).Distinct());
        Assert.Equal(2, (await ListAsync(host)).Count);
    }

    [Fact]
    public async Task The_portal_started_again_signs_with_the_same_key_and_takes_what_it_gave_before()
    {
        await using var host = await KeyHost.StartAsync(template);
        var given = await host.RedeemAsync(await host.CodeAsync());
        await using var again = await host.StartAgainAsync(template);
        Assert.Equal(await host.PublishedIdsAsync(), await again.PublishedIdsAsync());
        Assert.Equal(KidOf(Text(given, "access_token")), KidOf(await again.OwnTokenAsync()));
    }

    [Fact]
    public async Task Without_the_key_ring_the_protocol_is_out_of_service_pages_go_on_and_the_verb_makes_it_good()
    {
        await using var host = await KeyHost.StartAsync(template);
        await host.PublishedAsync();
        Directory.Delete(host.State.Keys, recursive: true);
        await using var again = await host.StartAgainAsync(template);
        foreach (var path in new[] { "/.well-known/jwks", "/.well-known/openid-configuration", "/connect/token", "/api/me" })
        {
            using var answer = await again.System.GetAsync(path, Ct);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        }

        using var visitor = again.Visitor();
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/en")).Status);
        Assert.Contains("keys rotate --now", Assert.Single(again.Log.Lines), StringComparison.Ordinal);

        using var said = new StringWriter();
        Assert.Equal(0, await Verbs.RunAsync(
            ["keys", "rotate", "--now", $"--PORTAL_STATE={host.State.Root}", $"--contentRoot={Path.Combine(Repository.Root, "Portal.Web")}"], new(said, said), Ct));
        again.Clock.Advance(ServerKeys.LooksAgainAfter);
        Assert.Equal(HttpStatusCode.OK, (await again.System.GetAsync("/.well-known/jwks", Ct)).StatusCode);
    }

    [Fact]
    public async Task No_token_outlives_the_key_that_signed_it_and_every_client_understands_the_signature()
    {
        await using var host = await KeyHost.StartAsync(template);
        var known = await host.System.GetStringAsync("/.well-known/openid-configuration", Ct);
        Assert.Equal(["RS256"], JsonElement.Parse(known).GetProperty("id_token_signing_alg_values_supported").EnumerateArray().Select(x => x.GetString()));
        var options = host.Services.GetRequiredService<IOptionsMonitor<OpenIddictServerOptions>>().CurrentValue;
        var lives = typeof(OpenIddictServerOptions).GetProperties().Where(p => p.Name.EndsWith("Lifetime", StringComparison.Ordinal)).ToDictionary(p => p.Name, p => (TimeSpan?)p.GetValue(options));
        Assert.Contains(nameof(OpenIddictServerOptions.RefreshTokenLifetime), lives.Keys);
        Assert.All(lives, life => Assert.True(life.Value + ServerKeys.LooksAgainAfter < KeyLife.Kept, life.Key));
    }

    private static Task<IReadOnlyList<ConnectKey>> ListAsync(KeyHost host) => host.InScopeAsync<ConnectKeys, IReadOnlyList<ConnectKey>>(keys => keys.ListAsync(Ct));

    private static string KidOf(string token) => new JsonWebToken(token).Kid;

    private static string Text(JsonElement answer, string name) => answer.TryGetProperty(name, out var value) ? value.GetString()! : throw new InvalidOperationException($"No {name} in {answer}");

    private static IEnumerable<int> Runs(IEnumerable<int> counts) => counts.Aggregate(new List<int>(), (runs, n) => runs is [.., var last] && last == n ? runs : [.. runs, n]);
}
