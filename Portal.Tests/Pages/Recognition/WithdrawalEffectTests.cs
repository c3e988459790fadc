using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity;
using Portal.Application.Recognition;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Recognition;

/// <summary>What the page counts before a withdrawal is what then happens.</summary>
public sealed class WithdrawalEffectTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task The_dry_run_equals_what_happens_and_holders_are_told()
    {
        using var granted = await new CasePages(host, "en").SentAsync("JP-RISS", "CISSP");
        await granted.DecidingAsync();
        await granted.GrantAsync();
        using var waiting = await new CasePages(host, "en").SentAsync(granted.Equivalence, "JP-RISS");
        var pair = granted.Equivalence;
        using var japan = await host.People.StaffAsync(Role.RecognitionSignatory, Government.Japan);
        using var us = await host.People.StaffAsync(Role.RecognitionSignatory, Government.UnitedStates);
        var path = $"/en/Recognition/EquivalenceForce/Index/{pair.Id}";

        var shown = await japan.GetAsync(path);
        Assert.Equal(["1", "1", "1"], shown.TextsOf("details:has(form[action*='/ProposeWithdrawal/']) dd"));
        Assert.Empty((await shown.Form("form[action*='/ProposeWithdrawal/']").Fill("Reason", "The exam has ended.").SubmitAsync()).Errors);
        Assert.Empty((await (await us.GetAsync(path)).Form("form[action*='/Withdraw/']").SubmitAsync()).Errors);

        var now = host.Clock.GetUtcNow();
        var states = await host.InDatabaseAsync(async db =>
        {
            var periods = (await db.Equivalences.Include(e => e.Periods).SingleAsync(e => e.Id == pair.Id)).KnownAt(now).ToList();
            return (await db.RecognitionStatements.Where(s => s.EquivalenceVersionId == pair.VersionId).ToListAsync()).ConvertAll(s => StatementStates.Of(pair.VersionId, s.Says, periods, now));
        });
        Assert.Equal([StatementState.Withdrawn], states);
        Assert.Equal(2, (await host.MailAsync()).Count(m => m.Subject == "A decision is withdrawn that concerns you"));
    }

    [Theory]
    [InlineData("ja", "SSCP", "効力がある間だけ承認できます")]
    [InlineData("en", "GSLC", "A case is granted only while it holds")]
    public async Task Nobody_is_granted_a_statement_while_the_decision_under_it_is_stopped(string language, string target, string sentence)
    {
        using var story = await new CasePages(host, language).SentAsync("JP-RISS", target);
        await story.DecidingAsync();
        await host.People.AgainAsync(story.Officer);
        var open = await story.Officer.GetAsync(story.Desk);
        await host.SuspendAsync(story.Equivalence, Government.Japan);
        Assert.Empty((await story.Officer.GetAsync(story.Desk)).Document.QuerySelectorAll("form[action*='/CaseDesk/Grant/']"));

        var refused = await open.Form("form[action*='/CaseDesk/Grant/']").Fill("TextJa", "要件を満たしています。").Fill("TextEn", "The requirements are met.").SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(sentence, refused.Text, StringComparison.Ordinal);
        Assert.Equal("The requirements are met.", refused.Form("form[action*='/CaseDesk/Grant/']").Value("TextEn"));
        Assert.Equal(RecognitionCaseStatus.Deciding, await story.StatusAsync());
        Assert.Empty(await host.InDatabaseAsync(db => db.RecognitionStatements.Where(s => s.CaseId == story.Id).ToListAsync()));
    }

    [Fact]
    public async Task A_second_key_on_counts_that_have_grown_does_not_turn()
    {
        var pair = await host.PublishAsync("JP-RISS", "CISM", CasePages.Full);
        using var japan = await host.People.StaffAsync(Role.RecognitionSignatory, Government.Japan);
        using var us = await host.People.StaffAsync(Role.RecognitionSignatory, Government.UnitedStates);
        var path = $"/en/Recognition/EquivalenceForce/Index/{pair.Id}";
        await (await japan.GetAsync(path)).Form("form[action*='/ProposeWithdrawal/']").Fill("Reason", "The exam has ended.").SubmitAsync();
        var seen = (await us.GetAsync(path)).Form("form[action*='/Withdraw/']");
        using var waiting = await new CasePages(host, "en").SentAsync(pair, "JP-RISS");

        Assert.Equal(["The content changed after you opened the page. Read it again, then sign"], (await seen.SubmitAsync()).Errors);
        Assert.Equal(PeriodState.InForce, await host.InDatabaseAsync(async db => (await db.Equivalences.Include(e => e.Periods).SingleAsync(e => e.Id == pair.Id))
            .At("OG-WRL-014", host.Clock.GetUtcNow(), host.Clock.GetUtcNow())!.State));
    }
}
