using Microsoft.Playwright;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Tests.Pages.Recognition;
using Portal.Tests.Support;

namespace Portal.Tests.Journeys;

/// <summary>Every public page of the recognition module, as people with and without barriers meet it.</summary>
public sealed class RecognitionJourney(PortalHost host, Browser browser) : IClassFixture<PortalHost>, IClassFixture<Browser>
{
    [Theory]
    [InlineData("ja", Inspection.Phone)]
    [InlineData("en", Inspection.Desk)]
    public async Task Every_public_page_can_be_used_by_everybody(string language, int width)
    {
        if (await host.InDatabaseAsync(db => Task.FromResult(db.Frameworks.Count() == 1)))
        {
            await host.LoadLaterNiceAsync();
            await host.SuspendAsync(await host.PublishAsync("JP-RISS", "CISM"), Government.Japan);
            await host.BringAsync("JP-RISS", "CCSP", EquivalenceStatus.Drafted);
            await host.ProposeAsync(EquivalenceSource.Of("JP-RISS"), new Target(TargetKind.WorkRole, "OG-WRL-014"), new Target(TargetKind.WorkRole, "PD-WRL-001"));
        }

        await host.OnceAsync("JP-RISS", "CISSP", c => c);

        await browser.AtDeskAsync(host.Address, async page =>
        {
            var inspection = new Inspection(Inspection.Phone, Inspection.Desk);
            var desk = new Desk(page, host.Address, language, inspection);
            await desk.OpenAsync("/Recognition");
            await desk.PressAsync(".card a[href$='/Certifications']");
            await desk.TypeAsync("q", "セキスペ");
            await desk.OpenAsync("/Recognition/Certifications?q=nothing");
            await desk.OpenAsync("/Recognition/Certifications/Details/JP-RISS");
            await desk.OpenAsync("/Recognition/Certifications/Details/SecurityX_~_CASP+");
            await desk.OpenAsync("/Recognition/WorkRoles");
            await desk.OpenAsync("/Recognition/WorkRoles/Details/DD-WRL-004");
            await desk.OpenAsync("/Recognition/WorkRoles/Details/IN-WRL-002");
            await desk.OpenAsync("/Recognition/Placements");
            await desk.OpenAsync("/Recognition/Placements?category=DD&q=GISF");
            await desk.OpenAsync("/Recognition/Frameworks");
            await desk.OpenAsync($"/Recognition/Frameworks/Compare?from={RecognitionPages.Nice21}&to={RecognitionPages.Nice22}");
            await desk.OpenAsync("/Recognition/Finder");
            await desk.OpenAsync("/Recognition/Finder?cert=JP-RISS");
            await desk.OpenAsync("/Recognition/Finder?cert=CEH&to=roles");
            await desk.OpenAsync("/Recognition/Matrix");
            await desk.OpenAsync("/Recognition/Matrix?to=roles");
            await desk.OpenAsync("/Recognition/Method");
            await desk.OpenAsync("/Recognition/Changes");
            inspection.AssertClean(19);
        }, width, trace: false);
    }

    [Theory]
    [InlineData("en", "Basic", "Intermediate", "None")]
    [InlineData("ja", "基礎", "中級", "なし")]
    public Task A_screen_reader_hears_row_column_and_word(string language, string basic, string intermediate, string none) => browser.AtDeskAsync(host.Address, async page =>
    {
        await page.GotoAsync($"/{language}/Recognition/Placements?category=PD&q=CEH");
        await Assertions.Expect(page.Locator("table.mx")).ToMatchAriaSnapshotAsync(
            $"""
            - table:
              - caption
              - rowgroup:
                - row:
                  - columnheader
                  - columnheader /PD-WRL-001/
                  - columnheader /PD-WRL-002/
                  - columnheader /PD-WRL-003/
                  - columnheader /PD-WRL-004/
                  - columnheader /PD-WRL-005/
                  - columnheader /PD-WRL-006/
                  - columnheader /PD-WRL-007/
              - rowgroup:
                - row /CEH/:
                  - rowheader /CEH/
                  - 'cell "{basic} : CEH, PD-WRL-001"'
                  - cell "{none}"
                  - 'cell "{intermediate} : CEH, PD-WRL-003"'
            """);
        await page.Locator(".skip--in").FocusAsync();
        await Assertions.Expect(page.Locator(".skip--in")).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Enter");
        Assert.True(await page.EvaluateAsync<bool>("() => document.activeElement.id === 'after-table'"));
    });

    [Theory]
    [InlineData("en", "Japanese certification", "Conditional", "Under review", "Not assessed")]
    [InlineData("ja", "日本の資格", "条件付き同等", "検討中", "未評価")]
    public async Task A_screen_reader_hears_row_column_percent_and_word_of_a_pair(string language, string corner, string decided, string review, string none)
    {
        await host.OnceAsync("JP-SC", "GCIH", c => c);
        if (language == "en")
        {
            await host.BringAsync("JP-RISS", "GCIA", EquivalenceStatus.Drafted);
        }

        await browser.AtDeskAsync(host.Address, async page =>
        {
            await page.GotoAsync($"/{language}/Recognition/Matrix?q=JP-SC&target=GCI");
            await Assertions.Expect(page.Locator("table.mx")).ToMatchAriaSnapshotAsync(
                $"""
                - table:
                  - caption
                  - rowgroup:
                    - 'row "{corner} GCIA GIAC GCIH GIAC"':
                      - columnheader "{corner}"
                      - columnheader "GCIA GIAC"
                      - columnheader "GCIH GIAC"
                  - rowgroup:
                    - row /JP-SC/:
                      - rowheader /JP-SC/
                      - cell "{none}"
                      - 'cell "75% {decided} : JP-SC → GCIH"':
                        - 'link "75% {decided} : JP-SC → GCIH"'
                """);
            await page.GotoAsync($"/{language}/Recognition/Matrix?q=JP-RISS&target=GCIA");
            await Assertions.Expect(page.Locator("table.mx")).ToMatchAriaSnapshotAsync($"- 'cell \"{review} : JP-RISS → GCIA\"'");
        });
    }
}
