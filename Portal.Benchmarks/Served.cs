using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Portal.Benchmarks;

/// <summary>A program that serves pages on this machine, started and ended by the measurement.</summary>
internal sealed class Served : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2), s_pause = TimeSpan.FromMilliseconds(2);

    private readonly Process _process;

    private Served(Process process, Uri address, TimeSpan startTime) => (_process, Address, StartTime) = (process, address, startTime);

    public Uri Address { get; }

    /// <summary>From the start of the process to the end of the first answered page.</summary>
    public TimeSpan StartTime { get; }

    /// <summary>Resident memory in megabytes.</summary>
    public double Memory => long.Parse(
        File.ReadLines($"/proc/{_process.Id}/status").Single(l => l.StartsWith("VmRSS:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture) / 1024.0;

    /// <summary>Of all processors together: says what a page costs also when others use the machine.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public static async Task<Served> StartAsync(ProcessStartInfo program, string firstPage)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        program.Environment["ASPNETCORE_URLS"] = address.ToString();
        using var client = new HttpClient { BaseAddress = address };
        var watch = Stopwatch.StartNew();
        var process = Process.Start(program)!;
        _ = process.StandardOutput.ReadToEndAsync();
        while (!await AnswersAsync(client, firstPage))
        {
            if (watch.Elapsed > s_patience || process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                throw new InvalidOperationException($"{program.FileName} did not answer {firstPage}.");
            }

            await Task.Delay(s_pause);
        }

        return new Served(process, address, watch.Elapsed);
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    private static async Task<bool> AnswersAsync(HttpClient client, string page)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri(page, UriKind.Relative));
            await answer.Content.ReadAsByteArrayAsync();
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
