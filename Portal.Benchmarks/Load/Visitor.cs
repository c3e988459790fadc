using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Portal.Benchmarks.Load;

/// <summary>One person's browser, without pictures and styles.</summary>
/// <param name="source">The network address that the person comes from; this machine has a whole network of its own (127.0.0.0/8).</param>
internal sealed partial class Visitor(Uri address, Timings timings, IPAddress? source = null) : IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler
    {
        UseCookies = true, MaxConnectionsPerServer = 1, AllowAutoRedirect = false, ConnectCallback = (context, ct) => ConnectAsync(source, context.DnsEndPoint, ct),
    }) { BaseAddress = address };

    private string _token = "";

    /// <summary>With the one click of Development.</summary>
    public async Task SignInAsync(Guid person)
    {
        await OpenAsync("/en/Account/SignIn");
        using var answer = await SendAsync("/en/Account/DemoSignIn", ("person", person.ToString()));
        if (answer.StatusCode != HttpStatusCode.Redirect)
        {
            throw new InvalidOperationException($"Signing in was answered {answer.StatusCode}.");
        }
    }

    public async Task<string> GetAsync(string kind, string path)
    {
        var watch = Stopwatch.StartNew();
        using var answer = await _client.GetAsync(new Uri(path, UriKind.Relative));
        var page = await answer.Content.ReadAsStringAsync();
        answer.EnsureSuccessStatusCode();
        timings.Add(kind, watch.Elapsed.TotalMilliseconds, ServerTime(answer));
        return page;
    }

    /// <summary>Opens a page with a form, to send it afterwards; not measured.</summary>
    public async Task OpenAsync(string path) => _token = Token().Match(await _client.GetStringAsync(new Uri(path, UriKind.Relative))).Groups[1].Value;

    /// <summary>Sends the form of the page that was opened last.</summary>
    public async Task<HttpStatusCode> PostAsync(string kind, string path, params (string Name, string Value)[] fields)
    {
        var watch = Stopwatch.StartNew();
        using var answer = await SendAsync(path, fields);
        await answer.Content.ReadAsByteArrayAsync();
        timings.Add(kind, watch.Elapsed.TotalMilliseconds, ServerTime(answer));
        return answer.StatusCode;
    }

    public void Dispose() => _client.Dispose();

    private async Task<HttpResponseMessage> SendAsync(string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", _token), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]);
        return await _client.PostAsync(new Uri(path, UriKind.Relative), form);
    }

    private static async ValueTask<Stream> ConnectAsync(IPAddress? source, DnsEndPoint to, CancellationToken ct)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        if (source is not null)
        {
            socket.Bind(new IPEndPoint(source, 0));
        }

        await socket.ConnectAsync(to, ct);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private static double? ServerTime(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Server-Timing", out var values) && Duration().Match(string.Join(',', values)) is { Success: true } match
            ? double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)
            : null;

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex(@"dur=([0-9.]+)")]
    private static partial Regex Duration();
}
