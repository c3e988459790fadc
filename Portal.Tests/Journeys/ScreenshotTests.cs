using Microsoft.Playwright;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Identity;
using Portal.Application.Shared;
using Portal.Tests.Support;

namespace Portal.Tests.Journeys;

/// <summary>Takes the pictures of the README from the demonstration world, into the folder that the environment names.</summary>
[Collection(DemonstrationWorld.Name)]
public sealed class ScreenshotTests(DemonstrationHost host, Browser browser)
{
    private const string FolderVariable = "PORTAL_SCREENSHOTS";
    private const int MostBytes = 200 * 1024;

    [Fact]
    public async Task The_pictures_of_the_readme()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable(FolderVariable) is null, $"No pictures are wanted: {FolderVariable} is not set.");
        var open = await host.OpenCallAsync();
        var draft = await host.CaseAsync(FellowshipApplicationStatus.Draft);
        var officer = await host.HolderAsync(Role.ProgrammeOfficer, Government.UnitedStates);
        await TakeAsync("home-en", 1280, page => page.GotoAsync("/en"));
        await TakeAsync("call-ja", 1280, page => page.GotoAsync($"/ja/Fellowships/Calls/Details/{open.Id}"));
        await TakeAsync("tasks-phone-ja", 390, page => DemonstrationHost.SignInAsync(page, draft.ApplicantId, $"/ja/Fellowships/Applications/Tasks/{draft.Id}"));
        await TakeAsync("queue-en", 1280, page => DemonstrationHost.SignInAsync(page, officer, "/en/Fellowships/Cases"));
    }

    private Task TakeAsync(string name, int width, Func<IPage, Task> open) => browser.AtDeskAsync(host.Address, async page =>
    {
        await open(page);
        var path = Path.Combine(Environment.GetEnvironmentVariable(FolderVariable)!, $"{name}.png");
        var picture = await page.ScreenshotAsync(new() { Path = path });
        Assert.True(picture.Length <= MostBytes, $"{name}: {picture.Length} bytes");
    }, width);
}
