using Microsoft.Extensions.Hosting;

namespace Portal.Infrastructure;

/// <summary>Gives back what the start has used and nobody needs again: an idle program would otherwise keep it until its first busy hour.</summary>
internal sealed class StartGarbage(TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan s_afterStart = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(s_afterStart, clock, stoppingToken);
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }
}
