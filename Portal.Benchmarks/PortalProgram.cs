using System.Diagnostics;

namespace Portal.Benchmarks;

/// <summary>The portal with a state of its own, which goes when the measurement is over.</summary>
/// <param name="folder">Where the program lies; the output folder of its build unless told.</param>
internal sealed class PortalProgram(string? folder = null) : IDisposable
{
    private static readonly DirectoryInfo s_output = new(AppContext.BaseDirectory);

    public static string Project { get; } = Path.Combine(s_output.Parent!.Parent!.Parent!.Parent!.FullName, "Portal.Web");

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

    public Task<Served> ServeAsync(string firstPage) => Served.StartAsync(Line(["serve", "--Logging:LogLevel:Default=Warning"]), firstPage);

    public void Dispose() => Directory.Delete(State, recursive: true);

    private ProcessStartInfo Line(IEnumerable<string> line)
    {
        var program = folder ?? Path.Combine(Project, "bin", s_output.Parent!.Name, s_output.Name);
        return new ProcessStartInfo("dotnet", [Path.Combine(program, "Portal.Web.dll"), .. line])
        {
            WorkingDirectory = folder ?? Project,
            RedirectStandardOutput = true,
            Environment = { ["PORTAL_STATE"] = State, ["ASPNETCORE_ENVIRONMENT"] = "Development" },
        };
    }
}
