using Portal.Application.Identity;
using Portal.Application.Identity.Domain;
using Portal.Tests.Support;

namespace Portal.Tests.Journeys;

internal sealed partial class AdministrationStory
{
    private string _system = "";

    public Task TheAdministratorConnectsASystemAsync() => AtDeskOfAsync(Role.Administrator, async desk =>
    {
        await desk.OpenAsync("/Identity/Systems");
        await desk.PressAsync("a[href$='/Register']");
        await desk.PressInVainAsync("form button");
        await RegisterAsync(desk);
        await desk.PressAsync(".btn[href*='/Details/']");
        _system = IdIn(desk.Path);
        await desk.OpenAsync("/Identity/Systems");
        await desk.PressAsync($"a[href*='{_system}']");
        await ChangeAsync(desk);
        await StopAsync(desk, "Suspend");
        await desk.PressAsync("a[href*='/Resume/']");
        await desk.PressAsync("form button");
        await StopAsync(desk, "Remove");
        Assert.EndsWith("/Identity/Systems", desk.Path, StringComparison.Ordinal);
    });

    public Task TheAuditorReadsWhatBecameOfTheSystemAsync() => AtDeskOfAsync(Role.Auditor, async desk =>
    {
        await desk.OpenAsync("/Reporting/History");
        await FindAsync(desk, _system.Replace("-", "", StringComparison.Ordinal));
        await desk.PressAsync($"a[href*='{_system}']");
        var history = await desk.Main.InnerTextAsync();
        Assert.Contains(Language == "ja" ? "「停止中」から「利用中」" : "From “Suspended” to “In use”", history, StringComparison.Ordinal);
        Assert.Contains(Reason, history, StringComparison.Ordinal);
    });

    private async Task RegisterAsync(Desk desk)
    {
        await desk.TypeAsync("Ja", "省庁間サイバー人材台帳システム");
        await desk.TypeAsync("En", "Interagency Register of the Cybersecurity Workforce");
        await desk.SelectAsync("OrganisationId", _organisation);
        await desk.ChooseAsync("Kind", nameof(SystemKind.Web));
        await desk.TypeAsync("RedirectAddresses", "http://register.example.gov/callback\nhttps://*.example.gov/callback");
        await desk.TickAsync("Scopes");
        await desk.ChooseAsync("Authentication", nameof(SystemAuthentication.Secret));
        await desk.PressInVainAsync("form button");
        await desk.TypeAsync("RedirectAddresses", "https://register.example.gov/signin/portal/callback\nhttps://register.example.gov/signin/portal/callback-for-the-second-region");
        await desk.PressAsync("form button");
        Assert.Equal(43, (await desk.Main.Locator("#secret").InnerTextAsync()).Length);
    }

    private static async Task ChangeAsync(Desk desk)
    {
        await desk.PressAsync("a[href*='/Change/']");
        await desk.TypeAsync("En", "");
        await desk.PressInVainAsync("form button");
        await desk.TypeAsync("En", "Interagency Register");
        await desk.PressAsync("form button");
        await desk.PressAsync("a[href*='/Keys/']");
        await desk.TypeAsync("Keys", SystemsInHost.EllipticKey(withPrivatePart: true));
        await desk.PressInVainAsync("form button");
        await desk.TypeAsync("Keys", SystemsInHost.EllipticKey());
        await desk.PressAsync("form button");
        await desk.PressAsync("a[href*='/Secret/']");
        await desk.PressAsync("a[href*='/Details/'].btn");
    }

    private async Task StopAsync(Desk desk, string step)
    {
        await desk.PressAsync($"a[href*='/{step}/']");
        await desk.PressInVainAsync("form button");
        await desk.TypeAsync("Reason", Reason);
        await desk.PressAsync("form button");
    }
}
