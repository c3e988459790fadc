using Portal.Application.Shared;
using Portal.Tests.Support;

namespace Portal.Tests.Journeys;

/// <summary>The portal as its administrators and auditors meet it, and the pages that are nobody's task: help, errors, the account.</summary>
[Collection(DemonstrationWorld.Name)]
public sealed class AdministrationJourney(DemonstrationHost host, Browser browser)
{
    private const int PagesMet = 76;

    [Theory]
    [InlineData("ja", 390, Government.Japan)]
    [InlineData("en", 1280, Government.UnitedStates)]
    public async Task An_auditor_is_invited_reads_and_leaves(string language, int width, Government side)
    {
        var story = new AdministrationStory(host, browser, language, width, side);
        await story.TheVisitorReadsAsync();
        await story.TheAdministratorKeepsOrganisationsAsync();
        await story.TheAdministratorConnectsASystemAsync();
        await story.TheAdministratorInvitesAnAuditorAsync();
        await story.TheInvitedPersonComesInAsync();
        await story.TheNewAuditorIsAskedForMoreThanAPasswordAsync();
        await story.TheNewAuditorReadsACaseAsync();
        await story.TheNewAuditorLooksAfterTheAccountAsync();
        await story.TheNewAuditorForgetsThePasswordAsync();
        await story.TheAdministratorEndsTheRoleAsync();
        await story.TheDoorIsShutAsync();
        await story.TheAuditorReadsWhatTheAdministratorDidAsync();
        await story.TheAuditorReadsWhatBecameOfTheSystemAsync();
        await story.CasesAreClosedToTheAdministratorAsync();
        story.Inspection.AssertClean(PagesMet);
    }
}
