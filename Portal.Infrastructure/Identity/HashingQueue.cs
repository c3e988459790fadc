using System.Threading.RateLimiting;

namespace Portal.Infrastructure.Identity;

/// <summary>Too many wait for the same thing: trying again in half a minute helps.</summary>
public sealed class BusyException() : Exception("Busy");

/// <summary>
/// A password is hashed for a tenth of a second on purpose (S-18). Only so many at once, so that pages keep a processor, and only so
/// many wait: whoever would wait longer than a page may take hears so at once.
/// </summary>
internal sealed class HashingQueue : IDisposable
{
    /// <summary>For each one that is hashed, so many wait: some six seconds.</summary>
    internal const int WaitingPerHash = 60;

    internal static readonly int AtOnce = Math.Max(1, Environment.ProcessorCount / 2);

    private readonly ConcurrencyLimiter _limiter = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = AtOnce, QueueLimit = AtOnce * WaitingPerHash, QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    /// <exception cref="BusyException">As many wait as may.</exception>
    public async Task<T> RunAsync<T>(Func<Task<T>> work, CancellationToken ct)
    {
        using var turn = await _limiter.AcquireAsync(1, ct);
        return turn.IsAcquired ? await work() : throw new BusyException();
    }

    public void Dispose() => _limiter.Dispose();
}
