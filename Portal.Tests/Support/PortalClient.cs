using System.Net;

namespace Portal.Tests.Support;

/// <summary>What a browser does without script: keeps cookies, follows redirects, sends the forms that it has read.</summary>
public sealed class PortalClient : IDisposable
{
    private const int MostRedirects = 5;

    private readonly HttpClient _http;

    public PortalClient(Uri address)
    {
        _http = new HttpClient(new HttpClientHandler { CookieContainer = Cookies, AllowAutoRedirect = false }) { BaseAddress = address };
        _http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
    }

    public CookieContainer Cookies { get; } = new();

    public Uri Address => _http.BaseAddress!;

    /// <summary>The page at an address of the portal, wherever redirects lead.</summary>
    public async Task<HtmlPage> GetAsync(string path) => await OpenAsync(new HttpRequestMessage(HttpMethod.Get, path));

    public async Task<HtmlPage> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields) =>
        await OpenAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) });

    /// <summary>Sends the request, then follows its redirects.</summary>
    public async Task<HtmlPage> OpenAsync(HttpRequestMessage request)
    {
        var response = await SendAsync(request);
        var address = new Uri(Address, request.RequestUri!);
        for (var i = 0; i < MostRedirects && response.Headers.Location is { } location; i++)
        {
            response.Dispose();
            address = new Uri(address, location);
            response = await SendAsync(new HttpRequestMessage(HttpMethod.Get, address));
        }

        using (response)
        {
            return await HtmlPage.ReadAsync(this, address, response);
        }
    }

    /// <summary>The bare answer, redirects unfollowed.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => _http.SendAsync(request, TestContext.Current.CancellationToken);

    public void Dispose() => _http.Dispose();
}
