using Microsoft.Playwright;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Identity;
using Portal.Application.Shared;
using Portal.Tests.Support;

namespace Portal.Tests.Journeys;

/// <summary>The main pages for people who need more space around letters, letters of twice the size, or a narrow window (WCAG 2.2, 1.4.12, 1.4.4, 1.4.10).</summary>
[Collection(DemonstrationWorld.Name)]
public sealed class TextSpaceTests(DemonstrationHost host, Browser browser)
{
    private const string
        Spaced = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }",
        Doubled = "html { font-size: 200% !important }";

    private static readonly (string Name, int Width, string Style)[] s_needs =
    [
        ("spaced", 1280, Spaced), ("spaced", 390, Spaced), ("doubled", 1280, Doubled), ("narrow", 320, ""), ("narrow and spaced", 320, Spaced),
    ];

    // The style goes in through the object model, which the content security policy allows, so the pages are those that everybody gets. Fields scroll
    // what does not fit, and what is clipped to nothing is meant for screen readers.
    private const string Losses =
        """
        style => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(style);
          document.adoptedStyleSheets = [sheet];
          document.querySelectorAll('details').forEach(d => d.open = true);
          const root = document.scrollingElement, losses = [];
          if (root.scrollWidth > root.clientWidth) {
            losses.push(`the page needs ${root.scrollWidth} px`);
          }
          for (const e of document.body.querySelectorAll('*:not(input, select, option, textarea, progress, svg, svg *)')) {
            const look = getComputedStyle(e);
            if (look.display === 'inline' || !e.checkVisibility() || e.closest('.vh') || look.clipPath !== 'none' || !e.innerText?.trim()) {
              continue;
            }
            const name = `<${e.localName} class="${e.className}"> ${e.innerText.slice(0, 60)}`;
            const isWide = x => x.scrollWidth > x.clientWidth + 1 && getComputedStyle(x).display !== 'inline';
            if (isWide(e) && !['auto', 'scroll'].includes(look.overflowX) && ![...e.children].some(isWide)) {
              losses.push(`${name} leaves its box`);
            }
            if (e.scrollHeight > e.clientHeight + 1 && ['hidden', 'clip'].includes(look.overflowY)) {
              losses.push(`${name} is cut`);
            }
          }
          return losses;
        }
        """;

    private readonly List<string> _losses = [];

    [Theory]
    [InlineData("ja", Government.Japan)]
    [InlineData("en", Government.UnitedStates)]
    public async Task Text_can_be_spaced_and_doubled_without_loss(string language, Government side)
    {
        var draft = await host.CaseAsync(FellowshipApplicationStatus.Draft);
        var sent = await host.CaseAsync(FellowshipApplicationStatus.Submitted, side);
        var list = await host.InDatabaseAsync(db => Task.FromResult(db.AwardLists.First()));
        var call = $"/Fellowships/Calls/Details/{draft.CallId}";
        await ReadAsync(language, null, "", "/Fellowships/Calls", call, "/Account/Register");
        await ReadAsync(language, draft.ApplicantId, $"/Fellowships/Applications/Tasks/{draft.Id}", $"/Fellowships/Applications/Section/{draft.Id}?section=AboutYou");
        await ReadAsync(language, sent.ApplicantId, "/Fellowships/Applications", $"/Fellowships/Applications/Status/{sent.Id}");
        await ReadAsync(
            language, await host.HolderAsync(Role.ProgrammeOfficer, side), "/Fellowships/Cases", $"/Fellowships/Cases/Details/{sent.Id}", "/Fellowships/CallDesk",
            $"/Fellowships/CallDesk/Details/{draft.CallId}", "/Fellowships/AwardLists", $"/Fellowships/AwardLists/Details/{list.Id}");
        Assert.True(_losses.Count == 0, string.Join('\n', _losses));
    }

    private Task ReadAsync(string language, Guid? person, params string[] paths) => browser.AtDeskAsync(host.Address, async page =>
    {
        if (person is { } somebody)
        {
            await DemonstrationHost.SignInAsync(page, somebody, $"/{language}");
        }

        foreach (var path in paths)
        {
            var answer = await page.GotoAsync($"/{language}{path}");
            Assert.True(answer!.Ok, $"{path}: {answer.Status}");
            await MeasureAsync(page, path);
        }
    }, trace: false);

    private async Task MeasureAsync(IPage page, string path)
    {
        foreach (var (name, width, style) in s_needs)
        {
            await page.SetViewportSizeAsync(width, 900);
            _losses.AddRange((await page.EvaluateAsync<string[]>(Losses, style)).Select(loss => $"{path}, {name} at {width} px: {loss}"));
        }
    }
}
