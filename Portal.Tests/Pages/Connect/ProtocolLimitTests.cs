using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Tests.Pages.Account;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Connect;

/// <summary>Failed calls of the protocol are counted per network address (S-07). One address does a fiftieth of the usual.</summary>
public sealed class ProtocolLimitTests(LimitTests.LimitedHost host) : IClassFixture<LimitTests.LimitedHost>
{
    private const int Failures = 12;

    private static int s_sources;

    [Theory]
    [InlineData("/connect/token", "grant_type", "client_credentials")]
    [InlineData("/connect/introspect", "token", "made-up")]
    [InlineData("/connect/revoke", "token", "made-up")]
    [InlineData("/connect/par", "response_type", "code")]
    public async Task Guessing_a_secret_ends_in_a_wait(string path, string field, string value)
    {
        using var system = await ConnectedSystem.RegisterAsync(host, isConfidential: true);
        var source = NewSource();
        for (var i = 0; i < Failures; i++)
        {
            using var wrong = await PostAsync(source, path, ("client_id", system.Id), ("client_secret", $"guess {i}"), (field, value));
            Assert.InRange((int)wrong.StatusCode, 400, 401);
        }

        using var refused = await TokenAsync(source, system);
        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromMinutes(5)), (refused.StatusCode, refused.Headers.RetryAfter!.Delta));
        Assert.Equal("application/json", refused.Content.Headers.ContentType!.MediaType);
        Assert.Equal("""{"error":"temporarily_unavailable"}""", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        using var elsewhere = await TokenAsync(NewSource(), system);
        Assert.Equal(HttpStatusCode.OK, elsewhere.StatusCode);
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        using var later = await TokenAsync(source, system);
        Assert.Equal(HttpStatusCode.OK, later.StatusCode);
    }

    [Fact]
    public async Task Codes_and_assertions_that_are_not_right_count_too()
    {
        using var system = await ConnectedSystem.RegisterAsync(host);
        var source = NewSource();
        for (var i = 0; i < Failures; i++)
        {
            using var wrong = i % 2 == 0
                ? await PostAsync(source, "/connect/token", ("client_id", system.Id), ("grant_type", "authorization_code"), ("code", "made-up"), ("redirect_uri", ConnectedSystem.Callback), ("code_verifier", ConnectedSystem.Verifier))
                : await PostAsync(source, "/connect/token", ("grant_type", "client_credentials"), ("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"), ("client_assertion", "a.b.c"));
            Assert.InRange((int)wrong.StatusCode, 400, 401);
        }

        using var refused = await PostAsync(source, "/connect/token", ("client_id", system.Id));
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
    }

    [Fact]
    public async Task What_succeeds_is_not_counted_and_writes_no_counter()
    {
        using var system = await ConnectedSystem.RegisterAsync(host, isConfidential: true);
        var (source, before) = (NewSource(), await TalliesAsync());
        for (var i = 0; i <= Failures; i++)
        {
            using var answer = await TokenAsync(source, system);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        Assert.Equal(before, await TalliesAsync());
    }

    private static string NewSource() => $"203.0.113.{Interlocked.Increment(ref s_sources)}";

    private Task<int> TalliesAsync() => host.InDatabaseAsync(db => db.Tallies.CountAsync());

    private Task<HttpResponseMessage> TokenAsync(string source, ConnectedSystem system) =>
        PostAsync(source, "/connect/token", ("client_id", system.Id), ("client_secret", ConnectedSystem.Secret), ("grant_type", "client_credentials"));

    private async Task<HttpResponseMessage> PostAsync(string source, string path, params (string Name, string Value)[] fields)
    {
        using var client = host.Visitor();
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))) };
        request.Headers.Add("X-Forwarded-For", source);
        return await client.SendAsync(request);
    }
}
