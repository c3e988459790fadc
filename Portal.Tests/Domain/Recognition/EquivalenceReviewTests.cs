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

        story.Version.CloseReview(AgreementGate.Go, story.Proposer);
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

        var error = Attempt.Refused("Recognition.Review.TooFew", () => story.Version.CloseReview(AgreementGate.Go, story.Proposer));
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
    public void Low_agreement_opens_one_new_blind_round()
    {
        var story = new EquivalenceStory(Status.Review);
        Array.ForEach([.. story.Reviewers], r => story.Rate(story.Version, r, 4, 3, 0));

        story.Version.CloseReview(AgreementGate.NewRound, story.Proposer);

        Assert.Equal((Status.Review, 2), (story.Version.Status, story.Version.Round));
        Assert.All(story.Reviewers, r => Assert.Empty(story.Version.RatingsFor(r)));
        Array.ForEach([.. story.Reviewers], r => story.Rate(story.Version, r, 4, 4, 0));
    }

    [Fact]
    public void Who_took_part_does_not_adjudicate()
    {
        var story = new EquivalenceStory(Status.Adjudication);
        Attempt.Refused("Recognition.Adjudicate.Involved", () => story.Version.Adjudicate("T0001", 0.5m, "確かめました。", story.Requirements, story.Proposer));
        story.Version.Adjudicate("T0001", 0.5m, "確かめました。", story.Requirements, story.Adjudicator);
        Assert.Equal(0.5m, Assert.Single(story.Version.Adjudications).Confidence);
    }
}
