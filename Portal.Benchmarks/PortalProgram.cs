using System.Diagnostics;

namespace Portal.Benchmarks;

/// <summary>The built portal with a state of its own, which goes when the measurement is over.</summary>
internal sealed class PortalProgram : IDisposable
{
    private readonly string _state = Directory.CreateTempSubdirectory("portal-benchmark-").FullName;

    public string Manifest => Path.Combine(_state, "manifest.json");

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

    public void Dispose() => Directory.Delete(_state, recursive: true);

    /// <summary>The portal's own output folder, built beside this program in the same configuration.</summary>
    private ProcessStartInfo Line(IEnumerable<string> line)
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var (framework, configuration) = (output.Name, output.Parent!.Name);
        var web = Path.Combine(output.Parent.Parent!.Parent!.Parent!.FullName, "Portal.Web");
        return new ProcessStartInfo("dotnet", [Path.Combine(web, "bin", configuration, framework, "Portal.Web.dll"), .. line])
        {
            WorkingDirectory = web,
            RedirectStandardOutput = true,
            Environment = { ["PORTAL_STATE"] = _state, ["ASPNETCORE_ENVIRONMENT"] = "Development" },
        };
    }
}
