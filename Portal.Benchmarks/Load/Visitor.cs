using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Portal.Benchmarks.Load;

/// <summary>One person's browser, without pictures and styles.</summary>
internal sealed partial class Visitor(Uri address, Timings timings) : IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseCookies = true, MaxConnectionsPerServer = 1 }) { BaseAddress = address };

    /// <summary>With the one click of Development.</summary>
    public async Task SignInAsync(Guid person)
    {
        var page = await _client.GetStringAsync(new Uri("/en/Account/SignIn", UriKind.Relative));
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["person"] = person.ToString(), ["__RequestVerificationToken"] = Token().Match(page).Groups[1].Value,
        });
        using var answer = await _client.PostAsync(new Uri("/en/Account/DemoSignIn", UriKind.Relative), form);
        answer.EnsureSuccessStatusCode();
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

    public void Dispose() => _client.Dispose();

    private static double? ServerTime(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Server-Timing", out var values) && Duration().Match(string.Join(',', values)) is { Success: true } match
            ? double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)
            : null;

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex(@"dur=([0-9.]+)")]
    private static partial Regex Duration();
}
