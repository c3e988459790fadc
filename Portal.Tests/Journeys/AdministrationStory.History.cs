using System.Globalization;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Identity;
using Portal.Tests.Pages.Account;

namespace Portal.Tests.Journeys;

internal sealed partial class AdministrationStory
{
    /// <summary>A password alone opens nothing to staff.</summary>
    public Task TheNewAuditorIsAskedForMoreThanAPasswordAsync() => AtDeskOfTheNewAuditorAsync(AccountPages.Password, async desk =>
    {
        await desk.OpenAsync("/Reporting/History");
        Assert.EndsWith("/Account/Factors", desk.Path, StringComparison.Ordinal);
        await desk.PressAsync("form[action*='/BeginApp'] button");
        await desk.PressInVainAsync("form[action*='/App'] button");
    });

    public async Task TheNewAuditorReadsACaseAsync() => await AtDeskAsync(async desk =>
    {
        var screenedOut = await _world.CaseAsync(FellowshipApplicationStatus.ScreenedOut, side);
        await desk.OpenAsync("/Reporting/History");
        await FindAsync(desk, "none");
        await FindAsync(desk, screenedOut.Number);
        await desk.PressAsync($"a[href*='{screenedOut.Id}']");
        Assert.True(await desk.Main.Locator(".timeline > li").CountAsync() > 1);
        await desk.OpenAsync("/Fellowships/Cases");
        await desk.OpenAsync($"/Fellowships/Cases/Details/{screenedOut.Id}");
        await desk.OpenAsync($"/Reporting/History/Item/{screenedOut.Id}?type={nameof(FellowshipApplication)}#readings");
    }, await Host.People.KnownAsync(_address));

    /// <summary>Who, for which office, when, what, and why.</summary>
    public Task TheAuditorReadsWhatTheAdministratorDidAsync() => AtDeskOfAsync(Role.Auditor, async desk =>
    {
        await desk.OpenAsync("/Reporting/History");
        await FindAsync(desk, _code);
        await desk.PressAsync($"a[href*='{_organisation}']");
        await FindAsync(desk, _code, from: "/Reporting/History");
        await desk.PressAsync("a[href*='type=Membership']");
        var history = await desk.Main.InnerTextAsync();
        Assert.Contains(Language == "ja" ? "役割：監査担当" : "Role: Auditor", history, StringComparison.Ordinal);
        Assert.Contains(Today.ToString(Language == "ja" ? "yyyy年M月d日" : "MMMM d, yyyy", CultureInfo.InvariantCulture), history, StringComparison.Ordinal);
        Assert.Contains(Reason, history, StringComparison.Ordinal);
        string[] who = Language == "ja" ? ["国家サイバー統括室", "石井 千尋"] : ["Monica Reyes", "Cybersecurity and Infrastructure Security Agency"];
        Assert.All(who, words => Assert.Contains(words, history, StringComparison.Ordinal));
    });

    private static async Task FindAsync(Desk desk, string text, string? from = null)
    {
        if (from is not null)
        {
            await desk.OpenAsync(from);
        }

        await desk.TypeAsync("q", text);
        await desk.PressAsync("form[role=search] button");
    }
}
