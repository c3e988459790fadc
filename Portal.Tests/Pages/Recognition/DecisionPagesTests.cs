using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity;
using Portal.Application.Recognition.Commands;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Recognition;

/// <summary>From the adjudicated figures to a text that both governments have signed.</summary>
public sealed class DecisionPagesTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("ja", "JP-RISS", "CISSP", "条件付きで承認", "署名済み（開始前）")]
    [InlineData("en", "CISSP", "JP-RISS", "Recognised with conditions", "Signed, not yet in force")]
    public async Task An_officer_writes_the_decision_and_a_signatory_of_each_government_signs_it(string language, string source, string target, string decision, string phase)
    {
        var id = await AdjudicatedAsync(source, target);
        using var officer = await host.People.StaffAsync(Role.RecognitionOfficer, Government.Japan);
        var written = await (await FilledAsync(officer, language, id)).SubmitAsync("do", "save");
        Assert.Empty(written.Errors);
        Assert.Contains(decision, written.TextOf("dl"), StringComparison.Ordinal);
        Assert.Contains("An aptitude test of the written part.", written.Text, StringComparison.Ordinal);
        Assert.Contains("筆記の部分の適性試験です。", written.Text, StringComparison.Ordinal);

        foreach (var government in Governments.Both)
        {
            using var signatory = await host.People.StaffAsync(Role.RecognitionSignatory, government);
            var signed = await (await signatory.GetAsync(written.Path)).Form("form[action*='/Sign/']").SubmitAsync();
            Assert.Empty(signed.Errors);
            Assert.Empty(signed.Document.QuerySelectorAll("form[action*='/Sign/']"));
        }

        using var visitor = host.Visitor();
        var number = await NumberAsync(id);
        var pair = await visitor.GetAsync($"/{language}/Recognition/Equivalences/Details/{number}");
        Assert.Contains(phase, pair.TextOf("main"), StringComparison.Ordinal);
        Assert.Contains("75%", pair.TextOf("section[aria-labelledby=decision]"), StringComparison.Ordinal);
        Assert.Equal(2, pair.Document.QuerySelectorAll("ol.timeline > li").Length);
        Assert.DoesNotContain("RecognitionSignatory", pair.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ja", "S0432が不足しています。差異のどれかに含めてください。")]
    [InlineData("en", "S0432 is a gap. Name it in a difference.")]
    public async Task A_gap_that_nobody_answers_for_is_refused_and_nothing_typed_is_lost(string language, string sentence)
    {
        var id = await AdjudicatedAsync("JP-SC", language == "ja" ? "Security+" : "CySA+");
        using var officer = await host.People.StaffAsync(Role.RecognitionOfficer, Government.Japan);
        var answer = await (await FilledAsync(officer, language, id)).Fill("Differences[0].Statements", "T0084").SubmitAsync("do", "save");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(sentence, answer.Text, StringComparison.Ordinal);
        var form = answer.Form("form[action*='/Draft/']");
        Assert.Equal(("T0084", "An aptitude test of the written part.", "2027"), (form.Value("Differences[0].Statements"), form.Value("Conditions[0].En"), form.Value("ValidFrom.Year")));
    }

    [Fact]
    public async Task A_text_that_changed_since_it_was_shown_is_not_signed()
    {
        var id = await AdjudicatedAsync("JP-FE", "A+");
        using var officer = await host.People.StaffAsync(Role.RecognitionOfficer, Government.Japan);
        using var signatory = await host.People.StaffAsync(Role.RecognitionSignatory, Government.Japan);
        await (await FilledAsync(officer, "en", id)).SubmitAsync("do", "save");
        var stale = (await signatory.GetAsync($"/en/Recognition/EquivalenceDecision/Index/{id}")).Form("form[action*='/Sign/']");
        await (await officer.GetAsync($"/en/Recognition/EquivalenceDecision/Draft/{id}")).Form("form[action*='/Draft/']").Fill("Effects[0].En", "Something else.").SubmitAsync("do", "save");

        var refused = await stale.SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(["The content changed after you opened the page. Read it again, then sign"], refused.Errors);
        Assert.Empty((await host.InDatabaseAsync(db => db.EquivalenceVersions.SingleAsync(v => v.Id == id))).Signatures);
    }

    [Fact]
    public async Task An_edit_after_the_first_signature_says_that_it_voids_it_and_does()
    {
        var id = await AdjudicatedAsync("JP-FE", "Network+");
        using var officer = await host.People.StaffAsync(Role.RecognitionOfficer, Government.Japan);
        using var signatory = await host.People.StaffAsync(Role.RecognitionSignatory, Government.UnitedStates);
        await (await FilledAsync(officer, "en", id)).SubmitAsync("do", "save");
        await (await signatory.GetAsync($"/en/Recognition/EquivalenceDecision/Index/{id}")).Form("form[action*='/Sign/']").SubmitAsync();

        var draft = await officer.GetAsync($"/en/Recognition/EquivalenceDecision/Draft/{id}");
        Assert.Contains("Saving makes its signature void", draft.Text, StringComparison.Ordinal);
        await draft.Form("form[action*='/Draft/']").Fill("Effects[0].En", "Something else.").SubmitAsync("do", "save");
        Assert.Empty((await host.InDatabaseAsync(db => db.EquivalenceVersions.SingleAsync(v => v.Id == id))).Signatures);
    }

    [Fact]
    public async Task A_signatory_sends_it_back_with_a_reason_that_the_desk_reads()
    {
        var id = await AdjudicatedAsync("JP-AU", "CISA");
        using var officer = await host.People.StaffAsync(Role.RecognitionOfficer, Government.Japan);
        using var signatory = await host.People.StaffAsync(Role.RecognitionSignatory, Government.UnitedStates);
        await (await FilledAsync(officer, "en", id)).SubmitAsync("do", "save");
        var page = await signatory.GetAsync($"/en/Recognition/EquivalenceDecision/Index/{id}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await page.Form("form[action*='/Return/']").SubmitAsync()).Status);

        await page.Form("form[action*='/Return/']").Fill("reason", "The legal basis is out of date.").SubmitAsync();
        Assert.Contains("The legal basis is out of date.", (await officer.GetAsync($"/en/Recognition/EquivalenceDesk/Details/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_signed_by_both_shows_no_figures_to_the_public()
    {
        var id = await AdjudicatedAsync("JP-NW", "CCNA");
        using var officer = await host.People.StaffAsync(Role.RecognitionOfficer, Government.Japan);
        await (await FilledAsync(officer, "en", id)).SubmitAsync("do", "save");
        using var visitor = host.Visitor();
        var pair = await visitor.GetAsync($"/en/Recognition/Equivalences/Details/{await NumberAsync(id)}");
        Assert.Contains("Under review", pair.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("%", pair.TextOf("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("aptitude", pair.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(Role.RecognitionOfficer)]
    [InlineData(Role.RecognitionReviewer)]
    public async Task Only_a_signatory_signs(Role role)
    {
        var id = await AdjudicatedAsync("JP-SG", role == Role.RecognitionOfficer ? "CC" : "Security+");
        using var officer = await host.People.StaffAsync(Role.RecognitionOfficer, Government.Japan);
        using var other = await host.People.StaffAsync(role, Government.UnitedStates);
        await (await FilledAsync(officer, "en", id)).SubmitAsync("do", "save");
        var page = await other.GetAsync($"/en/Recognition/EquivalenceDecision/Index/{id}");
        Assert.Empty(page.Document.QuerySelectorAll("form[action*='/Sign/']"));
        var hash = await host.InDatabaseAsync(async db =>
        {
            var version = await db.EquivalenceVersions.SingleAsync(v => v.Id == id);
            return version.ContentHash(await db.Equivalences.SingleAsync(e => e.Id == version.EquivalenceId));
        });
        await Assert.ThrowsAsync<ForbiddenException>(() => host.SendAsync(other.Actor, new SignEquivalence(id, hash)));
    }

    private static async Task<HtmlForm> FilledAsync(SignedIn officer, string language, Guid id)
    {
        var form = (await officer.GetAsync($"/{language}/Recognition/EquivalenceDecision/Draft/{id}")).Form("form[action*='/Draft/']");
        Assert.Equal(("Conditional", "S0432"), (form.Value("Decision"), form.Value("Differences[0].Statements")));
        var longer = (await form.SubmitAsync("do", "Conditions.add")).Form("form[action*='/Draft/']");
        return longer
            .Fill("Statement.Ja", "条件付きで認めます。").Fill("Statement.JaReviewed", "true").Fill("Statement.En", "Recognised with a condition.").Fill("Statement.EnReviewed", "true")
            .Fill("Rationale.Ja", "実技がありません。").Fill("Rationale.JaReviewed", "true").Fill("Rationale.En", "There is no practical part.").Fill("Rationale.EnReviewed", "true")
            .Fill("Differences[0].Ja", "実技").Fill("Differences[0].En", "Practical skill")
            .Fill("Conditions[0].Kind", "AptitudeTest").Fill("Conditions[0].Ja", "筆記の部分の適性試験です。").Fill("Conditions[0].En", "An aptitude test of the written part.")
            .Fill("Effects[0].LegalBasis", "DoDM 8140.03").Fill("Effects[0].Ja", "職務の資格要件を満たします。").Fill("Effects[0].En", "Meets the qualification of the role.")
            .Fill("ValidFrom.Year", "2027").Fill("ValidFrom.Month", "12").Fill("ValidFrom.Day", "1").Fill("ValidUntil.Year", "2029").Fill("ValidUntil.Month", "12").Fill("ValidUntil.Day", "1");
    }

    /// <summary>The pair with its figures, rated by four and settled by a fifth.</summary>
    private async Task<Guid> AdjudicatedAsync(string source, string target)
    {
        var pair = await host.BringAsync(source, target, EquivalenceStatus.Adjudication);
        foreach (var statement in pair.Story.Version.Agreement!.ToAdjudicate)
        {
            Assert.Empty((await host.SendAsync(pair.Story.Adjudicator, new AdjudicateStatement(pair.VersionId, await host.TokenAsync(pair.VersionId), statement, 0.8m, "Checked in the syllabus."))).Errors);
        }

        return pair.VersionId;
    }

    private Task<string> NumberAsync(Guid id) => host.InDatabaseAsync(db =>
        db.EquivalenceVersions.Where(v => v.Id == id).Join(db.Equivalences, v => v.EquivalenceId, e => e.Id, (_, e) => e.Number).SingleAsync());
}
