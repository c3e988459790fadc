using Portal.Application.Fellowships.Domain;

namespace Portal.Tests.Support;

internal static class CallsInHost
{
    private static int s_count;

    /// <summary>A code that no other call has.</summary>
    public static string NewCode() => $"T{Interlocked.Increment(ref s_count):000}";

    public static async Task<FellowshipCall> AddAsync(this PortalHost host, FellowshipCall call) => await host.InDatabaseAsync(async db =>
    {
        db.FellowshipCalls.Add(call);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return call;
    });

    /// <summary>The call as it is stored now.</summary>
    public static Task<FellowshipCall> CallAsync(this PortalHost host, Guid id) =>
        host.InDatabaseAsync(async db => (await db.FellowshipCalls.FindAsync([id], TestContext.Current.CancellationToken))!);
}
