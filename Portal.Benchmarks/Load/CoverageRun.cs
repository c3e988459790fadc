using System.Diagnostics;
using System.Globalization;
using Portal.Application.Recognition.Domain;

namespace Portal.Benchmarks.Load;

/// <summary>
/// Coverage of all pairs: 5,000 certifications that are targets too, 200 claims each over 50,000 statements, once spread evenly and once
/// with statements that many certifications share, as in real frameworks. Processor time is printed too: divided by the processors it is
/// what the work takes on a machine that does nothing else.
/// </summary>
internal static class CoverageRun
{
    private const int Certifications = 5_000;
    private const int Statements = 50_000;
    private const int ClaimsEach = 200;

    public static int Run(Options options)
    {
        foreach (var (name, skew) in new[] { ("even", 1.0), ("shared", 2.2) })
        {
            var world = CoverageWorld.Of(Certifications, Statements, ClaimsEach, skew);
            Print($"{name}: {Certifications:N0} certifications, {Statements:N0} statements, {ClaimsEach} claims each, {world.Meetings() / 1e6:N0} million meetings");
            foreach (var floor in new[] { 0.1, 0 })
            {
                Measure(world, floor, options.Rounds);
            }
        }

        return 0;
    }

    private static void Measure(CoverageWorld world, double floor, int rounds)
    {
        var basis = world.Basis with { KeptFrom = floor };
        var (all, busy, row, column, kept) = (new List<double>(), new List<double>(), new List<double>(), new List<double>(), 0);
        for (var round = 0; round < rounds; round++)
        {
            GC.Collect();
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            CoverageTargets? targets = null;
            all.Add(Time(() => kept = (targets = CoverageTargets.Of(world.Targets)).Rows(world.Sources, basis).Sum(r => r.Length)));
            busy.Add((Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds);
            row.Add(Time(() => targets!.Row(world.Changed(round), basis)));
            column.Add(Time(() => CoverageTargets.Of([world.ChangedTarget(round)]).Rows(world.Sources, basis)));
        }

        GC.Collect();
        Print($"  kept from {floor:0.0}: all pairs {Best(all)} (processor {Best(busy)}); one row {Best(row)}; one column {Best(column)}; {kept:N0} pairs kept; memory {GC.GetTotalMemory(true) / 1e6:N0} MB with the input, peak {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:N0} MB");
    }

    private static double Time(Action work)
    {
        var started = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static string Best(List<double> times) =>
        $"{times.Min():N1} ms at best, {times.Order().ElementAt(times.Count / 2):N1} in the middle, {times.Max():N1} at worst";

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
