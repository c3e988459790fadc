using System.Diagnostics;
using System.Globalization;

namespace Portal.Tests.Support;

/// <summary>Somebody else's authenticator app: oathtool, so that no fault of the portal's library is shared.</summary>
internal static class Totp
{
    private const int StepSeconds = 30;

    public static string Code(string base32, DateTimeOffset now, int stepsAway = 0)
    {
        var at = (now.ToUnixTimeSeconds() + (stepsAway * StepSeconds)).ToString(CultureInfo.InvariantCulture);
        var start = new ProcessStartInfo("oathtool", ["--totp", "--base32", $"--now=@{at}", base32.Replace(" ", "", StringComparison.Ordinal)]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var code = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return code;
    }
}
