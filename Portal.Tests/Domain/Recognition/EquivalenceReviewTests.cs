using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;
using Xunit;
using Status = Portal.Application.Recognition.Domain.EquivalenceStatus;

namespace Portal.Tests.Domain.Recognition;

public sealed class EquivalenceReviewTests
{
    private static readonly DateTimeOffset Now = EquivalenceStory.Now;

    [Fact]
    public void A_reviewer_sees_only_the_own_ratings_until_the_round_is_closed()
    {
        var story = new EquivalenceStory(Status.Review);
        Array.ForEach([.. story.Reviewers], r => story.Rate(story.Version, r, 4, 3, 0));

        Assert.All(story.Reviewers, r => Assert.All(story.Version.RatingsFor(r), rating => Assert.Equal(r.UserId, rating.ReviewerId)));
        Assert.Empty(story.Version.RatingsFor(story.Proposer));

        story.Version.CloseReview(story.Requirements, EquivalenceStory.Rules, story.Proposer);
        Assert.Equal(12, story.Version.RatingsFor(story.Proposer).Count());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void The_round_is_not_closed_before_each_government_has_two_reviewers_who_handed_in(int missing)
    {
        var story = new EquivalenceStory(Status.Review);
        foreach (var (reviewer, _) in story.Reviewers.Select((r, i) => (r, i)).Where(r => r.i != missing))
        {
            story.Rate(story.Version, reviewer, 4, 4, 4);
        }

        var error = Attempt.Refused("Recognition.Review.TooFew", () => story.Version.CloseReview(story.Requirements, EquivalenceStory.Rules, story.Proposer));
        Assert.Equal(story.Reviewers[missing].Agency, error.Slots!["Government"]);
    }

    [Fact]
    public void Who_has_a_conflict_rates_nothing_and_does_not_count()
    {
        var story = new EquivalenceStory(Status.Review);
        story.Version.Declare(true, story.Reviewers[0], Now);
        Attempt.Refused("Recognition.Review.Conflict", () => story.Version.Rate(new Dictionary<string, int> { ["T0001"] = 4 }, story.Requirements, story.Reviewers[0]));
        Assert.Equal(0, story.Version.HandedIn(Government.Japan));
    }

    [Fact]
    public void Nobody_rates_before_saying_whether_anything_ties_them() => Attempt.Refused("Recognition.Review.NotDeclared", () =>
    {
        var story = new EquivalenceStory(Status.Review);
        story.Version.Rate(new Dictionary<string, int> { ["T0001"] = 4 }, story.Requirements, story.Reviewers[0]);
    });

    [Fact]
    public void Who_proposed_it_does_not_rate_it()
    {
        var story = new EquivalenceStory(Status.Review);
        var both = story.Proposer with { Permissions = new HashSet<Permission> { Permission.ReviewEquivalence } };
        Attempt.Refused("Recognition.Review.ByProposer", () => story.Version.Declare(false, both, Now));
    }

    [Theory]
    [InlineData(-1, Answer.Refused)]
    [InlineData(0, Answer.Allowed)]
    [InlineData(4, Answer.Allowed)]
    [InlineData(5, Answer.Refused)]
    public void Scores_run_from_nought_to_four(int score, Answer answer)
    {
        var story = new EquivalenceStory(Status.Review);
        story.Version.Declare(false, story.Reviewers[0], Now);
        Assert.Equal(answer, Attempt.Of(() => story.Version.Rate(new Dictionary<string, int> { ["T0001"] = score }, story.Requirements, story.Reviewers[0])));
    }

    [Fact]
    public void A_statement_outside_the_requirement_set_is_not_rated()
    {
        var story = new EquivalenceStory(Status.Review);
        story.Version.Declare(false, story.Reviewers[0], Now);
        var error = Attempt.Refused("Recognition.Review.NoSuchRow", () => story.Version.Rate(new Dictionary<string, int> { ["T9999"] = 1 }, story.Requirements, story.Reviewers[0]));
        Assert.Equal("T9999", error.Slots!["Statement"]);
    }

    [Fact]
    public void Only_a_complete_set_is_handed_in_and_then_it_stands()
    {
        var story = new EquivalenceStory(Status.Review);
        var reviewer = story.Reviewers[0];
        story.Version.Declare(false, reviewer, Now);
        story.Version.Rate(new Dictionary<string, int> { ["T0001"] = 1, ["K0001"] = 1 }, story.Requirements, reviewer);
        Assert.Equal(1, Attempt.Refused("Recognition.Review.Incomplete", () => story.Version.HandIn(story.Requirements, reviewer, Now)).Slots!["Missing"]);

        story.Version.Rate(new Dictionary<string, int> { ["T0001"] = 3, ["S0001"] = 0 }, story.Requirements, reviewer);
        story.Version.HandIn(story.Requirements, reviewer, Now);

        Assert.Equal([("K0001", 1), ("S0001", 0), ("T0001", 3)], story.Version.RatingsFor(reviewer).Select(r => (r.Statement, r.Score)).Order());
        Attempt.Refused("Recognition.Review.HandedIn", () => story.Version.Rate(new Dictionary<string, int> { ["T0001"] = 4 }, story.Requirements, reviewer));
    }

    [Fact]
    public void Low_agreement_opens_one_new_blind_round_and_then_every_row_is_adjudicated()
    {
        var story = new EquivalenceStory(Status.Review);
        RateApart(story);
        story.Version.CloseReview(story.Requirements, EquivalenceStory.Rules, story.Proposer);

        Assert.Equal((Status.Review, 2), (story.Version.Status, story.Version.Round));
        Assert.All(story.Reviewers, r => Assert.Empty(story.Version.RatingsFor(r)));

        RateApart(story);
        story.Version.CloseReview(story.Requirements, EquivalenceStory.Rules, story.Proposer);
        Assert.Equal((Status.Adjudication, AgreementGate.AdjudicateEveryRow, 3), (story.Version.Status, story.Version.Agreement!.Gate, story.Version.Agreement.ToAdjudicate.Count));
    }

    [Fact]
    public void Nothing_is_drafted_before_every_disputed_row_is_settled()
    {
        var story = new EquivalenceStory(Status.Review);
        RateApart(story);
        story.Version.CloseReview(story.Requirements, EquivalenceStory.Rules with { Rounds = 1 }, story.Proposer);
        void Draft() => story.Version.Draft(EquivalenceStory.Decision(), story.Report, CoverageRules.Proposed2026, story.Proposer);
        Assert.Equal(3, Attempt.Refused("Recognition.Draft.NotAdjudicated", Draft).Slots!["Open"]);

        foreach (var statement in story.Version.Agreement!.ToAdjudicate)
        {
            story.Version.Adjudicate(statement, 0.5m, "資料で確かめました。", story.Adjudicator);
        }

        Draft();
        Assert.Equal(Status.Drafted, story.Version.Status);
    }

    /// <summary>
    /// T0001: the author says 0.8. Japan's reviewers score 4 and 4 (mean of 0.8, 1, 1 = 0.9333), the other side's 2 and 3 (mean of 0.8, 0.5, 0.75 = 0.6833):
    /// the lower one counts, until an adjudicator says otherwise.
    /// </summary>
    [Fact]
    public void Confidence_is_the_lower_one_of_both_governments_or_the_adjudicators()
    {
        var story = new EquivalenceStory(Status.Review);
        foreach (var (reviewer, score) in story.Reviewers.Zip([4, 4, 2, 3]))
        {
            story.Rate(story.Version, reviewer, 3, 3, score);
        }

        story.Version.CloseReview(story.Requirements, EquivalenceStory.Rules with { FewestUnits = 100 }, story.Proposer);
        Assert.Equal(0.68333, story.Version.ConfidenceOf("T0001", 0.8), 5);
        story.Version.Adjudicate("T0001", 0.4m, "試験範囲に一部しか含まれません。", story.Adjudicator);
        Assert.Equal(0.4, story.Version.ConfidenceOf("T0001", 0.8), 5);
    }

    [Fact]
    public void Who_took_part_does_not_adjudicate()
    {
        var story = new EquivalenceStory(Status.Adjudication);
        Attempt.Refused("Recognition.Adjudicate.Involved", () => story.Version.Adjudicate("T0001", 0.5m, "確かめました。", story.Proposer));
        story.Version.Adjudicate("T0001", 0.5m, "確かめました。", story.Adjudicator);
        Assert.Equal(0.5m, Assert.Single(story.Version.Adjudications).Confidence);
    }

    /// <summary>The two governments see opposite things.</summary>
    private static void RateApart(EquivalenceStory story)
    {
        foreach (var reviewer in story.Reviewers)
        {
            var isJapan = reviewer.Agency == Government.Japan;
            story.Rate(story.Version, reviewer, isJapan ? 4 : 0, isJapan ? 0 : 4, isJapan ? 4 : 0);
        }
    }
}
