using Portal.Application.Shared;
using Portal.Tests.Support;

namespace Portal.Tests.Journeys;

/// <summary>From a proposal to a statement that anybody can check, in each language and direction.</summary>
public sealed class RecognitionDecisionJourney(PortalHost host, Browser browser) : IClassFixture<PortalHost>, IClassFixture<Browser>
{
    [Theory]
    [InlineData("ja", Inspection.Phone, Government.Japan, "JP-AP", "CISM", "有効", "停止中")]
    [InlineData("en", Inspection.Desk, Government.UnitedStates, "CISM", "JP-AP", "Valid", "Suspended")]
    public async Task Two_governments_decide_and_a_holder_is_recognised(string language, int width, Government side, string source, string target, string valid, string suspended)
    {
        var story = new RecognitionStory(host, browser, language, width, side, source, target);
        await story.ProposeAsync();
        await story.BringEvidenceAsync();
        await story.ReviewAsync();
        await story.DecideAsync();
        await story.BeginAsync();
        await story.AskAsync();
        await story.GrantAsync();
        await story.CheckAsync(valid);
        await story.SuspendAsync();
        await story.CheckAsync(suspended);
        story.Inspection.AssertClean(20);
    }
}
