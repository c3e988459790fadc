using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Recognition;

/// <summary>Evidence is withdrawn by both governments, after a dry run that is then what happens.</summary>
public sealed partial class EvidenceWithdrawalPagesTests(PortalHost host) : IClassFixture<PortalHost>, IAsyncLifetime
{
    private SignedIn _japan = null!, _us = null!;

    public async ValueTask InitializeAsync() =>
        (_japan, _us) = (await host.People.StaffAsync(Role.RecognitionOfficer, Government.Japan), await host.People.StaffAsync(Role.RecognitionOfficer, Government.UnitedStates));

    public ValueTask DisposeAsync()
    {
        _japan.Dispose();
        _us.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("ja", "JP-RISS", "CISSP", "見直します（その間も有効です）", "75% → 計算できません", "見直し中です")]
    [InlineData("en", "JP-SC", "CISM", "It is reviewed and holds meanwhile", "75% → no figures", "Under review again")]
    public async Task A_decision_that_loses_its_evidence_is_reviewed_and_holds_meanwhile(string language, string source, string target, string happens, string figures, string notice)
    {
        using var granted = await new CasePages(host, language).SentAsync(source, target);
        await granted.DecidingAsync();
        await granted.GrantAsync();
        using var waiting = await new CasePages(host, language).SentAsync(granted.Equivalence, source);
        var path = await VersionPageAsync(language, target);

        var shown = await _japan.GetAsync(path);
        Assert.Equal(["1", "1", "1", "1"], shown.TextsOf("main > dl dd"));
        Assert.Empty(shown.Document.QuerySelectorAll(".field--err"));
        Assert.Contains(happens, shown.Text, StringComparison.Ordinal);
        Assert.Contains(figures, shown.Text, StringComparison.Ordinal);
        await ProposeAsync(path, "The exam has ended.");
        Assert.Empty((await Second(await _us.GetAsync(path)).SubmitAsync()).Errors);

        using var visitor = host.Visitor();
        var pair = $"/{language}/Recognition/Equivalences/Details/{granted.Equivalence.Number}";
        Assert.Contains(notice, (await visitor.GetAsync(pair)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(notice, (await visitor.GetAsync($"{pair}?knownAt={host.Clock.GetUtcNow().AddDays(-2):yyyy-MM-dd}")).Text, StringComparison.Ordinal);
        Assert.Equal(PeriodState.InForce, await host.InDatabaseAsync(async db => (await db.Equivalences.Include(e => e.Periods).SingleAsync(e => e.Id == granted.Equivalence.Id))
            .At("OG-WRL-014", host.Clock.GetUtcNow(), host.Clock.GetUtcNow())!.State));
        var mails = await host.MailAsync();
        Assert.All(new[] { granted.Id, waiting.Id }, id => Assert.Single(mails, m =>
            m.Subject == "A decision that concerns you is being reviewed" && m.Text.Contains($"/Requests/Details/{id}", StringComparison.Ordinal)));
        Assert.Contains(mails, m => m.Subject == $"A decision must be reviewed: {granted.Equivalence.Number}");
    }

    [Fact]
    public async Task A_draft_that_loses_its_evidence_loses_its_keys_and_begins_with_the_figures()
    {
        var pair = await host.BringAsync("JP-NW", "CCSP", EquivalenceStatus.Drafted);
        await host.InDatabaseAsync(async db =>
        {
            var version = await db.EquivalenceVersions.Include(v => v.Reviewers).SingleAsync(v => v.Id == pair.VersionId);
            var equivalence = await db.Equivalences.SingleAsync(e => e.Id == pair.Id);
            version.Sign(equivalence, version.ContentHash(equivalence), pair.Story.Signatories[Government.Japan], host.Clock.GetUtcNow().AddDays(-35));
            return await db.SaveChangesAsync();
        });
        var path = await VersionPageAsync("en", "CCSP");
        Assert.Contains("It begins again with the figures", (await _us.GetAsync(path)).Text, StringComparison.Ordinal);
        await ProposeAsync(path, "The syllabus was wrong.");
        await Second(await _us.GetAsync(path)).SubmitAsync();

        var (status, keys, report, reason) = await host.InDatabaseAsync(async db => (await db.EquivalenceVersions.SingleAsync(v => v.Id == pair.VersionId)) is var v
            ? (v.Status, v.Signatures.Count, v.Report, v.ReturnReason) : default);
        Assert.Equal((EquivalenceStatus.Proposed, 0, null, "The syllabus was wrong."), (status, keys, report, reason));
        var desk = await _japan.GetAsync($"/en/Recognition/EquivalenceDesk/Details/{pair.VersionId}");
        Assert.Contains("The syllabus was wrong.", desk.Text, StringComparison.Ordinal);
        Assert.Null(desk.Document.QuerySelector("form[action*='/Open/']"));
        var mails = await host.MailAsync();
        Assert.Contains(mails, m => m.Subject == "A withdrawal of evidence waits for your signature" && m.Text.Contains(path, StringComparison.Ordinal));
        Assert.Contains(mails, m => m.Subject == "Evidence is withdrawn" && m.Text.Contains("JP-NW", StringComparison.Ordinal));
        Assert.Contains(mails, m => m.Subject == $"Figures must be computed again: {pair.Number}");
    }

    [Fact]
    public async Task The_second_key_needs_the_other_government_and_the_effect_that_was_read()
    {
        var pair = await host.PublishAsync("JP-FE", "CEH", CasePages.Full);
        var path = await VersionPageAsync("en", "CEH");
        var empty = await Propose(await _japan.GetAsync(path)).Fill("Reason", " ").SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.Status);
        await ProposeAsync(path, "The exam has ended.");
        Assert.Null((await _japan.GetAsync(path)).Document.QuerySelector("form[action*='/Withdraw/']"));

        var seen = Second(await _us.GetAsync(path));
        using var waiting = await new CasePages(host, "en").SentAsync(pair, "JP-FE");
        Assert.Equal(["The content changed after you opened the page. Read it again, then sign"], (await seen.SubmitAsync()).Errors);
        var changed = await Second(await _us.GetAsync(path)).SubmitAsync();
        Assert.Equal(["What the withdrawal touches has changed since the first signature. End it below and propose it again."], changed.Errors);
        Assert.Contains("Signed for: Japan", changed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Signed for: United States", changed.Text, StringComparison.Ordinal);

        var kept = await (await _us.GetAsync(path)).Form("form[action*='/Keep/']").Fill("Reason", "A request came in.").SubmitAsync();
        Assert.Contains(await host.MailAsync(), m => m.Subject == "Evidence stays");
        Assert.NotNull(kept.Document.QuerySelector("form[action*='/Propose/']"));
        Assert.Null(await host.InDatabaseAsync(db => db.CertificationVersions.Where(v => v.Label == "for CEH").Select(v => v.WithdrawnAt).SingleAsync()));
    }

    [Fact]
    public async Task Readers_see_the_effect_and_sign_nothing()
    {
        await host.PublishAsync("JP-SG", "GCIH", CasePages.Full);
        var path = await VersionPageAsync("en", "GCIH");
        using var auditor = await host.People.StaffAsync(Role.Auditor, Government.Japan);
        using var signatory = await host.People.StaffAsync(Role.RecognitionSignatory, Government.Japan);
        using var visitor = host.Visitor();
        var page = await signatory.GetAsync(path);
        Assert.Equal(["1", "1", "0", "0"], page.TextsOf("main > dl dd"));
        Assert.Null(page.Document.QuerySelector("main form[method=post]"));
        Assert.Equal((await auditor.GetAsync("/en/Recognition/EvidenceItems/Index/JP-SG")).Status, (await auditor.GetAsync(path)).Status);
        Assert.DoesNotContain("GCIH", (await visitor.GetAsync(path)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _japan.GetAsync($"/en/Recognition/EvidenceWithdrawal/Item/{Guid.NewGuid()}")).Status);
    }

    private static HtmlForm Propose(HtmlPage page) => page.Form("form[action*='/Propose/']");

    private static HtmlForm Second(HtmlPage page) => page.Form("form[action*='/Withdraw/']");

    private static string ItemPage(Guid id) => $"/en/Recognition/EvidenceWithdrawal/Item/{id}";

    private async Task ProposeAsync(string path, string reason) => Assert.Empty((await Propose(await _japan.GetAsync(path)).Fill("Reason", reason).SubmitAsync()).Errors);

    private async Task<string> VersionPageAsync(string language, string target) => $"/{language}/Recognition/EvidenceWithdrawal/Version/{await VersionAsync(target)}";

    private Task<Guid> VersionAsync(string target) => host.InDatabaseAsync(db => db.CertificationVersions.Where(v => v.Label == $"for {target}").Select(v => v.Id).SingleAsync());
}
