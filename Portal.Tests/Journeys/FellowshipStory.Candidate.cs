using Portal.Application.Shared;
using Portal.Tests.Pages.Account;

namespace Portal.Tests.Journeys;

internal sealed partial class FellowshipStory
{
    public Task TheCandidateRegistersAsync() => AtDeskAsync(async desk =>
    {
        await desk.OpenAsync("");
        await desk.OpenAsync("/Account/Register");
        await desk.PressInVainAsync("form button");
        await desk.TypeAsync("Name", side == Government.Japan ? "髙﨑 葛葉" : "Grace Rivera");
        await desk.TypeAsync("Address", _address);
        await desk.TypeAsync("Password", AccountPages.Password);
        await desk.PressAsync("form button");
        await desk.OpenAsync((await Host.LinkAsync(_address, "ConfirmMail"))[3..]);
        await desk.PressInVainAsync("form button");
        await desk.TypeAsync("Password", AccountPages.Password);
        await desk.PressAsync("form button");
    });

    public Task TheCandidateFillsTheFormAsync() => AtCandidatesDeskAsync(async desk =>
    {
        await desk.OpenAsync("/Fellowships/Applications");
        await desk.OpenAsync("/Fellowships/Calls");
        await desk.PressAsync($"a[href*='/Calls/Details/{_call}']");
        await desk.PressAsync("a[href*='/Applications/Start/']");
        await desk.PressInVainAsync("form button");
        await desk.ChooseAsync("Side", $"{side}");
        await desk.PressAsync("form button");
        _application = IdIn(desk.Path);
        await desk.PressAsync("a[href*='/Applications/Check/']");
        await new FormFilling(desk, _application, side).FillAsync();
    });

    public Task TheCandidateSendsItAsync() => AtCandidatesDeskAsync(async desk =>
    {
        await SubmitAsync(desk);
        var pdf = await desk.Page.APIRequest.GetAsync((await desk.Main.Locator("a[href*='/ReceiptPdf/']").GetAttributeAsync("href"))!);
        Assert.Equal("%PDF-"u8.ToArray(), (await pdf.BodyAsync())[..5]);
        _number = (await desk.Main.Locator(".summary .num").First.InnerTextAsync()).Trim();
        Assert.Contains(await Host.MailAsync(), m => m.To.Contains(_address, StringComparison.Ordinal) && m.Text.Contains(_number, StringComparison.Ordinal));
        await desk.PressAsync("a[href*='/Status/']");
        await desk.OpenAsync("/Fellowships/Applications");
    });

    public Task TheCandidateCorrectsItAsync() => AtCandidatesDeskAsync(async desk =>
    {
        await desk.OpenAsync($"/Fellowships/Applications/Status/{_application}");
        await desk.OpenAsync($"/Fellowships/Applications/Tasks/{_application}");
        await desk.PressAsync("a[href$='section=AboutYou']");
        await desk.TypeAsync("about.phone", side == Government.Japan ? "０３−９８７６−５４３２" : "+1 202 555 0199");
        await desk.PressAsync(".actions button[value=continue]");
        await SubmitAsync(desk);
        Assert.Equal(2, await desk.Main.Locator("a[href*='/Receipt/']").CountAsync());
    });

    public Task TheCandidateAcceptsAsync() => AtCandidatesDeskAsync(async desk =>
    {
        Assert.Contains(await Host.MailAsync(), m => m.To.Contains(_address, StringComparison.Ordinal) && m.Text.Contains("/Status/", StringComparison.Ordinal));
        await desk.OpenAsync($"/Fellowships/Applications/Status/{_application}");
        await desk.PressAsync("a.btn[href*='/Offer/']");
        await desk.PressAsync("a[href*='accept=False' i]");
        await desk.OpenAsync($"/Fellowships/Applications/Offer/{_application}");
        await desk.PressAsync("a[href*='accept=True' i]");
        await desk.PressAsync("form button.btn");
        var accepted = await Host.InDatabaseAsync(db => Task.FromResult(db.FellowshipApplications.Single(a => a.Id == Guid.Parse(_application)).Status));
        Assert.Equal(Application.Fellowships.Domain.FellowshipApplicationStatus.Accepted, accepted);
        await desk.OpenAsync($"/Fellowships/Applications/Offer/{_application}");
    });

    private async Task SubmitAsync(Desk desk)
    {
        await desk.OpenAsync($"/Fellowships/Applications/Tasks/{_application}");
        await desk.PressAsync("a[href*='/Applications/Check/']");
        await desk.PressInVainAsync("form[action*='/Submit/'] button");
        await desk.TickAsync("IsDeclared");
        await desk.PressAsync("form[action*='/Submit/'] button");
        Assert.Contains("/Receipt/", desk.Path, StringComparison.Ordinal);
    }

    private Task AtCandidatesDeskAsync(Func<Desk, Task> work) => AtDeskAsync(async desk =>
    {
        await desk.OpenAsync("/Account/SignIn");
        await desk.TypeAsync("Address", _address);
        await desk.PressInVainAsync(Desk.PasswordButton);
        await desk.TypeAsync("Password", AccountPages.Password);
        await desk.PressAsync(Desk.PasswordButton);
        await work(desk);
    });
}
