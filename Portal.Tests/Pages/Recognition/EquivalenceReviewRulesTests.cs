using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Recognition;

/// <summary>Nobody judges their own evidence, and nobody's word is overwritten unseen.</summary>
public sealed class EquivalenceReviewRulesTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("ja", "JP-NW", "CCNA", "この数値に使われている根拠を記録した人は裁定できません。関わっていない担当官に依頼してください。")]
    [InlineData("en", "JP-AU", "CISA", "You recorded evidence that counts in these figures, so you do not adjudicate it. Ask a colleague who took no part.")]
    public async Task Who_recorded_the_evidence_does_not_adjudicate_and_reads_why(string language, string source, string target, string sentence)
    {
        using var proposer = await host.People.StaffAsync(Role.RecognitionOfficer, Government.Japan);
        using var author = await host.People.StaffAsync(Role.RecognitionOfficer, Government.UnitedStates);
        var id = await host.ComputedAsync(proposer.Actor, source, target, author.Actor);
        await host.CloseReviewAsync(proposer.Actor, id);

        var page = await author.GetAsync(ReviewPages.PathOf(language, id));
        Assert.Empty(page.Document.QuerySelectorAll("form[action*='/Adjudicate/']"));
        Assert.Contains(sentence, page.TextsOf(".notice"));
        var forged = await author.ForgeAsync(
            page, "Adjudicate", ("Version", $"{await host.TokenAsync(id)}"), ("Statement", "T0084"), ("Confidence", "0.9"), ("Reason", "I know it is so."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, forged.Status);
        Assert.Equal([sentence], forged.Errors);
        Assert.Empty((await VersionAsync(id)).Adjudications);
        Assert.Equal("Recognition.Adjudicate.ByAuthor", await LastRefusalAsync(id));
    }

    [Theory]
    [InlineData("ja", "JP-SG", "CC", "この数値に使われている根拠を記録した人は、評点を付けられません。")]
    [InlineData("en", "JP-FE", "A+", "You recorded evidence that counts in these figures, so you do not rate it.")]
    public async Task Who_recorded_the_evidence_does_not_rate_and_reads_why(string language, string source, string target, string sentence)
    {
        using var proposer = await host.People.StaffAsync(Role.RecognitionOfficer, Government.Japan);
        using var reviewer = await host.People.StaffAsync(Role.RecognitionReviewer, Government.Japan);
        // As an officer, before the office made a reviewer of them.
        var author = reviewer.Actor with { Permissions = Roles.Permissions[Role.RecognitionOfficer] };
        var id = await host.ComputedAsync(proposer.Actor, source, target, author);
        await host.OpenReviewAsync(proposer.Actor, id);

        var page = await reviewer.GetAsync(ReviewPages.PathOf(language, id));
        Assert.Empty(page.Document.QuerySelectorAll("form[action*='/Declare/']"));
        Assert.Contains(sentence, page.TextsOf(".notice"));
        Assert.Equal([sentence], (await reviewer.ForgeAsync(page, "Declare", ("hasConflict", "false"))).Errors);
        Assert.Equal([sentence], (await reviewer.ForgeAsync(page, "Rate", ("Score[T0084]", "4"))).Errors);
        Assert.Empty(await host.InDatabaseAsync(db => db.EquivalenceVersions.Where(v => v.Id == id).SelectMany(v => v.Reviewers).ToListAsync()));
    }

    [Theory]
    [InlineData("ja", "JP-SC", "GCIH", "先に別の変更がありました。ページを開き直して、現在の内容を確かめてください。", "上の表には、その間の裁定が反映されています。")]
    [InlineData("en", "JP-IP", "CC", "Someone changed this first. Open the page again to see the current version.", "The table above shows what was settled in the meantime.")]
    public async Task Two_people_on_one_statement_do_not_overwrite_each_other_unseen(string language, string source, string target, string stale, string shown)
    {
        using var proposer = await host.People.StaffAsync(Role.RecognitionOfficer, Government.Japan);
        using var first = await host.People.StaffAsync(Role.RecognitionOfficer, Government.UnitedStates);
        using var second = await host.People.StaffAsync(Role.RecognitionOfficer, Government.UnitedStates);
        var id = await host.ComputedAsync(proposer.Actor, source, target);
        await host.CloseReviewAsync(proposer.Actor, id);
        var (one, other) = (await first.GetAsync(ReviewPages.PathOf(language, id)), await second.GetAsync(ReviewPages.PathOf(language, id)));

        Assert.Empty((await ReviewPages.Settle(one, "T0084").SubmitAsync()).Errors);
        var late = await ReviewPages.Settle(other, "T0084").Fill("Confidence", "0.2").Fill("Reason", "The exam has no practical part.").SubmitAsync();

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal([stale], late.Errors);
        Assert.Contains(shown, late.Text, StringComparison.Ordinal);
        Assert.Contains(late.TextsOf("tbody td"), t => t.StartsWith("0.6", StringComparison.Ordinal) && t.Contains("Checked in the syllabus.", StringComparison.Ordinal));
        var kept = late.Form("form[action*='/Adjudicate/']");
        Assert.Equal(("T0084", "0.2", "The exam has no practical part."), (kept.Value("Statement"), kept.Value("Confidence"), kept.Value("Reason")));
        Assert.Equal(0.6m, Assert.Single((await VersionAsync(id)).Adjudications).Confidence);

        // Having read the other's word, the second one may still say otherwise.
        Assert.Empty((await kept.SubmitAsync()).Errors);
        Assert.Equal(0.2m, Assert.Single((await VersionAsync(id)).Adjudications).Confidence);
    }

    [Theory]
    [InlineData("ja", "JP-AP", "GCIH", "いまは裁定できません")]
    [InlineData("en", "JP-RISS", "CC", "Nothing more is settled now")]
    public async Task A_word_on_a_statement_is_not_lost_when_the_decision_was_drafted_meanwhile(string language, string source, string target, string heading)
    {
        using var proposer = await host.People.StaffAsync(Role.RecognitionOfficer, Government.Japan);
        using var late = await host.People.StaffAsync(Role.RecognitionOfficer, Government.UnitedStates);
        var pair = await host.BringAsync(source, target, EquivalenceStatus.Adjudication);
        var open = await late.GetAsync(ReviewPages.PathOf(language, pair.VersionId));
        await host.InDatabaseAsync(async db =>
        {
            var version = await db.EquivalenceVersions.Include(v => v.Reviewers).SingleAsync(v => v.Id == pair.VersionId);
            pair.Story.Draft(version);
            return await db.SaveChangesAsync();
        });

        var refused = await ReviewPages.Settle(open, "T0084").Fill("Confidence", "0.2").Fill("Reason", "The exam has no practical part.").SubmitAsync();
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains(heading, refused.TextsOf(".notice h2"));
        Assert.Contains(refused.TextsOf(".notice"), n => n.Contains("T0084 0.2", StringComparison.Ordinal) && n.Contains("The exam has no practical part.", StringComparison.Ordinal));
        Assert.Empty(refused.Document.QuerySelectorAll("form[action*='/Adjudicate/']"));
    }

    private Task<EquivalenceVersion> VersionAsync(Guid id) => host.InDatabaseAsync(db => db.EquivalenceVersions.SingleAsync(v => v.Id == id));

    private Task<string?> LastRefusalAsync(Guid id) => host.InDatabaseAsync(db => db.AuditEntries.Where(e => e.CaseId == id).OrderByDescending(e => e.Sequence).Select(e => e.Refusal).FirstAsync());
}
