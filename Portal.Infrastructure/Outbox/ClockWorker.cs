using Mediator;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Portal.Application.Fellowships.Commands;
using Portal.Application.Recognition.Commands;
using Portal.Application.Shared;
using Portal.Infrastructure.Connect;
using Portal.Infrastructure.Files;
using Portal.Infrastructure.Identity;

namespace Portal.Infrastructure.Outbox;

/// <summary>What happens because time has passed: offers lapse and delays of lost ways in end every minute; reviews fall due, computed coverage follows the day, keys turn, and files that nothing names and spent sign-ins go, every hour. The first pages after a start come first.</summary>
internal sealed class ClockWorker(IServiceProvider services, TimeProvider clock, ILogger<ClockWorker> log) : BackgroundService
{
    private const int MinutesPerSweep = 60;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), clock);
        for (var minute = 0; await timer.WaitForNextTickAsync(stoppingToken); minute++)
        {
            await TryAsync(nameof(LapseOffers), (_, ct) => RepeatAsync(new LapseOffers(), ct), stoppingToken);
            await TryAsync(nameof(FactorRemovals), (scope, ct) => scope.GetRequiredService<FactorRemovals>().RemoveDueAsync(ct), stoppingToken);
            await TryAsync(nameof(RecoveryRequests), (scope, ct) => scope.GetRequiredService<RecoveryRequests>().OpenDueAsync(ct), stoppingToken);
            if (minute % MinutesPerSweep == 0)
            {
                await TryAsync(nameof(RefreshCoverage), (_, ct) => RepeatAsync(new RefreshCoverage(), ct), stoppingToken);
                await TryAsync(nameof(NoticeFrameworks), (_, ct) => RepeatAsync(new NoticeFrameworks(), ct), stoppingToken);
                await TryAsync(nameof(CallMissedReviews), (_, ct) => RepeatAsync(new CallMissedReviews(), ct), stoppingToken);
                await TryAsync(nameof(SuspendUnreviewed), (_, ct) => RepeatAsync(new SuspendUnreviewed(), ct), stoppingToken);
                await TryAsync(nameof(OrphanFiles), (scope, ct) => ActivatorUtilities.CreateInstance<OrphanFiles>(scope).SweepAsync(ct), stoppingToken);
                await TryAsync(nameof(SpentSignIns), (scope, ct) => ActivatorUtilities.CreateInstance<SpentSignIns>(scope).SweepAsync(ct), stoppingToken);
                await TryAsync(nameof(ConnectKeys), (scope, ct) => scope.GetRequiredService<ConnectKeys>().TurnAsync(ct), stoppingToken);
            }
        }
    }

    /// <summary>Until nothing is left to do, each portion in a scope of its own, so that memory stays flat.</summary>
    private async Task RepeatAsync(ICommand<Result<int>> command, CancellationToken ct)
    {
        for (var taken = 1; taken > 0;)
        {
            await using var scope = services.CreateSystemScope();
            taken = (await scope.ServiceProvider.GetRequiredService<ISender>().Send(command, ct)).Value;
        }
    }

    /// <summary>Trouble now must not stop the clock: the next minute tries again.</summary>
    private async Task TryAsync(string what, Func<IServiceProvider, CancellationToken, Task> work, CancellationToken ct)
    {
        try
        {
            await using var scope = services.CreateSystemScope();
            await work(scope.ServiceProvider, ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            log.LogError("Clock: {Operation} failed with {Error}", what, e.GetType().Name);
        }
    }
}
