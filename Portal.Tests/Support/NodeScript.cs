using System.Diagnostics;
using System.Text.Json;

namespace Portal.Tests.Support;

/// <summary>
/// Third-party code in another language: a script of <c>Portal.Tests/Protocol</c> that runs under the Node of the Playwright package.
/// It reads one JSON object from its first argument and writes one JSON value per line; what it says on standard error explains a failure.
/// </summary>
public sealed class NodeScript : IAsyncDisposable
{
    private static readonly string s_folder = Path.Combine(Repository.Root, "Portal.Tests", "Protocol");
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    private readonly Process _process;
    private readonly Task<string> _complaints;

    private NodeScript(Process process)
    {
        _process = process;
        _complaints = process.StandardError.ReadToEndAsync();
    }

    public static NodeScript Start(string script, object input)
    {
        Assert.True(Directory.Exists(Path.Combine(s_folder, "node_modules")), "Run ./test.sh, or npm ci in Portal.Tests/Protocol.");
        var start = new ProcessStartInfo(Node()) { WorkingDirectory = s_folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(script);
        start.ArgumentList.Add(JsonSerializer.Serialize(input, JsonSerializerOptions.Web));
        return new(Process.Start(start)!);
    }

    /// <summary>Runs a script to its end and reads the one value it says.</summary>
    public static async Task<JsonElement> RunAsync(string script, object input)
    {
        await using var run = Start(script, input);
        return await run.ReadAsync();
    }

    /// <summary>The next value that the script says.</summary>
    public async Task<JsonElement> ReadAsync()
    {
        var line = await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(s_patience);
        Assert.True(line is not null, line is null ? await _complaints : "");
        return JsonElement.Parse(line!);
    }

    /// <summary>Says one value to a script that waits for it, as one line on standard input.</summary>
    public Task TellAsync(object value) => _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(value, JsonSerializerOptions.Web));

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private static string Node() =>
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, ".playwright", "node"), "node*", SearchOption.AllDirectories)
            .Single(f => Path.GetFileName(f) == (OperatingSystem.IsWindows() ? "node.exe" : "node"));
}
