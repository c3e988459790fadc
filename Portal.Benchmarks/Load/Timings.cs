using System.Collections.Concurrent;

namespace Portal.Benchmarks.Load;

/// <summary>How long each kind of page took, in milliseconds, as the visitor saw it and, where the page says so, inside the server.</summary>
internal sealed class Timings
{
    private readonly ConcurrentBag<(string Kind, double Seen, double? Server)> _all = [];

    public void Add(string kind, double seen, double? server) => _all.Add((kind, seen, server));

    public int Count => _all.Count;

    public void Print(string title, TimeSpan period)
    {
        Console.WriteLine($"\n{title}\n{"page",-14}{"count",8}{"req/s",8}{"p50",8}{"p95",8}{"p99",8} ms");
        foreach (var kind in _all.GroupBy(t => t.Kind).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            Line(kind.Key, kind.Select(t => t.Seen), period);
            if (kind.All(t => t.Server is not null))
            {
                Line("  server", kind.Select(t => t.Server!.Value), period);
            }
        }
    }

    /// <summary>As the visitor saw it.</summary>
    public double Median(string kind) => At([.. _all.Where(t => t.Kind == kind).Select(t => t.Seen).Order()], 0.50);

    private static void Line(string name, IEnumerable<double> times, TimeSpan period)
    {
        var sorted = times.Order().ToList();
        Console.WriteLine($"{name,-14}{sorted.Count,8}{sorted.Count / period.TotalSeconds,8:0.0}{At(sorted, 0.50),8:0.0}{At(sorted, 0.95),8:0.0}{At(sorted, 0.99),8:0.0}");
    }

    private static double At(List<double> sorted, double share) => sorted[(int)Math.Min(sorted.Count - 1, Math.Ceiling(sorted.Count * share) - 1)];
}
