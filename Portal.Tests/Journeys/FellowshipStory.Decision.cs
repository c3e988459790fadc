using Portal.Application.Shared;

namespace Portal.Tests.Journeys;

internal sealed partial class FellowshipStory
{
    public async Task TheOfficerAsksForACorrectionAsync()
    {
        WaitUntil(_closes.AddDays(1));
        await AtDeskOfOfficerAsync(side, async desk =>
        {
            await desk.OpenAsync("/Fellowships/Cases");
            await desk.PressAsync($"a[href*='/Cases/Details/{_application}']");
            await desk.PressAsync("a[href*='/ScreenOut/']");
            await desk.PressInVainAsync("form button");
            await desk.OpenAsync($"/Fellowships/Cases/ReturnForCorrection/{_application}");
            await desk.PressInVainAsync("form button");
            await desk.Main.Locator("[name=FieldKeys][value='about.phone']").CheckAsync();
            await desk.TypeAsync("Note", "番号をもう一度お確かめください。");
            await desk.PressAsync("form button");
        });
        await Host.MailAsync();
        WaitUntil(_closes.AddDays(2));
    }

    public async Task BothGovernmentsDecideAsync()
    {
        WaitUntil(_closes.AddDays(3));
        await AtDeskOfOfficerAsync(side, async desk =>
        {
            await desk.OpenAsync($"/Fellowships/Cases/Details/{_application}");
            await desk.PressAsync("form[action*='/ScreenIn/'] button");
        });
        await AtDeskOfOfficerAsync(side.Other(), ProposeAsync);
        foreach (var government in Governments.Both)
        {
            await AtDeskOfOfficialAsync(government, async desk =>
            {
                await desk.OpenAsync("/Fellowships/AwardLists");
                await desk.PressAsync($"a[href*='/Details/{_list}']");
                await desk.PressAsync("form[action*='/Agree/'] button");
            });
        }
    }

    public async Task BothDesksReleaseAsync()
    {
        await AtDeskOfOfficerAsync(side, async desk =>
        {
            await desk.OpenAsync($"/Fellowships/AwardLists/Details/{_list}");
            await desk.PressAsync("form[action*='/Stage/'] button");
            await desk.PressAsync("form[action*='/Release/'] button");
        });
        await AtDeskOfOfficerAsync(side.Other(), async desk =>
        {
            await desk.OpenAsync($"/Fellowships/AwardLists/Details/{_list}");
            await desk.PressAsync("a[href*='/Rehearse/']");
            await desk.PressAsync("form[action*='/Release/'] button");
        });
    }

    private async Task ProposeAsync(Desk desk)
    {
        await desk.OpenAsync("/Fellowships/AwardLists");
        await desk.PressAsync($"form[action*='/Draft/{_call}'] button");
        _list = IdIn(desk.Path);
        await desk.ChooseAsync($"Outcome[{_application}]", "Reserve");
        await desk.PressInVainAsync("form[action*='/Edit/'] .actions button");
        await desk.ChooseAsync($"Outcome[{_application}]", "Offer");
        await desk.PressAsync("form[action*='/Edit/'] .actions button");
        await desk.PressAsync("form[action*='/Propose/'] button");
    }
}
