using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Portal.Tests.Architecture;

/// <summary>Runs the tests of time once more in a process whose host lies in another zone and speaks another language: the answers must not change (R-29).</summary>
public sealed partial class HostZoneTests
{
    [Theory]
    [InlineData("Pacific/Honolulu", "tr_TR.UTF-8")]
    [InlineData("America/New_York", "C")]
    [InlineData("Asia/Tokyo", "ja_JP.UTF-8")]
    public async Task Deadlines_formats_and_calendar_files_do_not_look_at_the_hosts_zone(string zone, string language)
    {
        var output = await RunAsync(zone, language,
            "Portal.Tests.Domain.Shared.DeadlineTests", "Portal.Tests.Pages.Shared.FormatsTests", "Portal.Tests.Exports.CalendarFileTests",
            "Portal.Tests.Domain.Fellowships.CallClockTests", "Portal.Tests.Domain.Fellowships.OfferTests");

        var summary = Summary().Match(output);
        Assert.True(summary.Success, output);
        Assert.True(int.Parse(summary.Groups["total"].Value) > 50, output);
        Assert.True(summary.Groups["failed"].Value == "0", output);
    }

    private static async Task<string> RunAsync(string zone, string language, params string[] classes)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(typeof(HostZoneTests).Assembly.Location);
        foreach (var name in classes)
        {
            start.ArgumentList.Add("-class");
            start.ArgumentList.Add(name);
        }

        (start.Environment["TZ"], start.Environment["LANG"], start.Environment["LC_ALL"]) = (zone, language, language);
        start.Environment.Keys.Where(k => k.StartsWith("TESTINGPLATFORM", StringComparison.Ordinal) || k.StartsWith("DOTNET_CLI", StringComparison.Ordinal))
            .ToList().ForEach(k => start.Environment.Remove(k));
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return Colour().Replace(await output + await errors, "");
    }

    [GeneratedRegex(@"Total: (?<total>\d+).*Failed: (?<failed>\d+)")]
    private static partial Regex Summary();

    [GeneratedRegex(@"\x1b\[[0-9;]*m")]
    private static partial Regex Colour();
}
