using Portal.Application.Shared;
using Portal.Tests.Support;

namespace Portal.Tests.Journeys;

/// <summary>Something that people do with the portal in one language at one width. Each visit is a browser of its own, and every page it meets is inspected.</summary>
internal abstract class Story(PortalHost host, Browser browser, string language, int width, params int[] axeAt)
{
    public Inspection Inspection { get; } = new(axeAt);

    protected PortalHost Host { get; } = host;

    protected string Language { get; } = language;

    protected Task AtDeskAsync(Func<Desk, Task> work, SignedIn? person = null) =>
        browser.AtDeskAsync(Host.Address, page => work(new Desk(page, Host.Address, Language, Inspection)), width, person: person, trace: false);

    protected static string IdIn(string path) => path.Split('/')[5];
}
