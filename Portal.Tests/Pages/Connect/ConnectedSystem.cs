using System.Buffers.Text;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using OpenIddict.Abstractions;
using Portal.Tests.Support;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Portal.Tests.Pages.Connect;

/// <summary>Where a request ended: at the system's own address, or on a page of the portal.</summary>
internal sealed record Landing(Uri? Away, HtmlPage? Page)
{
    public string? this[string parameter] => Away is null ? null : QueryHelpers.ParseQuery(Away.Query).TryGetValue(parameter, out var value) ? value.ToString() : null;
}

internal sealed record TokenAnswer(HttpStatusCode Status, JsonElement Body)
{
    public string? this[string name] => Body.TryGetProperty(name, out var value) ? value.ToString() : null;

    public string Access => this["access_token"] ?? throw new InvalidOperationException(Body.ToString());

    public string Refresh => this["refresh_token"] ?? throw new InvalidOperationException(Body.ToString());

    public JsonElement IdToken => Jwt(this["id_token"]!);

    public static JsonElement Jwt(string token) => JsonElement.Parse(Base64Url.DecodeFromChars(token.Split('.')[1]));
}

/// <summary>A connected system as a test plays it, down to each parameter.</summary>
internal sealed class ConnectedSystem(PortalHost host, string id, string? secret) : IDisposable
{
    public const string Callback = "https://system.example/callback", SignedOut = "https://system.example/signed-out";
    public const string Secret = "Kq3vT9xW2mZ8pL5cR7bN4dF6gH1jS0aYQeUoIiXzBtM";
    public const string Verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", Challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private static int s_count;

    private readonly HttpClient _http = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = host.Address };

    public string Id => id;

    public static async Task<ConnectedSystem> RegisterAsync(PortalHost host, bool isConfidential = false, Action<OpenIddictApplicationDescriptor>? more = null)
    {
        var system = new ConnectedSystem(host, $"system-{Interlocked.Increment(ref s_count)}", isConfidential ? Secret : null);
        var registration = new OpenIddictApplicationDescriptor
        {
            ClientId = system.Id, ClientSecret = isConfidential ? Secret : null, ClientType = isConfidential ? ClientTypes.Confidential : ClientTypes.Public,
            ConsentType = ConsentTypes.Explicit, DisplayName = "Training Hub",
            DisplayNames = { [new("ja")] = "研修システム", [new("en")] = "Training Hub" },
            RedirectUris = { new(Callback) }, PostLogoutRedirectUris = { new(SignedOut) },
        };
        registration.Permissions.UnionWith(
        [
            Permissions.Endpoints.Authorization, Permissions.Endpoints.Token, Permissions.Endpoints.PushedAuthorization, Permissions.Endpoints.EndSession,
            Permissions.Endpoints.Revocation, Permissions.Endpoints.Introspection, Permissions.GrantTypes.AuthorizationCode, Permissions.GrantTypes.RefreshToken,
            Permissions.ResponseTypes.Code, Permissions.Scopes.Profile, Permissions.Scopes.Email, Permissions.Prefixes.Scope + "portal.me",
        ]);
        if (isConfidential)
        {
            registration.Permissions.Add(Permissions.GrantTypes.ClientCredentials);
        }

        more?.Invoke(registration);
        await host.InScopeAsync<IOpenIddictApplicationManager, object>(async m => await m.CreateAsync(registration));
        return system;
    }

    /// <summary>An ordinary request; null leaves a parameter out.</summary>
    public Dictionary<string, string> Request(string scope = "openid profile email offline_access portal.me", params (string Name, string? Value)[] changes)
    {
        var all = new Dictionary<string, string?>
        {
            ["client_id"] = id, ["response_type"] = "code", ["redirect_uri"] = Callback, ["scope"] = scope, ["state"] = "kept", ["nonce"] = "once",
            ["code_challenge"] = Challenge, ["code_challenge_method"] = "S256",
        };
        foreach (var (name, value) in changes)
        {
            all[name] = value;
        }

        return all.Where(p => p.Value is not null).ToDictionary(p => p.Key, p => p.Value!);
    }

    /// <summary>A browser follows the request until the portal shows a page or leads to another site.</summary>
    public Task<Landing> AskAsync(PortalClient browser, Dictionary<string, string> request) =>
        FollowAsync(browser, new(HttpMethod.Get, QueryHelpers.AddQueryString("/connect/authorize", request!)));

    public async Task<Landing> FollowAsync(PortalClient browser, HttpRequestMessage request)
    {
        var address = new Uri(browser.Address, request.RequestUri!);
        var answer = await browser.SendAsync(request);
        while (answer.Headers.Location is { } location)
        {
            address = new Uri(address, location);
            if (address.Authority != host.Address.Authority)
            {
                return new(address, null);
            }

            answer = await browser.SendAsync(new(HttpMethod.Get, address));
        }

        return new(null, await HtmlPage.ReadAsync(browser, address, answer));
    }

    /// <summary>The person presses a button of the consent page.</summary>
    public Task<Landing> AnswerAsync(PortalClient browser, Landing consent, bool allow = true) =>
        FollowAsync(browser, consent.Page!.Form().Request("allow", allow ? "true" : "false"));

    /// <summary>The code for a person who allows what is asked.</summary>
    public async Task<string> CodeAsync(PortalClient browser, Dictionary<string, string>? request = null)
    {
        var landing = await AskAsync(browser, request ?? Request());
        landing = landing.Away is null ? await AnswerAsync(browser, landing) : landing;
        return landing["code"] ?? throw new InvalidOperationException(landing.Away?.ToString() ?? landing.Page!.Text);
    }

    public async Task<TokenAnswer> TokensAsync(PortalClient browser, Dictionary<string, string>? request = null) => await ExchangeAsync(await CodeAsync(browser, request));

    public Task<TokenAnswer> ExchangeAsync(string code, string? verifier = Verifier, string redirect = Callback) => PostAsync(
        "/connect/token", [("grant_type", "authorization_code"), ("code", code), ("redirect_uri", redirect), .. verifier is null ? (IEnumerable<(string, string)>)[] : [("code_verifier", verifier)]]);

    public Task<TokenAnswer> RefreshAsync(string token) => PostAsync("/connect/token", ("grant_type", "refresh_token"), ("refresh_token", token));

    /// <summary>A request of the system's own server.</summary>
    public async Task<TokenAnswer> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        (string Name, string Value)[] own = secret is null ? [("client_id", id)] : [("client_id", id), ("client_secret", secret)];
        var all = own.Concat(fields).Select(f => KeyValuePair.Create(f.Name, f.Value));
        return await SendAsync(new(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(all) });
    }

    public Task<TokenAnswer> GetAsync(string path, string? token)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return SendAsync(request);
    }

    public async Task<TokenAnswer> SendAsync(HttpRequestMessage request)
    {
        using var answer = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var challenge = answer.Headers.WwwAuthenticate.ToString();
        return new(answer.StatusCode, body.StartsWith('{') ? JsonElement.Parse(body) : JsonSerializer.SerializeToElement(new { challenge, body }));
    }

    public void Dispose() => _http.Dispose();
}
