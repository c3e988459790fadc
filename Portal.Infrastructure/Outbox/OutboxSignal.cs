namespace Portal.Infrastructure.Outbox;

/// <summary>Wakes the outbox worker of this process. Only a hint: the worker also looks by itself.</summary>
internal static class OutboxSignal
{
    private static readonly SemaphoreSlim s_something = new(0, 1);

    public static void AfterCommit()
    {
        if (s_something.CurrentCount == 0)
        {
            try
            {
                s_something.Release();
            }
            catch (SemaphoreFullException)
            {
                // Another save was first: the worker is awake.
            }
        }
    }

    /// <summary>True when woken before the time was over. The save may still be waiting for its commit then.</summary>
    public static async Task<bool> WaitAsync(TimeSpan atMost, CancellationToken ct) => await s_something.WaitAsync(atMost, ct);
}
