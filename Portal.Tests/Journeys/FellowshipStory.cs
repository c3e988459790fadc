using Portal.Application.Identity;
using Portal.Application.Shared;
using Portal.Tests.Support;

namespace Portal.Tests.Journeys;

/// <summary>The steps of a story and everybody in it. Each visit is a browser of its own, signed in anew, since days lie between them.</summary>
internal sealed partial class FellowshipStory(PortalHost host, Browser browser, string language, int width, Government side)
{
    private readonly Dictionary<(Role, Government), SignedIn> _staff = [];
    private readonly string _code = language == "ja" ? "CF28" : "CF29";
    private readonly string _address = $"candidate-{language}@example.test";
    private string _call = "", _application = "", _number = "", _list = "";

    public Inspection Inspection { get; } = new();

    private Task AtDeskOfOfficerAsync(Government government, Func<Desk, Task> work) => AtDeskOfAsync(Role.ProgrammeOfficer, government, work);

    private Task AtDeskOfOfficialAsync(Government government, Func<Desk, Task> work) => AtDeskOfAsync(Role.DecidingOfficial, government, work);

    private async Task AtDeskOfAsync(Role role, Government government, Func<Desk, Task> work)
    {
        if (_staff.TryGetValue((role, government), out var person))
        {
            await host.People.AgainAsync(person);
        }
        else
        {
            _staff[(role, government)] = person = await host.People.StaffAsync(role, government);
        }

        await AtDeskAsync(work, person);
    }

    private Task AtDeskAsync(Func<Desk, Task> work, SignedIn? person = null) =>
        browser.AtDeskAsync(host.Address, page => work(new Desk(page, host.Address, language, Inspection)), width, person: person, trace: false);

    private static string IdIn(string path) => path.Split('/')[5];

    private void WaitUntil(DateTimeOffset moment) => host.Clock.SetUtcNow(moment);
}
