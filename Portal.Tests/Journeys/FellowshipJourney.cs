using Portal.Application.Shared;
using Portal.Tests.Support;

namespace Portal.Tests.Journeys;

/// <summary>One fellowship from the first word of the call to the accepted offer, through the screens of everybody who has a part in it.</summary>
public sealed class FellowshipJourney(PortalHost host, Browser browser) : IClassFixture<PortalHost>, IClassFixture<Browser>
{
    private const int PagesMet = 45;

    [Theory]
    [InlineData("ja", 390, Government.Japan)]
    [InlineData("en", 1280, Government.UnitedStates)]
    public async Task A_candidate_goes_from_registration_to_an_accepted_offer(string language, int width, Government side)
    {
        var story = new FellowshipStory(host, browser, language, width, side);
        await story.BothDesksMakeACallAsync();
        await story.TheCandidateRegistersAsync();
        await story.TheCandidateFillsTheFormAsync();
        await story.TheCandidateSendsItAsync();
        await story.TheOfficerAsksForACorrectionAsync();
        await story.TheCandidateCorrectsItAsync();
        await story.BothGovernmentsDecideAsync();
        await story.BothDesksReleaseAsync();
        await story.TheCandidateAcceptsAsync();
        story.Inspection.AssertClean(PagesMet);
    }
}
