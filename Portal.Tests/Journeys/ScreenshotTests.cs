using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Identity;
using Portal.Application.Shared;
using Portal.Tests.Support;

namespace Portal.Tests.Journeys;

/// <summary>Takes the pictures of the README from the demonstration world, into the folder that the environment names.</summary>
public sealed class ScreenshotTests(DemonstrationHost host, Browser browser) : IClassFixture<DemonstrationHost>, IClassFixture<Browser>
{
    private const string FolderVariable = "PORTAL_SCREENSHOTS";
    private const int MostBytes = 200 * 1024;

    [Fact]
    public async Task The_pictures_of_the_readme()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable(FolderVariable) is null, $"No pictures are wanted: {FolderVariable} is not set.");
        var now = host.Clock.GetUtcNow();
        var calls = await host.InDatabaseAsync(db => db.FellowshipCalls.AsNoTracking().ToListAsync());
        var open = calls.Where(c => c.PhaseAt(now) == CallPhase.Open).OrderBy(c => c.Code).First();
        var drafts = await host.InDatabaseAsync(db => db.FellowshipApplications.AsNoTracking().Where(a => a.Status == FellowshipApplicationStatus.Draft).ToListAsync());
        var draft = drafts.First(a => calls.Single(c => c.Id == a.CallId).PhaseAt(now) == CallPhase.Open);
        var officer = await host.InDatabaseAsync(db => db.Memberships.AsNoTracking()
            .FirstAsync(m => m.Role == Role.ProgrammeOfficer && m.Government == Government.UnitedStates && m.PersonId != null));
        await TakeAsync("home-en", 1280, page => page.GotoAsync("/en"));
        await TakeAsync("call-ja", 1280, page => page.GotoAsync($"/ja/Fellowships/Calls/Details/{open.Id}"));
        await TakeAsync("tasks-phone-ja", 390, page => SignInAsync(page, draft.ApplicantId, $"/ja/Fellowships/Applications/Tasks/{draft.Id}"));
        await TakeAsync("queue-en", 1280, page => SignInAsync(page, officer.PersonId!.Value, "/en/Fellowships/Cases"));
    }

    private Task TakeAsync(string name, int width, Func<IPage, Task> open) => browser.AtDeskAsync(host.Address, async page =>
    {
        await open(page);
        var path = Path.Combine(Environment.GetEnvironmentVariable(FolderVariable)!, $"{name}.png");
        var picture = await page.ScreenshotAsync(new() { Path = path });
        Assert.True(picture.Length <= MostBytes, $"{name}: {picture.Length} bytes");
    }, width);

    private static async Task SignInAsync(IPage page, Guid person, string path)
    {
        await page.GotoAsync($"{path[..3]}/Account/SignIn?returnUrl={Uri.EscapeDataString(path)}");
        await page.Locator($"form:has([name=person][value='{person}']) button").ClickAsync();
        await page.WaitForURLAsync($"**{path}");
    }
}
