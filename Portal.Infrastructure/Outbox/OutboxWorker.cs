using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Portal.Infrastructure.Outbox;

/// <summary>Listens for the signal and looks by itself every second, later every five; then delivers as long as there is something due.</summary>
internal sealed class OutboxWorker(OutboxDispatcher dispatcher, ILogger<OutboxWorker> log) : BackgroundService
{
    private const int LongestPause = 5;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var pause = 1; !stoppingToken.IsCancellationRequested; pause = Math.Min(pause + 1, LongestPause))
        {
            if (await OutboxSignal.WaitAsync(TimeSpan.FromSeconds(pause), stoppingToken))
            {
                pause = 0;
            }

            while (await TookSomethingAsync(stoppingToken))
            {
                pause = 0;
            }
        }
    }

    /// <summary>Trouble with the database must not end the worker: it looks again after the pause.</summary>
    private async Task<bool> TookSomethingAsync(CancellationToken ct)
    {
        try
        {
            return await dispatcher.DispatchAsync(ct) > 0;
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            log.LogError("Outbox: reading failed with {Error}", e.GetType().Name);
            return false;
        }
    }
}
