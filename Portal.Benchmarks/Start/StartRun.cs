using System.Diagnostics;

namespace Portal.Benchmarks.Start;

/// <summary>The portal against the smallest MVC and EF program, in turns, so that both meet the same machine.</summary>
internal static class StartRun
{
    public static async Task<int> RunAsync(Options options)
    {
        using var portal = new PortalProgram();
        await portal.RunAsync("seed", "--profile", "demo");
        var database = Path.Combine(Path.GetTempPath(), $"bare-{Guid.NewGuid():N}.db");
        var (ours, bare, memory) = (new List<double>(), new List<double>(), 0.0);
        for (var round = 0; round <= options.Rounds; round++)
        {
            using (var served = await Served.StartAsync(Bare(database), "/"))
            {
                bare.Add(served.StartTime.TotalMilliseconds);
            }

            using var page = await portal.ServeAsync("/en/Fellowships/Calls");
            ours.Add(page.StartTime.TotalMilliseconds);
            if (round == options.Rounds)
            {
                await Task.Delay(TimeSpan.FromSeconds(options.Seconds));
                memory = page.Memory;
            }
        }

        File.Delete(database);
        Print(ours, bare, memory, options.Seconds);
        return 0;
    }

    /// <summary>The first round warms the file cache and does not count.</summary>
    private static void Print(IEnumerable<double> ours, IEnumerable<double> bare, double memory, int seconds)
    {
        var (portal, smallest) = (Median(ours.Skip(1)), Median(bare.Skip(1)));
        Console.WriteLine($"Start to the first page (median): portal {portal:0} ms, bare MVC + EF {smallest:0} ms, ratio {portal / smallest:0.00}");
        Console.WriteLine($"Memory of the portal after {seconds} idle seconds: {memory:0} MB");
    }

    private static double Median(IEnumerable<double> times) => times.Order().ElementAt(times.Count() / 2);

    private static ProcessStartInfo Bare(string database) => new("dotnet", [typeof(StartRun).Assembly.Location, "bare", database])
    {
        RedirectStandardOutput = true,
        Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Development" },
    };
}
