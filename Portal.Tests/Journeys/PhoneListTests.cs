using Microsoft.Playwright;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Identity;
using Portal.Application.Shared;
using Portal.Tests.Support;

namespace Portal.Tests.Journeys;

/// <summary>Every list on a phone: neither the page nor the list has to be pushed aside, whatever the names in it.</summary>
[Collection(DemonstrationWorld.Name)]
public sealed class PhoneListTests(DemonstrationHost host, Browser browser)
{
    private readonly List<string> _wide = [];

    [Theory]
    [InlineData("ja", Government.Japan)]
    [InlineData("en", Government.UnitedStates)]
    public async Task A_list_fits_a_phone(string language, Government side)
    {
        var sent = await host.CaseAsync(FellowshipApplicationStatus.Submitted, side);
        var (lists, office) = await host.InDatabaseAsync(db => Task.FromResult((
            db.AwardLists.Select(l => l.Id).ToList(), db.Organisations.First(o => o.Government == side))));
        await ReadAsync(
            language, await host.HolderAsync(Role.ProgrammeOfficer, side),
            [
                "/Fellowships/Cases", "/Fellowships/Cases?sort=Name&q=CF26", "/Fellowships/Cases?tab=OtherGovernment", "/Fellowships/Cases?tab=Candidate",
                "/Fellowships/Cases?tab=Done", $"/Fellowships/Cases/Details/{sent.Id}", "/Fellowships/CallDesk", "/Fellowships/AwardLists", "/Account/Settings",
                .. lists.Select(l => $"/Fellowships/AwardLists/Details/{l}"),
            ]);
        await ReadAsync(
            language, await host.HolderAsync(Role.Administrator, side),
            ["/Identity/Organisations", $"/Identity/Organisations/Details/{office.Id}", "/Identity/Members", "/Identity/Systems", "/Account/Settings", "/Mailbox"]);
        await ReadAsync(
            language, await host.HolderAsync(Role.Auditor, side),
            [$"/Reporting/History?q={office.Code}", $"/Reporting/History?q={sent.Number}", $"/Reporting/History/Item/{sent.Id}?type=FellowshipApplication"]);
        Assert.True(_wide.Count == 0, string.Join('\n', _wide));
    }

    private Task ReadAsync(string language, Guid person, string[] paths) => browser.AtDeskAsync(host.Address, async page =>
    {
        await DemonstrationHost.SignInAsync(page, person, $"/{language}");
        var lists = 0;
        foreach (var path in paths)
        {
            var answer = await page.GotoAsync($"/{language}{path}");
            Assert.True(answer!.Ok, $"{path}: {answer.Status}");
            lists += await page.Locator(".scroll").CountAsync();
            _wide.AddRange((await page.EvaluateAsync<string[]>(Inspection.WideLists)).Select(wide => $"/{language}{path}: {wide}"));
        }

        Assert.True(lists >= paths.Length / 2, $"only {lists} lists");
    }, Inspection.Phone, trace: false);
}
