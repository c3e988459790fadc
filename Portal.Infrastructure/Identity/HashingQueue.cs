using System.Threading.RateLimiting;

namespace Portal.Infrastructure.Identity;

/// <summary>Too many wait for the same thing: trying again in half a minute helps.</summary>
public sealed class BusyException() : Exception("Busy");

/// <summary>
/// A password is hashed for a tenth of a second on purpose (S-18). It may take half of the processors, so that pages keep the other half;
/// only so many wait, and not for long: the next one hears so at once.
/// </summary>
internal sealed class HashingQueue : IDisposable
{
    /// <summary>For each one that is hashed.</summary>
    internal const int WaitingPerHash = 200;

    internal static readonly int AtOnce = Math.Max(1, Environment.ProcessorCount / 2);

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    private readonly ConcurrencyLimiter _limiter = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = AtOnce, QueueLimit = AtOnce * WaitingPerHash, QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    public HashingQueue()
    {
        // A hash holds its thread all the time; pages must not wait until the pool notices.
        ThreadPool.GetMinThreads(out var workers, out var ports);
        ThreadPool.SetMinThreads(workers + AtOnce, ports);
    }

    /// <exception cref="BusyException">As many wait as may, or for as long.</exception>
    public async Task<T> RunAsync<T>(Func<Task<T>> work, CancellationToken ct)
    {
        using var turn = await WaitAsync(ct);
        return turn.IsAcquired ? await work() : throw new BusyException();
    }

    public void Dispose() => _limiter.Dispose();

    private async Task<RateLimitLease> WaitAsync(CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(s_patience);
        try
        {
            return await _limiter.AcquireAsync(1, patience.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new BusyException();
        }
    }
}
