using System.Net;
using Portal.Application.Identity;
using Portal.Tests.Pages.Account;

namespace Portal.Tests.Journeys;

internal sealed partial class AdministrationStory
{
    public Task TheAdministratorInvitesAnAuditorAsync() => AtDeskOfAsync(Role.Administrator, async desk =>
    {
        await desk.OpenAsync("/Identity/Members");
        await desk.PressAsync("a[href$='/Invite']");
        await desk.PressInVainAsync("form button");
        await desk.SelectAsync("OrganisationId", _organisation);
        await desk.ChooseAsync("Role", nameof(Role.Auditor));
        await desk.TypeAsync("Address", _address);
        await desk.TypeDateAsync("StartsOn", Today);
        await desk.TypeDateAsync("EndsOn", Today.AddDays(-1));
        await desk.PressInVainAsync("form button");
        await desk.TypeDateAsync("EndsOn", Today.AddYears(1));
        await desk.PressAsync("form button");
        await desk.OpenAsync($"/Identity/Members?organisation={_organisation}&state=Invited");
        await desk.PressAsync("a[href*='/InviteAgain/']");
        await desk.PressAsync("form button");
        await desk.OpenAsync($"/Identity/Members?organisation={_organisation}&state=Ended");
    });

    public Task TheInvitedPersonComesInAsync() => AtDeskAsync(async desk =>
    {
        var invitation = await Host.LinkAsync(_address, "Invitation");
        await desk.OpenAsync("/Mailbox");
        await desk.PressAsync($"tr:has-text('{_address}') a");
        await desk.OpenAsync(invitation[3..]);
        await desk.PressAsync("a[href*='/Register']");
        await desk.PressInVainAsync("form button");
        await desk.TypeAsync("Name", Language == "ja" ? "葛󠄀城 隆之介" : "Josephine Abernathy-Castellanos");
        await desk.TypeAsync("Password", AccountPages.Password);
        await desk.PressAsync("form button");
        await desk.OpenAsync((await Host.LinkAsync(_address, "ConfirmMail"))[3..]);
        await desk.TypeAsync("Password", AccountPages.Password);
        await desk.PressAsync("form button");
        await desk.PressAsync("a[href*='/Invitation']");
        await desk.PressAsync("form button");
        await desk.OpenAsync(invitation[3..]);
    });

    public Task TheNewAuditorLooksAfterTheAccountAsync() => AtDeskOfTheNewAuditorAsync(AccountPages.Password, async desk =>
    {
        await desk.OpenAsync("/Account/Settings");
        await desk.TypeAsync("DisplayName", "");
        await desk.PressInVainAsync("form button");
        await desk.TypeAsync("DisplayName", Language == "ja" ? "葛城 隆之介" : "Jo Abernathy");
        await desk.PressAsync("form button");
        await desk.PressAsync("a[href$='/Password']");
        await desk.PressInVainAsync("form button");
        await desk.OpenAsync("/Account/Session/TimedOut");
        await desk.LeaveAsync(() => desk.Page.Locator("form[action*='/SignOut'] button").EvaluateAsync("b => b.click()"));
        await desk.OpenAsync("/Account/SignOut/Done");
    });

    public Task TheNewAuditorForgetsThePasswordAsync() => AtDeskAsync(async desk =>
    {
        await desk.OpenAsync("/Account/ForgotPassword");
        await desk.PressInVainAsync("form button");
        await desk.TypeAsync("Address", _address);
        await desk.PressAsync("form button");
        var link = (await Host.LinkAsync(_address, "ResetPassword"))[3..];
        await desk.OpenAsync(link);
        await desk.PressInVainAsync("form button");
        await desk.TypeAsync("Password", NewPassword);
        await desk.PressAsync("form button");
        await desk.OpenAsync(link);
    });

    public Task TheAdministratorEndsTheRoleAsync() => AtDeskOfAsync(Role.Administrator, async desk =>
    {
        await desk.OpenAsync($"/Identity/Organisations/Details/{_organisation}");
        await desk.PressAsync($"a[href*='organisation={_organisation}']");
        await desk.PressAsync("a[href*='/End/']");
        await desk.PressInVainAsync("form button");
        await desk.TypeAsync("Reason", Reason);
        await desk.PressAsync("form button");
        await desk.OpenAsync($"/Identity/Members?organisation={_organisation}");
    });

    public Task TheDoorIsShutAsync() => AtDeskOfTheNewAuditorAsync(NewPassword, desk => desk.OpenInVainAsync("/Reporting/History", HttpStatusCode.Forbidden));

    private const string NewPassword = "three lazy cats on a roof";

    private string Reason => Language == "ja" ? "別の部署に異動したため。" : "Moved to another office.";

    private Task AtDeskOfTheNewAuditorAsync(string password, Func<Desk, Task> work) => AtDeskAsync(async desk =>
    {
        await desk.OpenAsync("/Account/SignIn");
        await desk.TypeAsync("Address", _address);
        await desk.TypeAsync("Password", password);
        await desk.PressAsync(Desk.PasswordButton);
        await work(desk);
    });
}
