using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using Portal.Application.Identity.Domain;
using Portal.Application.Shared;
using Portal.Infrastructure.Connect;
using Portal.Tests.Support;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Portal.Tests.Pages.Connect;

/// <summary>A portal with two connected systems: one that asks for persons, one that comes for itself.</summary>
internal sealed class KeyHost(PortalTemplate template) : PortalHost(template)
{
    private const string Verifier = "a-verifier-of-the-tests-that-is-long-enough-for-everyone", Secret = "a secret of the tests, longer than 256 bits";

    public static readonly Uri Back = new("https://system.example/back");

    public NotedLog Log { get; } = new();

    public HttpClient System => field ??= new HttpClient { BaseAddress = Address };

    /// <summary>This host is a second one on the state of that one.</summary>
    private KeyHost? Before { get; init; }

    public static async Task<KeyHost> StartAsync(PortalTemplate template)
    {
        var host = new KeyHost(template);
        await host.InitializeAsync();
        await host.InScopeAsync<IOpenIddictApplicationManager, int>(async systems =>
        {
            await systems.CreateAsync(new OpenIddictApplicationDescriptor
            {
                ClientId = "for-persons", ClientType = ClientTypes.Public, ConsentType = ConsentTypes.Explicit, RedirectUris = { Back },
                Permissions =
                {
                    Permissions.Endpoints.Authorization, Permissions.Endpoints.Token, Permissions.GrantTypes.AuthorizationCode,
                    Permissions.GrantTypes.RefreshToken, Permissions.ResponseTypes.Code, Permissions.Prefixes.Scope + SystemScopes.Me,
                },
            });
            await systems.CreateAsync(new OpenIddictApplicationDescriptor
            {
                ClientId = "for-itself", ClientType = ClientTypes.Confidential, ClientSecret = Secret,
                Permissions = { Permissions.Endpoints.Token, Permissions.Endpoints.Introspection, Permissions.GrantTypes.ClientCredentials },
            });
            return 0;
        });
        return host;
    }

    /// <summary>The same program anew on the same state.</summary>
    public async Task<KeyHost> StartAgainAsync(PortalTemplate template)
    {
        var again = new KeyHost(template) { Before = this };
        await again.InitializeAsync();
        return again;
    }

    public Task<JsonElement> PublishedAsync() => System.GetFromJsonAsync<JsonElement>("/.well-known/jwks", TestContext.Current.CancellationToken);

    public async Task<IReadOnlyList<string>> PublishedIdsAsync() => [.. (await PublishedAsync()).GetProperty("keys").EnumerateArray().Select(k => k.GetProperty("kid").GetString()!)];

    public async Task<string> OwnTokenAsync() => (await PostAsync("/connect/token",
        ("grant_type", "client_credentials"), ("client_id", "for-itself"), ("client_secret", Secret))).GetProperty("access_token").GetString()!;

    public async Task<bool> IsActiveAsync(string token) => (await PostAsync("/connect/introspect",
        ("token", token), ("client_id", "for-itself"), ("client_secret", Secret))).GetProperty("active").GetBoolean();

    /// <summary>Somebody signs in to the system; the code is not redeemed yet.</summary>
    public async Task<string> CodeAsync()
    {
        using var person = await People.CandidateAsync();
        await InScopeAsync<IAllowedSystems, int>(async allowed =>
        {
            await allowed.AllowAsync(person.Id, "for-persons", [Scopes.OpenId, Scopes.OfflineAccess, SystemScopes.Me], TestContext.Current.CancellationToken);
            return 0;
        });
        var challenge = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));
        var next = new Uri(Address, $"/connect/authorize?client_id=for-persons&response_type=code&redirect_uri={Uri.EscapeDataString(Back.AbsoluteUri)}"
            + $"&scope=openid%20offline_access%20{SystemScopes.Me}&state=s&code_challenge={challenge}&code_challenge_method=S256");
        for (var i = 0; i < 5 && next.Host != Back.Host; i++)
        {
            using var answer = await person.Client.SendAsync(new HttpRequestMessage(HttpMethod.Get, next));
            Assert.True(answer.Headers.Location is not null, $"{next.AbsolutePath} answers {answer.StatusCode}");
            next = new Uri(next, answer.Headers.Location);
        }

        return Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(next.Query)["code"].Single()!;
    }

    public Task<JsonElement> RedeemAsync(string code) => PostAsync("/connect/token",
        ("grant_type", "authorization_code"), ("client_id", "for-persons"), ("code", code), ("code_verifier", Verifier), ("redirect_uri", Back.AbsoluteUri));

    public Task<JsonElement> RenewAsync(string refreshToken) =>
        PostAsync("/connect/token", ("grant_type", "refresh_token"), ("client_id", "for-persons"), ("refresh_token", refreshToken));

    public async Task<int> MeAsync(string token)
    {
        using var asked = new HttpRequestMessage(HttpMethod.Get, "/api/me") { Headers = { Authorization = new("Bearer", token) } };
        using var answer = await System.SendAsync(asked, TestContext.Current.CancellationToken);
        return (int)answer.StatusCode;
    }

    /// <summary>What a system that checks by itself says: with the keys that it holds, or with those that are published now.</summary>
    public async Task<IReadOnlyList<string>> CheckAsync(params IEnumerable<(string Token, JsonElement? Keys, DateTimeOffset Now)> checks)
    {
        var said = await NodeScript.RunAsync("keys.mjs", new
        {
            issuer = Address.AbsoluteUri, jwksUri = new Uri(Address, "/.well-known/jwks"), checks = checks.Select(c => new { c.Token, c.Keys, c.Now }),
        });
        return [.. said.EnumerateArray().Select(x => x.GetString()!)];
    }

    public Task TurnAsync() => DoAsync(keys => keys.TurnAsync(TestContext.Current.CancellationToken));

    public Task<int> DoAsync(Func<ConnectKeys, Task> work) => InScopeAsync<ConnectKeys, int>(async keys =>
    {
        await work(keys);
        return 0;
    });

    public override async ValueTask DisposeAsync()
    {
        System.Dispose();
        await base.DisposeAsync();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        if (Before is not null)
        {
            builder.UseSetting("PORTAL_STATE", Before.State.Root);
            Clock.SetUtcNow(Before.Clock.GetUtcNow());
        }

        builder.ConfigureTestServices(services => services.AddLogging(logging => logging.AddProvider(Log).AddFilter<NotedLog>("Portal.Infrastructure.Connect", LogLevel.Warning)));
    }

    private async Task<JsonElement> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using var answer = await System.PostAsync(path, form, TestContext.Current.CancellationToken);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }
}

/// <summary>What the log was told.</summary>
internal sealed class NotedLog : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> Lines { get; } = new();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Enqueue(formatter(state, exception));

    public void Dispose()
    {
    }
}
