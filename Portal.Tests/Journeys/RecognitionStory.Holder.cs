using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Portal.Application.Identity;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Tests.Domain.Shared;
using Portal.Tests.Support;

namespace Portal.Tests.Journeys;

internal sealed partial class RecognitionStory
{
    private SignedIn? _holder;
    private string _case = "", _number = "";

    /// <summary>Looks whether it can be asked for, puts the certificate on the list, and sends the request.</summary>
    public async Task AskAsync()
    {
        _holder = await Host.People.CandidateAsync();
        await AtDeskAsync(async desk =>
        {
            await desk.OpenAsync("/Recognition/Eligibility");
            await desk.SelectAsync("held", source);
            await desk.SelectAsync("target", target);
            await desk.Main.Locator("input[name=until]").First.CheckAsync();
            await desk.PressAsync("form[method=get] button");
            await desk.OpenAsync("/Recognition/Held/Add");
            await desk.SelectAsync("Certification", source);
            await desk.TypeAsync("Number", "第0012345号");
            var today = DateOnly.FromDateTime(Host.Clock.GetUtcNow().UtcDateTime);
            await desk.TypeDateAsync("IssuedOn", today.AddYears(-1));
            await desk.TypeDateAsync("ExpiresOn", today.AddYears(2));
            await desk.PressAsync(Go);
            await desk.Field("File").SetInputFilesAsync(new FilePayload { Name = "certificate.pdf", MimeType = "application/pdf", Buffer = SampleFiles.RealPdf() });
            await desk.PressAsync("form[action*='/Upload/'] button");
            await desk.OpenAsync($"/Recognition/Requests/Start/{_desk}");
            await desk.PressAsync(Go);
            _case = IdIn(desk.Path);
            await desk.TypeAsync("Name", "Hanako Sato");
            await desk.TickAsync("IsDeclared");
            await desk.PressAsync(Go);
        }, _holder);
    }

    /// <summary>The side of the target decides, the side of the source answers for its certification; the holder chooses the measure.</summary>
    public async Task GrantAsync()
    {
        await AtCaseAsync(side.Other(), async desk =>
        {
            await PressAsync(desk, "ConfirmFile");
            foreach (var section in new[] { CaseSection.Identity, CaseSection.Certificate, CaseSection.Currency })
            {
                await desk.SelectAsync("Section", $"{section}");
                await desk.Main.Locator("input[name=Passes][value=true]").CheckAsync();
                await PressAsync(desk, "Check");
            }

            await desk.TypeAsync("Authority", "The issuer");
            await desk.SelectAsync("Channel", "OnlineRegister");
            await PressAsync(desk, "Verify");
        });
        await AtCaseAsync(side, async desk =>
        {
            await desk.ChooseAsync("IsConfirmed", "true");
            await desk.TypeAsync("Note", "On the register.");
            await PressAsync(desk, "AnswerVerification");
        });
        await AtCaseAsync(side.Other(), async desk =>
        {
            await desk.TypeAsync("TextJa", "要件を満たしています。");
            await desk.TypeAsync("TextEn", "The requirements are met.");
            await PressAsync(desk, "Grant");
        });
        await AtMineAsync(async desk =>
        {
            await desk.Main.Locator("form[action*='/Choose/'] input[type=radio]").First.CheckAsync();
            await desk.PressAsync("form[action*='/Choose/'] button");
        });
        await AtCaseAsync(side.Other(), async desk =>
        {
            await desk.SelectFirstAsync("Number");
            await desk.TypeAsync("Note", "Passed.");
            await PressAsync(desk, "Fulfil");
        });
    }

    /// <summary>The holder has the statement in hand, and anybody to whom its number is given sees its state.</summary>
    public async Task CheckAsync(string state)
    {
        await AtMineAsync(async desk => _number = StatementNumbers().Match(await desk.Main.InnerTextAsync()).Value);
        Assert.NotEmpty(_number);
        await AtDeskAsync(async desk =>
        {
            await desk.OpenAsync("/Recognition/Check");
            await desk.TypeAsync("number", _number.ToLowerInvariant());
            await desk.PressAsync("form[role=search] button");
            Assert.Equal(state, (await desk.Main.Locator(".bar .tag").InnerTextAsync()).Trim());
            Assert.DoesNotContain("Hanako", await desk.Main.InnerTextAsync(), StringComparison.Ordinal);
        });
    }

    public async Task SuspendAsync()
    {
        var until = Host.Clock.GetUtcNow().AddDays(20);
        await AtDeskOfAsync(Role.RecognitionSignatory, side, async desk =>
        {
            await desk.OpenAsync($"/Recognition/EquivalenceForce/Index/{(await VersionAsync()).EquivalenceId}");
            // A click would close it again, where the inspection has looked inside.
            await desk.Main.Locator("details:has(form[action*='/Suspend/'])").EvaluateAsync("d => d.open = true");
            await desk.TypeDateAsync("Until", DateOnly.FromDateTime(until.UtcDateTime));
            await desk.Main.Locator("form[action*='/Suspend/'] [name=Reason]").FillAsync("The exam is being changed.");
            await desk.PressAsync("form[action*='/Suspend/'] button");
        });
    }

    private async Task AtMineAsync(Func<Desk, Task> work)
    {
        await Host.People.AgainAsync(_holder!);
        await AtDeskAsync(async desk =>
        {
            await desk.OpenAsync($"/Recognition/Requests/Details/{_case}");
            await work(desk);
        }, _holder);
    }

    private Task AtCaseAsync(Government government, Func<Desk, Task> work) => AtDeskOfAsync(Role.RecognitionCaseOfficer, government, async desk =>
    {
        await desk.OpenAsync($"/Recognition/CaseDesk/Details/{_case}");
        await work(desk);
    });

    private static async Task PressAsync(Desk desk, string action)
    {
        await desk.PressAsync($"form[action*='/CaseDesk/{action}/'] button");
        Assert.Equal(0, await desk.Main.Locator("[data-error-summary]").CountAsync());
    }

    [GeneratedRegex("RS-[0-9]{4}-[0-9A-Z]+-[0-9A-Z]+")]
    private static partial Regex StatementNumbers();
}
