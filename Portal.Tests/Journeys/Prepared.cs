using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;

namespace Portal.Tests.Journeys;

/// <summary>Cases that stand in the database already, for tests that begin in the middle of a story.</summary>
internal static class Prepared
{
    private static int s_number;

    /// <summary>An open call with every section and a question of each kind.</summary>
    public static async Task<FellowshipCall> CallAsync(this PortalHost host)
    {
        var call = TestData.OpenCall(host.Clock.GetUtcNow(), code: $"PR{Interlocked.Increment(ref s_number)}");
        await host.InDatabaseAsync(db =>
        {
            db.FellowshipCalls.Add(call);
            return db.SaveChangesAsync();
        });
        return call;
    }

    /// <summary>An application of this person, after the steps of its story; without steps, an empty draft.</summary>
    public static async Task<Guid> CaseAsync(
        this PortalHost host, SignedIn candidate, FellowshipCall call, Action<ApplicationStory>? steps = null, Government side = Government.Japan)
    {
        var story = new ApplicationStory(call, candidate.Actor, side);
        steps?.Invoke(story);
        await host.InDatabaseAsync(db =>
        {
            db.FellowshipApplications.Add(story.Application);
            return db.SaveChangesAsync();
        });
        return story.Application.Id;
    }
}
