using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Portal.Application.Identity;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Tests.Pages.Recognition;
using Portal.Tests.Support;

namespace Portal.Tests.Journeys;

/// <summary>How two governments come to a decision about a pair. The people of each desk sign in anew for each visit, since days lie between them.</summary>
/// <param name="side">Where the source is issued.</param>
internal sealed partial class RecognitionStory(PortalHost host, Browser browser, string language, int width, Government side, string source, string target)
    : Story(host, browser, language, width, width)
{
    private const string Role014 = "OG-WRL-014", Go = ".actions button", Label = "Journey";
    private static readonly string[] s_statements = ["K1082", "S0432", "T0084"];

    private readonly Dictionary<(Role, Government, int), SignedIn> _staff = [];
    private string _desk = "";

    public async Task ProposeAsync() => await AtDeskOfAsync(Role.RecognitionOfficer, side, async desk =>
    {
        await desk.OpenAsync("/Recognition/EquivalenceDesk/Propose");
        await desk.TypeAsync("Source", source);
        await desk.ChooseAsync("Kind", "Certification");
        await desk.TypeAsync("Target", target);
        await desk.TypeAsync("Scope", Role014);
        await desk.PressAsync(Go);
        _desk = IdIn(desk.Path);
    });

    /// <summary>A version of the source, its claims from a file that is checked first, and what the target requires.</summary>
    public async Task BringEvidenceAsync() => await AtDeskOfAsync(Role.RecognitionOfficer, side, async desk =>
    {
        await desk.OpenAsync($"/Recognition/Evidence/Describe/{source}");
        await desk.TypeAsync("Label", Label);
        await desk.TypeDateAsync("EffectiveOn", new DateOnly(2025, 4, 1));
        await desk.PressAsync(Go);
        await ImportAsync(desk);
        await desk.OpenAsync($"/Recognition/Requirements/Index/{target}?kind=Certification");
        await desk.TypeAsync("Rows", "T0084, 2, 3\nK1082, 1, 3\nS0432, 1, 3");
        await desk.PressAsync(Go);
        await desk.OpenAsync($"/Recognition/EquivalenceDesk/Details/{_desk}");
        await desk.SelectFirstAsync("RequirementSetId");
        await desk.TypeAsync("Scope", Role014);
        await desk.PressAsync("form[action*='/Compute/'] button");
        // Two of three statements: 3 of 4 by weight.
        Assert.Contains("75%", await desk.Main.InnerTextAsync(), StringComparison.Ordinal);
        await desk.PressAsync("form[action*='/Open/'] button");
    });

    /// <summary>Four people alone, none of whom sees what another one gave; then the round is closed and a colleague of the other side settles each row.</summary>
    public async Task ReviewAsync()
    {
        foreach (var (government, seat, scores) in new[] { (Government.Japan, 0, "303"), (Government.Japan, 1, "304"), (Government.UnitedStates, 0, "204"), (Government.UnitedStates, 1, "303") })
        {
            await AtDeskOfAsync(Role.RecognitionReviewer, government, desk => RateAsync(desk, scores), seat);
        }

        await AtDeskOfAsync(Role.RecognitionOfficer, side, async desk =>
        {
            await desk.OpenAsync($"/Recognition/EquivalenceReview/Index/{_desk}");
            await desk.PressAsync("form[action*='/Close/'] button");
        });
        await AtDeskOfAsync(Role.RecognitionOfficer, side.Other(), async desk =>
        {
            await desk.OpenAsync($"/Recognition/EquivalenceReview/Index/{_desk}");
            foreach (var statement in s_statements)
            {
                await desk.SelectAsync("Statement", statement);
                await desk.TypeAsync("Confidence", "0.8");
                await desk.TypeAsync("Reason", "Checked in the outline.");
                await desk.PressAsync("form[action*='/Adjudicate/'] button");
            }
        });
    }

    /// <summary>The text in both languages, with a choice of two conditions; refused once, because a gap is not answered for.</summary>
    public async Task DecideAsync()
    {
        await AtDeskOfAsync(Role.RecognitionOfficer, side, async desk =>
        {
            await desk.OpenAsync($"/Recognition/EquivalenceDecision/Draft/{_desk}");
            await desk.PressAsync("button[value='Conditions.add']");
            await desk.PressAsync("button[value='Conditions.add']");
            await WriteAsync(desk);
            await desk.TypeAsync("Differences[0].Statements", "T0084");
            await desk.PressInVainAsync("button[value=save]");
            await desk.TypeAsync("Differences[0].Statements", "S0432");
            await desk.PressAsync("button[value=save]");
        });
        foreach (var government in Governments.Both)
        {
            await AtDeskOfAsync(Role.RecognitionSignatory, government, async desk =>
            {
                await desk.OpenAsync($"/Recognition/EquivalenceDecision/Index/{_desk}");
                await desk.PressAsync("form[action*='/Sign/'] button");
                Assert.Equal(0, await desk.Main.Locator("form[action*='/Sign/']").CountAsync());
            });
        }
    }

    public async Task BeginAsync()
    {
        Host.Clock.SetUtcNow((await VersionAsync()).Content.ValidFrom!.Value.Instant.AddDays(2));
        await AtDeskAsync(async desk =>
        {
            await desk.OpenAsync($"/Recognition/Finder?cert={source}");
            await desk.PressAsync($"a[href$='/Details/{await NumberAsync()}']");
            Assert.Contains("75%", await desk.Main.InnerTextAsync(), StringComparison.Ordinal);
        });
    }

    private async Task ImportAsync(Desk desk)
    {
        var rows = new[] { "T0084", "K1082" }.Select(s => $"{source},{Label},{RecognitionPages.Nice21},{s},3,ProctoredWritten,0.8,Outline,");
        var file = new FilePayload
        {
            Name = "claims.csv", MimeType = "text/csv",
            Buffer = Encoding.UTF8.GetBytes("certification,version,framework,statement,level,strength,confidence,source,items\n" + string.Join('\n', rows) + "\n"),
        };
        await desk.OpenAsync("/Recognition/ClaimImport");
        await desk.Field("File").SetInputFilesAsync(file);
        await desk.PressAsync("form[enctype] button");
        await desk.Field("File").SetInputFilesAsync(file);
        await desk.PressAsync("form[action*='/Apply'] button");
    }

    private async Task RateAsync(Desk desk, string scores)
    {
        await desk.OpenAsync($"/Recognition/EquivalenceReview/Index/{_desk}");
        await desk.ChooseAsync("HasConflict", "false");
        await desk.PressAsync("form[action*='/Declare/'] button");
        foreach (var (statement, score) in s_statements.Zip(scores))
        {
            await desk.ChooseAsync($"Score[{statement}]", $"{score}");
        }

        await desk.PressAsync("form[action*='/Rate/'] .actions button");
        await desk.PressAsync("button[formaction*='/HandIn/']");
    }

    private async Task WriteAsync(Desk desk)
    {
        (string Name, string Text)[] texts =
        [
            ("Statement.Ja", "条件付きで認めます。"), ("Statement.En", "Recognised with a condition."), ("Rationale.Ja", "実技がありません。"), ("Rationale.En", "There is no practical part."),
            ("Differences[0].Ja", "実技"), ("Differences[0].En", "Practical skill"), ("Conditions[0].ChoiceGroup", "A"), ("Conditions[0].Ja", "適性試験"), ("Conditions[0].En", "An aptitude test"),
            ("Conditions[1].ChoiceGroup", "A"), ("Conditions[1].Months", "12"), ("Conditions[1].Ja", "12か月の指導"), ("Conditions[1].En", "Supervised work for 12 months"),
            ("Effects[0].LegalBasis", "DoDM 8140.03"), ("Effects[0].Ja", "職務の資格要件を満たします。"), ("Effects[0].En", "Meets the qualification of the role."),
        ];
        foreach (var (name, text) in texts)
        {
            await desk.TypeAsync(name, text);
        }

        foreach (var name in new[] { "Statement.JaReviewed", "Statement.EnReviewed", "Rationale.JaReviewed", "Rationale.EnReviewed" })
        {
            await desk.Main.Locator($"input[type=checkbox][name='{name}']").CheckAsync();
        }

        await desk.SelectAsync("Conditions[0].Kind", nameof(ConditionKind.AptitudeTest));
        await desk.SelectAsync("Conditions[1].Kind", nameof(ConditionKind.SupervisedPeriod));
        var first = DateOnly.FromDateTime(Host.Clock.GetUtcNow().UtcDateTime).AddDays(5);
        await desk.TypeDateAsync("ValidFrom", first);
        await desk.TypeDateAsync("ValidUntil", first.AddYears(3));
    }

    private Task<EquivalenceVersion> VersionAsync() => Host.InDatabaseAsync(db => db.EquivalenceVersions.AsNoTracking().SingleAsync(v => v.Id == Guid.Parse(_desk)));

    private Task<string> NumberAsync() => Host.InDatabaseAsync(db => db.Equivalences.Where(e => e.SourceKey == source && e.TargetCode == target).Select(e => e.Number).SingleAsync());

    private async Task AtDeskOfAsync(Role role, Government government, Func<Desk, Task> work, int seat = 0)
    {
        if (_staff.TryGetValue((role, government, seat), out var person))
        {
            await Host.People.AgainAsync(person);
        }
        else
        {
            _staff[(role, government, seat)] = person = await Host.People.StaffAsync(role, government);
        }

        await AtDeskAsync(work, person);
    }
}
