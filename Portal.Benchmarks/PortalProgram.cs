using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Portal.Benchmarks;

/// <summary>The portal with a state of its own, which goes when the measurement is over.</summary>
internal sealed class PortalProgram : IDisposable
{
    private static readonly DirectoryInfo s_output = new(AppContext.BaseDirectory);
    private static readonly string s_solution = s_output.Parent!.Parent!.Parent!.Parent!.FullName;
    private static readonly string s_project = Path.Combine(s_solution, "Portal.Web");

    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(20);

    private readonly string _program, _content;

    private PortalProgram(string program, string content) => (_program, _content) = (program, content);

    /// <summary>As the compiler left it.</summary>
    public static PortalProgram Built() => new(Path.Combine(s_project, "bin", s_output.Parent!.Name, s_output.Name), s_project);

    /// <summary>As ./run.sh runs it, and in the same place.</summary>
    public static async Task<PortalProgram> PublishedAsync()
    {
        var folder = Path.Combine(s_project, "bin", "run");
        await PublishAsync("Portal.Web", folder);
        return new(folder, folder);
    }

    /// <summary>Brings the machine code of this platform along.</summary>
    public static async Task PublishAsync(string project, string folder)
    {
        using var process = Process.Start("dotnet",
            ["publish", Path.Combine(s_solution, project), "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "--no-self-contained", "-p:PublishReadyToRun=true", "-v", "quiet", "-o", folder]);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{project} could not be published.");
        }
    }

    public string State { get; } = Directory.CreateTempSubdirectory("portal-benchmark-").FullName;

    public string Manifest => Path.Combine(State, "manifest.json");

    public async Task RunAsync(params string[] line)
    {
        using var process = Process.Start(Line(line))!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{string.Join(' ', line)}: exit code {process.ExitCode}");
        }

        Console.Write(said);
    }

    /// <returns>How long the verb took, what of that the processors worked, and the most memory that it held, in megabytes.</returns>
    public async Task<(TimeSpan Time, TimeSpan Busy, double Peak)> MeasureAsync(params string[] line)
    {
        var (watch, busy, peak) = (Stopwatch.StartNew(), TimeSpan.Zero, 0L);
        using var process = Process.Start(Line(line))!;
        var said = process.StandardOutput.ReadToEndAsync();
        while (!process.WaitForExit(s_look))
        {
            var (worked, held) = LookAt(process);
            (busy, peak) = (worked > busy ? worked : busy, Math.Max(peak, held));
        }

        var time = watch.Elapsed;
        Console.Write(await said);
        return process.ExitCode == 0 ? (time, busy, peak / 1e6) : throw new InvalidOperationException($"{string.Join(' ', line)}: exit code {process.ExitCode}");
    }

    /// <returns>Nothing when it ended while it was looked at.</returns>
    private static (TimeSpan Busy, long Peak) LookAt(Process process)
    {
        try
        {
            process.Refresh();
            return (process.TotalProcessorTime, process.PeakWorkingSet64);
        }
        catch (InvalidOperationException)
        {
            return default;
        }
    }

    public Task<Served> ServeAsync(string firstPage) => Served.StartAsync(Line(["serve", "--Logging:LogLevel:Default=Warning"]), firstPage);

    public void Dispose() => Directory.Delete(State, recursive: true);

    private ProcessStartInfo Line(IEnumerable<string> line) => new("dotnet", [Path.Combine(_program, "Portal.Web.dll"), .. line])
    {
        WorkingDirectory = _content,
        RedirectStandardOutput = true,
        Environment = { ["PORTAL_STATE"] = State, ["ASPNETCORE_ENVIRONMENT"] = "Development" },
    };
}
