using Mediator;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Portal.Infrastructure.Outbox;

/// <summary>
/// Tells saved events to the notification classes, at least once each. An event that fails waits longer every time and is laid
/// aside after the tenth attempt, while the others go on.
/// </summary>
public sealed class OutboxDispatcher(IServiceProvider services, ILogger<OutboxDispatcher> log)
{
    private const int AtOnce = 20;

    /// <summary>After the first failure, the second …; none after the last attempt. Three days in all, so that a mail server may be down over a weekend.</summary>
    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2),
        TimeSpan.FromHours(6), TimeSpan.FromHours(12), TimeSpan.FromHours(24), TimeSpan.FromHours(24),
    ];

    /// <summary>Goes through the rows that are due now, in the order in which they fell due.</summary>
    /// <returns>How many this call took.</returns>
    public async Task<int> DispatchAsync(CancellationToken ct)
    {
        await using var scope = services.CreateSystemScope();
        var lease = ActivatorUtilities.CreateInstance<OutboxLease>(scope.ServiceProvider);
        var taken = 0;
        foreach (var id in await lease.DueAsync(AtOnce, ct))
        {
            if (await lease.TakeAsync(id, ct) is { } message)
            {
                await DeliverAsync(lease, message, ct);
                taken++;
            }
        }

        return taken;
    }

    private async Task DeliverAsync(OutboxLease lease, OutboxMessage message, CancellationToken ct)
    {
        try
        {
            // a message that took the whole process down with it ten times never reached the catch below
            if (message.Attempts > Waits.Length + 1)
            {
                throw new LeaseExpiredException();
            }

            await PublishAsync(message, ct);
            if (!await lease.CompleteAsync(message, ct))
            {
                log.LogWarning("Outbox {Id} {Type}: the lease was lost before it was completed", message.Id, message.Type);
            }
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            await PostponeAsync(lease, message, e.GetBaseException().GetType().Name, ct);
        }
        catch (OperationCanceledException)
        {
            await lease.PostponeAsync(message, TimeSpan.Zero, nameof(OperationCanceledException), CancellationToken.None);
            throw;
        }
    }

    /// <summary>In a scope of its own, so that what one event loaded or broke does not reach the next.</summary>
    private async Task PublishAsync(OutboxMessage message, CancellationToken ct)
    {
        await using var scope = services.CreateSystemScope();
        scope.ServiceProvider.GetRequiredService<OutboxScope>().MessageId = message.Id;
        await scope.ServiceProvider.GetRequiredService<IPublisher>().Publish((object)OutboxEvents.Read(message), ct);
    }

    /// <param name="error">Name of the exception's type; its message may hold an address.</param>
    private async Task PostponeAsync(OutboxLease lease, OutboxMessage message, string error, CancellationToken ct)
    {
        var wait = message.Attempts <= Waits.Length ? Waits[message.Attempts - 1] : (TimeSpan?)null;
        await lease.PostponeAsync(message, wait, error, ct);
        log.Log(
            wait is null ? LogLevel.Error : LogLevel.Warning,
            "Outbox {Id} {Type}: attempt {Attempt} failed with {Error}, again in {Wait}", message.Id, message.Type, message.Attempts, error, wait);
    }
}

/// <summary>A worker took the message and never came back.</summary>
internal sealed class LeaseExpiredException() : Exception("Lease expired");
