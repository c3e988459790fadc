using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity;
using Portal.Application.Recognition.Commands;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Recognition;

/// <summary>Four people rate alone, the scores come together, and a fifth settles what is disputed.</summary>
public sealed class EquivalenceReviewPagesTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("ja", "JP-NW", "CCNA", "評点の一致の度合い", "すべての項目を裁定します")]
    [InlineData("en", "JP-AU", "CISA", "How far the reviewers agree", "Every statement is adjudicated")]
    public async Task Four_people_rate_alone_and_a_fifth_settles_what_is_disputed(string language, string source, string target, string heading, string gate)
    {
        using var proposer = await host.People.StaffAsync(Role.RecognitionOfficer, Government.Japan);
        using var colleague = await host.People.StaffAsync(Role.RecognitionOfficer, Government.UnitedStates);
        var reviewers = await host.People.ReviewersAsync();
        var id = await host.ComputedAsync(proposer.Actor, source, target);
        var path = $"/{language}/Recognition/EquivalenceReview/Index/{id}";

        var opened = await (await proposer.GetAsync($"/{language}/Recognition/EquivalenceDesk/Details/{id}")).Form("form[action*='/Open/']").SubmitAsync();
        Assert.Equal(path, opened.Path);
        foreach (var (reviewer, score) in reviewers.Zip([4, 4, 1, 2]))
        {
            await ReviewPages.RateAsync(reviewer, path, score);
            // Blind: a reader who rated nothing sees no score while the round is open.
            Assert.Empty((await proposer.GetAsync(path)).Document.QuerySelectorAll("input[type=radio], tbody td"));
        }

        var closed = await (await proposer.GetAsync(path)).Form("form[action*='/Close/']").SubmitAsync();
        Assert.Contains(heading, closed.TextsOf("h2"));
        Assert.Contains(gate, closed.Text, StringComparison.Ordinal);
        Assert.Contains("4, 4", closed.TextsOf("tbody td"));
        Assert.Contains("1, 2", closed.TextsOf("tbody td"));

        Assert.Empty(closed.Document.QuerySelectorAll("form[action*='/Adjudicate/']"));
        var unfinished = await ReviewPages.Settle(await colleague.GetAsync(path), "T0084").Fill("Reason", "").SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unfinished.Status);
        Assert.Equal("T0084", unfinished.Form("form[action*='/Adjudicate/']").Value("Statement"));
        var settled = await ReviewPages.Settle(unfinished, "T0084").SubmitAsync();
        Assert.Empty(settled.Errors);
        Assert.Contains(settled.TextsOf("tbody td"), t => t.StartsWith("0.6", StringComparison.Ordinal));
        using var auditor = await host.People.AuditorAsync(Government.Japan);
        var history = await auditor.GetAsync($"/{language}/Reporting/History/Item/{id}?type={nameof(EquivalenceVersion)}");
        Assert.Equal(HttpStatusCode.OK, history.Status);
        Assert.Contains("T0084: 0.6 Checked in the syllabus.", history.Text, StringComparison.Ordinal);
        Assert.DoesNotMatch("[0-9a-f]{8}-[0-9a-f]{4}-|[\\[{]\"|ProposerId|Content\\.", history.Text);
        Assert.Equal(0.6m, (await host.InDatabaseAsync(db => db.EquivalenceVersions.SingleAsync(v => v.Id == id))).Adjudications.Single().Confidence);
    }

    [Fact]
    public async Task A_round_with_too_few_reviewers_does_not_close_and_says_on_which_side()
    {
        using var proposer = await host.People.StaffAsync(Role.RecognitionOfficer, Government.UnitedStates);
        var reviewers = await host.People.ReviewersAsync();
        var id = await host.ComputedAsync(proposer.Actor, "JP-SC", "GCIH");
        await host.OpenReviewAsync(proposer.Actor, id);
        var path = $"/en/Recognition/EquivalenceReview/Index/{id}";
        foreach (var reviewer in reviewers.Take(3))
        {
            await ReviewPages.RateAsync(reviewer, path, 3);
        }

        var answer = await (await proposer.GetAsync(path)).Form("form[action*='/Close/']").SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(["Two reviewers of each government must have handed in. Missing on this side: United States."], answer.Errors);
    }

    [Theory]
    [InlineData("ja", "利害関係があると回答したため、評点を付けられません。")]
    [InlineData("en", "You said that something ties you to it, so you do not rate it.")]
    public async Task Who_has_a_conflict_sees_no_scores_to_give(string language, string sentence)
    {
        using var proposer = await host.People.StaffAsync(Role.RecognitionOfficer, Government.Japan);
        using var reviewer = await host.People.StaffAsync(Role.RecognitionReviewer, Government.Japan);
        var id = await host.ComputedAsync(proposer.Actor, "JP-SG", language == "ja" ? "CC" : "Security+");
        await host.OpenReviewAsync(proposer.Actor, id);
        var path = $"/{language}/Recognition/EquivalenceReview/Index/{id}";

        var unanswered = await (await reviewer.GetAsync(path)).Form("form[action*='/Declare/']").SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unanswered.Status);
        var tied = await (await reviewer.GetAsync(path)).Form("form[action*='/Declare/']").Fill("HasConflict", "true").SubmitAsync();

        Assert.Contains(sentence, tied.Text, StringComparison.Ordinal);
        Assert.Empty(tied.Document.QuerySelectorAll("input[type=radio]"));
    }

    [Fact]
    public async Task Who_takes_a_shipped_proposal_up_is_its_proposer()
    {
        using var officer = await host.People.StaffAsync(Role.RecognitionOfficer, Government.UnitedStates);
        var id = await host.ComputedAsync(officer.Actor, "JP-FE", "A+");
        var version = await host.InDatabaseAsync(db => db.EquivalenceVersions.SingleAsync(v => v.Id == id));
        Assert.Equal((officer.Id, (Government?)Government.UnitedStates), (version.ProposerId, version.ProposedBy));
    }

    [Fact]
    public async Task A_review_that_cannot_go_on_is_taken_back_with_a_reason_and_starts_anew()
    {
        using var proposer = await host.People.StaffAsync(Role.RecognitionOfficer, Government.Japan);
        using var reviewer = await host.People.StaffAsync(Role.RecognitionReviewer, Government.Japan);
        var id = await host.ComputedAsync(proposer.Actor, "JP-IP", "CC");
        await host.OpenReviewAsync(proposer.Actor, id);
        var path = $"/en/Recognition/EquivalenceReview/Index/{id}";
        await ReviewPages.RateAsync(reviewer, path, 4);
        var back = await (await proposer.GetAsync(path)).Form("form[action*='/Return/']").Fill("reason", "The wrong requirement set.").SubmitAsync();
        Assert.Contains("The wrong requirement set.", back.Text, StringComparison.Ordinal);

        await host.OpenReviewAsync(proposer.Actor, id);
        Assert.Single((await reviewer.GetAsync(path)).Document.QuerySelectorAll("form[action*='/Declare/']"));
        var version = await host.InDatabaseAsync(db => db.EquivalenceVersions.SingleAsync(v => v.Id == id));
        Assert.Equal((EquivalenceStatus.Review, 2), (version.Status, version.Round));
    }
}
