using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Portal.Benchmarks.Load;

/// <summary>Officers at work: the queue, filtered, sorted and paged, and the applications that they open from it.</summary>
internal static partial class QueueRun
{
    private static readonly string[] s_queues =
    [
        "", "?sort=Name", "?sort=Number&page=3", "?tab=OtherGovernment&sort=Name&page=2", "?tab=Candidate", "?tab=Done&sort=Name&page=5",
        "?status=Submitted&sort=Due&page=4", "?q=Tanaka", "?q=%E6%96%8E%E8%97%A4&sort=Name", "?due=2030-01-01&sort=Number",
    ];

    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(5);

    public static async Task<int> RunAsync(Options options)
    {
        using var portal = await PortalProgram.PublishedAsync();
        var watch = Stopwatch.StartNew();
        await portal.RunAsync("seed", "--profile", "load", "--size", options.Size.ToString(CultureInfo.InvariantCulture), "--out", portal.Manifest);
        Console.WriteLine($"Seeded in {watch.Elapsed.TotalSeconds:0.0} s");

        using var served = await portal.ServeAsync("/en");
        var officers = await Officers.ReadAsync(portal.Manifest);
        await WorkAsync(served, officers, options, s_warmUp, new Timings());
        var timings = new Timings();
        var period = TimeSpan.FromSeconds(options.Seconds);
        var before = served.ProcessorTime;
        await WorkAsync(served, officers, options, period, timings);
        timings.Print($"{options.Users} users, {options.Think} ms between pages, {options.Size} applications", period);
        Console.WriteLine($"Processor time per page: {(served.ProcessorTime - before).TotalMilliseconds / timings.Count:0.0} ms");
        Console.WriteLine($"Memory after the work: {served.Memory:0} MB");
        return 0;
    }

    private static Task WorkAsync(Served served, IReadOnlyList<Guid> officers, Options options, TimeSpan period, Timings timings) => Task.WhenAll(
        Enumerable.Range(0, options.Users).Select(async n =>
        {
            using var visitor = new Visitor(served.Address, timings);
            await visitor.SignInAsync(officers[n % officers.Count]);
            var end = Stopwatch.StartNew();
            for (var turn = n; end.Elapsed < period; turn++)
            {
                var queue = await visitor.GetAsync("queue", "/en/Fellowships/Cases" + s_queues[turn % s_queues.Length]);
                if (CaseLink().Matches(queue) is { Count: > 0 } links)
                {
                    await Task.Delay(options.Think);
                    await visitor.GetAsync("application", links[turn % links.Count].Value);
                }

                await Task.Delay(options.Think);
            }
        }));

    [GeneratedRegex("/en/Fellowships/Cases/Details/[0-9a-f-]{36}")]
    private static partial Regex CaseLink();
}
