using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;

namespace Portal.Tests.Support;

/// <summary>Calls and the applications of people who can sign in, as they stand when a test begins.</summary>
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

    /// <summary>A call of its own that both governments approved and that opened yesterday by the host's clock, with every section and a question of each kind.</summary>
    public static Task<FellowshipCall> OpenCallAsync(this PortalHost host, Func<CallContent, CallContent>? change = null) =>
        host.AddAsync(TestData.OpenCall(host.Clock.GetUtcNow(), change, NewCode()));

    /// <summary>A person's application after the steps of its story; without steps, an empty draft.</summary>
    public static async Task<ApplicationStory> ApplyAsync(
        this PortalHost host, SignedIn person, Action<ApplicationStory>? steps = null, FellowshipCall? call = null, Government side = Government.Japan)
    {
        var story = new ApplicationStory(call ?? await host.OpenCallAsync(), person.Actor, side);
        steps?.Invoke(story);
        await host.InDatabaseAsync(async db =>
        {
            db.FellowshipApplications.Add(story.Application);
            return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        return story;
    }

    /// <summary>The call as it is stored now.</summary>
    public static Task<FellowshipCall> CallAsync(this PortalHost host, Guid id) =>
        host.InDatabaseAsync(async db => (await db.FellowshipCalls.FindAsync([id], TestContext.Current.CancellationToken))!);
}
