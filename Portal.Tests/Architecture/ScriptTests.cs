using System.Diagnostics;
using Portal.Tests.Support;

namespace Portal.Tests.Architecture;

/// <summary>./run.sh on a machine without .NET: it fetches Microsoft's install script, here a stand-in, and goes on with what that installed.</summary>
public sealed class ScriptTests : IDisposable
{
    private static readonly string[] s_tools = ["bash", "cat", "chmod", "curl", "dirname", "env", "id", "mkdir", "mktemp", "readlink", "rm"];

    private const string StandIn =
        """
        while [ $# -gt 0 ]; do
          case $1 in --install-dir) dir=$2 ;; --channel) channel=$2 ;; esac
          shift
        done
        mkdir -p "$dir"
        cat >"$dir/dotnet" <<'END'
        #!/usr/bin/env bash
        if [ "$1" = --list-sdks ]; then echo "10.0.100 [here]"; else echo "$*"; fi
        END
        chmod +x "$dir/dotnet"
        echo "channel $channel" >&2
        """;

    private readonly string _clone = Directory.CreateTempSubdirectory("portal-clone-").FullName;

    public ScriptTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The two commands are for Linux.");
        Directory.CreateDirectory(Path.Combine(_clone, ".ci"));
        Directory.CreateDirectory(Path.Combine(_clone, "tools"));
        foreach (var script in new[] { "run.sh", Path.Combine(".ci", "tools.sh") })
        {
            File.Copy(Path.Combine(Repository.Root, script), Path.Combine(_clone, script));
        }

        foreach (var tool in s_tools)
        {
            File.CreateSymbolicLink(Path.Combine(_clone, "tools", tool), $"/usr/bin/{tool}");
        }
    }

    [Fact]
    public async Task Without_dotnet_the_install_script_is_fetched_once_and_its_sdk_used()
    {
        var script = Path.Combine(_clone, "install.sh");
        await File.WriteAllTextAsync(script, StandIn, TestContext.Current.CancellationToken);
        var (code, said, error) = await RunAsync($"file://{script}");
        Assert.True(code == 0, error);
        Assert.Contains("channel 10.0", error, StringComparison.Ordinal);
        Assert.Contains($"publish {_clone}/Portal.Web -c Release", error, StringComparison.Ordinal);
        Assert.Equal($"{_clone}/Portal.Web/bin/run/Portal.Web.dll routes --json", said.Trim());

        (code, _, error) = await RunAsync("file:///nowhere/install.sh");
        Assert.Equal(0, code);
        Assert.DoesNotContain("Installing", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_dotnet_and_without_its_script_the_command_says_what_is_missing()
    {
        var (code, _, error) = await RunAsync("file:///nowhere/install.sh");
        Assert.Equal(1, code);
        Assert.Contains("Missing: the .NET SDK 10.0", error, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_clone, recursive: true);

    private async Task<(int Code, string Said, string Error)> RunAsync(string installScript)
    {
        var start = new ProcessStartInfo("/usr/bin/bash", [Path.Combine(_clone, "run.sh"), "routes", "--json"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Clear();
        start.Environment["PATH"] = Path.Combine(_clone, "tools");
        start.Environment["HOME"] = _clone;
        start.Environment["DOTNET_INSTALL_SCRIPT_URL"] = installScript;
        using var run = Process.Start(start)!;
        var (said, error) = (run.StandardOutput.ReadToEndAsync(), run.StandardError.ReadToEndAsync());
        await run.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (run.ExitCode, await said, await error);
    }
}
