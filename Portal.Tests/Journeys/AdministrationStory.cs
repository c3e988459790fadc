using System.Net;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Identity;
using Portal.Application.Shared;
using Portal.Tests.Support;

namespace Portal.Tests.Journeys;

/// <summary>What the administrator and the auditor of one side do, in the demonstration world. People of that world sign in with one click.</summary>
internal sealed partial class AdministrationStory(DemonstrationHost host, Browser browser, string language, int width, Government side)
    : Story(host, browser, language, width, axeAt: width)
{
    private readonly DemonstrationHost _world = host;
    private readonly string _code = language == "ja" ? "MOJ" : "DOJ";
    private readonly string _address = $"auditor-{language}@example.test";
    private string _organisation = "";

    private DateOnly Today => Staff.Today(side, Host.Clock.GetUtcNow());

    public Task TheVisitorReadsAsync() => AtDeskAsync(async desk =>
    {
        await desk.OpenAsync("");
        foreach (var link in await desk.Page.Locator("footer a").EvaluateAllAsync<string[]>("links => links.map(a => a.pathname)"))
        {
            await desk.OpenAsync(link[3..]);
        }

        await desk.OpenAsync("/gallery");
        await desk.OpenAsync("/gallery?errors=true");
        await desk.OpenAsync($"/Fellowships/Calls/BlankForm/{(await _world.OpenCallAsync()).Id}");
        await desk.OpenInVainAsync("/nowhere", HttpStatusCode.NotFound);
    });

    public Task TheAdministratorKeepsOrganisationsAsync() => AtDeskOfAsync(Role.Administrator, async desk =>
    {
        await desk.OpenAsync("/Identity/Organisations");
        await desk.PressAsync("a[href$='/Register']");
        await desk.PressInVainAsync("form button");
        await desk.TypeAsync("Code", _code);
        await desk.TypeAsync("Ja", "法務省");
        await desk.TypeAsync("En", "Department of Justice");
        await desk.TypeDateAsync("From", Today.AddYears(-20));
        await desk.PressAsync("form button");
        _organisation = IdIn(desk.Path);
        await desk.PressAsync("a[href*='/Rename/']");
        await desk.PressInVainAsync("form button");
        await desk.TypeAsync("Ja", "法務・司法協力省");
        await desk.TypeAsync("En", "Department of Justice and International Judicial Cooperation");
        await desk.TypeDateAsync("From", Today.AddYears(1));
        await desk.PressAsync("form button");
        Assert.Equal(2, await desk.Main.Locator("tbody tr").CountAsync());
    });

    public Task CasesAreClosedToTheAdministratorAsync() => AtDeskOfAsync(Role.Administrator, async desk =>
    {
        var application = await _world.CaseAsync(FellowshipApplicationStatus.ScreenedOut, side);
        Assert.Equal(0, await desk.Page.Locator("a[href*='/Cases']").CountAsync());
        await desk.OpenInVainAsync($"/Fellowships/Cases/Details/{application.Id}", HttpStatusCode.Forbidden);
    });

    private async Task AtDeskOfAsync(Role role, Func<Desk, Task> work)
    {
        var person = await _world.HolderAsync(role, side);
        await AtDeskAsync(async desk =>
        {
            await desk.OpenAsync("/Account/SignIn");
            await desk.PressAsync($"form:has([name=person][value='{person}']) button");
            await work(desk);
        });
    }
}
