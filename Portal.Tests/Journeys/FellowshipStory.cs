using Portal.Application.Identity;
using Portal.Application.Shared;
using Portal.Tests.Support;

namespace Portal.Tests.Journeys;

/// <summary>The steps of the story and everybody in it. They sign in anew for each visit, since days lie between them.</summary>
internal sealed partial class FellowshipStory(PortalHost host, Browser browser, string language, int width, Government side)
    : Story(host, browser, language, width, Inspection.Desk, Inspection.Phone)
{
    private readonly Dictionary<(Role, Government), SignedIn> _staff = [];
    private readonly string _code = language == "ja" ? "CF28" : "CF29";
    private readonly string _address = $"candidate-{language}@example.test";
    private string _call = "", _application = "", _number = "", _list = "";

    private Task AtDeskOfOfficerAsync(Government government, Func<Desk, Task> work) => AtDeskOfAsync(Role.ProgrammeOfficer, government, work);

    private Task AtDeskOfOfficialAsync(Government government, Func<Desk, Task> work) => AtDeskOfAsync(Role.DecidingOfficial, government, work);

    private async Task AtDeskOfAsync(Role role, Government government, Func<Desk, Task> work)
    {
        if (_staff.TryGetValue((role, government), out var person))
        {
            await Host.People.AgainAsync(person);
        }
        else
        {
            _staff[(role, government)] = person = await Host.People.StaffAsync(role, government);
        }

        await AtDeskAsync(work, person);
    }

    private void WaitUntil(DateTimeOffset moment) => Host.Clock.SetUtcNow(moment);
}
