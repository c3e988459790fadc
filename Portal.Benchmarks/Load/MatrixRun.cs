using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Portal.Benchmarks.Load;

/// <summary>Visitors of the public matrix: windows all over it, by page and by search, and the pairs that they open from it.</summary>
internal static partial class MatrixRun
{
    private const int Certifications = 500, ColumnPages = 10, RowPages = 12;

    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(5);

    public static async Task<int> RunAsync(Options options)
    {
        using var portal = await PortalProgram.PublishedAsync();
        await portal.RunAsync("seed", "--profile", "demo", "--out", portal.Manifest);
        await MatrixWorld.FillAsync(portal.State, Certifications / 2);
        using var served = await portal.ServeAsync("/en");
        await BrowseAsync(served, options, s_warmUp, new Timings());
        var timings = new Timings();
        var period = TimeSpan.FromSeconds(options.Seconds);
        var before = served.ProcessorTime;
        await BrowseAsync(served, options, period, timings);
        timings.Print($"{options.Users} visitors, {options.Think} ms between pages, {Certifications} certifications, every pair published", period);
        Console.WriteLine($"Processor time per page: {(served.ProcessorTime - before).TotalMilliseconds / timings.Count:0.0} ms");
        Console.WriteLine($"Memory after the work: {served.Memory:0} MB");
        foreach (var path in new[] { "/ja/Recognition/Matrix?column=3&page=2", "/en/Recognition/Matrix?column=3&page=2", "/ja/Recognition/Finder?cert=JP-017", "/ja/Recognition" })
        {
            Console.WriteLine($"{path}: {await SizeAsync(served, path) / 1024.0:0.0} KB brotli");
        }

        return 0;
    }

    private static Task BrowseAsync(Served served, Options options, TimeSpan period, Timings timings) => Task.WhenAll(
        Enumerable.Range(0, options.Users).Select(async n =>
        {
            using var visitor = new Visitor(served.Address, timings);
            var end = System.Diagnostics.Stopwatch.StartNew();
            for (var turn = n * 7; end.Elapsed < period; turn++)
            {
                var language = turn % 2 == 0 ? "ja" : "en";
                var search = turn % 5 == 4 ? string.Create(CultureInfo.InvariantCulture, $"&q=jp-1&target=us-{turn % 3}") : "";
                var matrix = await visitor.GetAsync("matrix", string.Create(CultureInfo.InvariantCulture, $"/{language}/Recognition/Matrix?column={1 + turn % ColumnPages}&page={1 + turn / 3 % RowPages}{search}"));
                await Task.Delay(options.Think);
                if (PairLink().Matches(matrix) is { Count: > 0 } links)
                {
                    await visitor.GetAsync("pair", links[turn * 13 % links.Count].Value);
                    await Task.Delay(options.Think);
                }
            }
        }));

    private static async Task<long> SizeAsync(Served served, string path)
    {
        using var client = new HttpClient { BaseAddress = served.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptEncoding.ParseAdd("br");
        using var answer = await client.SendAsync(request);
        return answer.StatusCode == HttpStatusCode.OK ? (await answer.Content.ReadAsByteArrayAsync()).Length : throw new InvalidOperationException($"{path}: {answer.StatusCode}");
    }

    [GeneratedRegex("/(ja|en)/Recognition/Equivalences/Details/EQ-[0-9]+")]
    private static partial Regex PairLink();
}
