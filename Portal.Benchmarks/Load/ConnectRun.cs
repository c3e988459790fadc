using System.Diagnostics;
using System.Text.Json;
using OpenIddict.EntityFrameworkCore.Models;
using Portal.Application.Shared;
using Portal.Infrastructure;
using Portal.Infrastructure.Persistence;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Portal.Benchmarks.Load;

/// <summary>Other systems at the OpenID Connect server: tokens for a service by its secret, and the discovery document.</summary>
internal static class ConnectRun
{
    private const int Connections = 8;
    private const string ClientId = "load", Secret = "a secret of the load run";

    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(5);

    public static async Task<int> RunAsync(Options options)
    {
        using var portal = await PortalProgram.PublishedAsync();
        await portal.RunAsync("seed", "--profile", "demo", "--out", portal.Manifest);
        await AddServiceAsync(portal.State);
        using var served = await portal.ServeAsync("/en");
        await MeasureAsync("Tokens by client credentials", served, options.Seconds, "token", AskForTokenAsync);
        await MeasureAsync("Discovery", served, options.Seconds, "discovery", (client, ct) => client.GetAsync("/.well-known/openid-configuration", ct));
        Console.WriteLine($"Memory afterwards: {served.Memory:0} MB");
        return 0;
    }

    private static async Task MeasureAsync(string title, Served served, int seconds, string kind, Func<HttpClient, CancellationToken, Task<HttpResponseMessage>> askAsync)
    {
        await AskAsync(served, s_warmUp, new Timings(), kind, askAsync);
        var timings = new Timings();
        var period = TimeSpan.FromSeconds(seconds);
        await AskAsync(served, period, timings, kind, askAsync);
        timings.Print($"{title}, {Connections} connections", period);
    }

    private static Task AskAsync(Served served, TimeSpan period, Timings timings, string kind, Func<HttpClient, CancellationToken, Task<HttpResponseMessage>> askAsync) =>
        Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(async () =>
        {
            using var client = new HttpClient { BaseAddress = served.Address };
            for (var watch = Stopwatch.StartNew(); watch.Elapsed < period;)
            {
                var begun = Stopwatch.GetTimestamp();
                using var answer = await askAsync(client, CancellationToken.None);
                answer.EnsureSuccessStatusCode();
                await answer.Content.ReadAsByteArrayAsync();
                timings.Add(kind, Stopwatch.GetElapsedTime(begun).TotalMilliseconds, null);
            }
        })));

    private static async Task<HttpResponseMessage> AskForTokenAsync(HttpClient client, CancellationToken ct)
    {
        using var form = new FormUrlEncodedContent(
            [KeyValuePair.Create("grant_type", "client_credentials"), KeyValuePair.Create("client_id", ClientId), KeyValuePair.Create("client_secret", Secret)]);
        return await client.PostAsync("/connect/token", form, ct);
    }

    private static async Task AddServiceAsync(string state)
    {
        await using var db = PortalModel.Create(DatabaseProvider.Sqlite, $"Data Source={new PortalState(state).Database}");
        db.Set<OpenIddictEntityFrameworkCoreApplication<Guid>>().Add(new()
        {
            Id = Guid.CreateVersion7(), ClientId = ClientId, ClientType = ClientTypes.Confidential, ConsentType = ConsentTypes.Explicit, DisplayName = ClientId,
            ClientSecret = Sha256.Of(Secret), ConcurrencyToken = Guid.NewGuid().ToString(),
            Permissions = JsonSerializer.Serialize(new[] { Permissions.Endpoints.Token, Permissions.GrantTypes.ClientCredentials }),
        });
        await db.SaveChangesAsync();
    }
}
