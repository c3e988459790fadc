using System.Diagnostics;

namespace Portal.Benchmarks.Start;

/// <summary>The portal against the smallest MVC and EF program, each as built and as published, in turns, so that all meet the same machine.</summary>
internal static class StartRun
{
    public static async Task<int> RunAsync(Options options)
    {
        var folder = Directory.CreateTempSubdirectory("portal-start-").FullName;
        var publishedBare = Path.Combine(folder, "bare");
        await PortalProgram.PublishAsync("Portal.Benchmarks", publishedBare);

        using var built = PortalProgram.Built();
        using var published = await PortalProgram.PublishedAsync();
        await built.RunAsync("seed", "--profile", "demo");
        await published.RunAsync("seed", "--profile", "demo");
        var database = Path.Combine(folder, "bare.db");
        const string page = "/en/Fellowships/Calls";
        (string Name, Func<Task<Served>> Start)[] programs =
        [
            ("bare MVC + EF, built", () => Served.StartAsync(Bare(AppContext.BaseDirectory, database), "/")),
            ("portal, built", () => built.ServeAsync(page)),
            ("bare MVC + EF, published", () => Served.StartAsync(Bare(publishedBare, database), "/")),
            ("portal, published", () => published.ServeAsync(page)),
        ];

        var times = programs.ToDictionary(p => p.Name, _ => new List<double>());
        for (var round = 0; round <= options.Rounds; round++)
        {
            foreach (var (name, start) in programs)
            {
                using var served = await start();
                times[name].Add(served.StartTime.TotalMilliseconds);
            }
        }

        Print(programs.Select(p => (p.Name, Median(times[p.Name]))).ToList());
        Console.WriteLine($"Memory of the published portal, {options.Seconds} seconds after the start, having mailed the demonstration world's mail: {await MemoryAsync(published, page, options):0} MB");
        Console.WriteLine($"The same, with nothing to do: {await MemoryAsync(published, page, options):0} MB");
        Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static async Task<double> MemoryAsync(PortalProgram portal, string page, Options options)
    {
        using var served = await portal.ServeAsync(page);
        await Task.Delay(TimeSpan.FromSeconds(options.Seconds));
        return served.Memory;
    }

    private static void Print(IReadOnlyList<(string Name, double Median)> programs)
    {
        Console.WriteLine($"\n{"start to the first page (median)",-34}{"ms",8}{"ratio",8}");
        foreach (var (name, median) in programs)
        {
            Console.WriteLine($"{name,-34}{median,8:0}{median / programs[0].Median,8:0.00}");
        }
    }

    /// <summary>The first round warms the file cache and does not count.</summary>
    private static double Median(IReadOnlyCollection<double> times) => times.Skip(1).Order().ElementAt((times.Count - 1) / 2);

    private static ProcessStartInfo Bare(string folder, string database) => new("dotnet", [Path.Combine(folder, "Portal.Benchmarks.dll"), "bare", database])
    {
        RedirectStandardOutput = true,
        Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Development" },
    };
}
