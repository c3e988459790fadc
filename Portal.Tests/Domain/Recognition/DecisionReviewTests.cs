using Portal.Application.Recognition;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;
using Xunit;
using Status = Portal.Application.Recognition.Domain.EquivalenceStatus;

namespace Portal.Tests.Domain.Recognition;

/// <summary>By when both governments look at a decision again, what stops it when they do not, and what lets it hold again.</summary>
public sealed class DecisionReviewTests
{
    // First day November 12, 2026; signed ten days before.
    private static readonly DateOnly FirstDay = new(2026, 11, 12);
    private static readonly DateTimeOffset Due = new(2029, 11, 12, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_review_is_due_three_years_after_the_first_day() => Assert.Equal(FirstDay.AddYears(3), Agreed().Version.ReviewDueOn);

    [Theory]
    // Before its first day: the months run from there.
    [InlineData("2026-11-05", "2027-11-12")]
    [InlineData("2027-03-01", "2028-03-01")]
    [InlineData("2028-11-11", "2029-11-11")]
    // Three years come first.
    [InlineData("2028-12-01", "2029-11-12")]
    public void A_later_framework_makes_it_due_after_twelve_months_and_never_later_than_before(string appeared, string due)
    {
        var version = Agreed().Version;
        version.FollowFramework(new DateTimeOffset(DateOnly.Parse(appeared, null), new TimeOnly(12, 0), TimeSpan.Zero));
        Assert.Equal(DateOnly.Parse(due, null), version.ReviewDueOn);
        Assert.Equal(version.ReviewDueOn < FirstDay.AddYears(3), version.Events.OfType<EquivalenceReviewSooner>().Any());
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void A_review_is_missed_when_its_day_is_over_and_told_once(int days, bool isMissed)
    {
        var version = Agreed().Version;
        version.MissReview(Actor.System, Due.AddDays(days));
        version.MissReview(Actor.System, Due.AddDays(days));
        Assert.Equal((isMissed, isMissed ? 1 : 0), (version.ReviewMissedAt is not null, version.Events.OfType<EquivalenceReviewMissed>().Count()));
    }

    [Theory]
    [InlineData(0, null, null)]
    [InlineData(1, null, "2030-02-11")]
    [InlineData(200, 1, "2030-02-11")]
    // The clock stood still: the grace begins when the desks are told.
    [InlineData(200, 150, "2030-07-10")]
    public void The_grace_begins_when_the_desks_are_told(int today, int? told, string? stops) => Assert.Equal(
        stops is null ? null : DateOnly.Parse(stops, null),
        ReviewRules.Proposed2026.StopsOn(DateOnly.FromDateTime(Due.DateTime), told is { } days ? Due.AddDays(days) : null, Due.AddDays(today)));

    [Fact]
    public void A_key_on_one_version_leaves_the_key_on_another()
    {
        var story = Agreed();
        // The other one holds for a year.
        var when = EquivalenceStory.Now.AddDays(30);
        var other = EquivalenceVersion.Propose(story.Equivalence, 2, null, ["PD-WRL-001"], story.Proposer);
        story.BringTo(other, Status.Agreed);
        Assert.False(Keep(story, Government.UnitedStates, when));
        Assert.False(story.Equivalence.KeepReviewed(other, story.Equivalence.ReviewHash(other), story.Signatories[Government.Japan], when));
        var effect = new WithdrawalEffect(1, 0, 0);
        story.Equivalence.ProposeWithdrawal(other.Id, "…", effect, story.Signatories[Government.Japan], when);
        story.Equivalence.Withdraw(story.Equivalence.WithdrawalHash(other.Id, "…", effect), effect, story.Signatories[Government.UnitedStates], when);
        Assert.True(Keep(story, Government.Japan, when));
    }

    [Fact]
    public void The_rule_suspends_without_a_government_until_both_have_looked_at_it_again()
    {
        var story = Agreed();
        var (now, equivalence) = (Due.AddDays(90), story.Equivalence);
        equivalence.SuspendUnreviewed(story.Version.Id, Actor.System, now);

        var stopped = equivalence.At("OG-WRL-014", now, now)!;
        Assert.Equal((PeriodState.Suspended, null, story.Version.Content.ValidUntil!.Value.Instant), (stopped.State, stopped.By, stopped.Until));
        Assert.True(equivalence.KnownAt(now).IsStopped(story.Version.Id, now));
        var japan = story.Signatories[Government.Japan];
        Attempt.Refused("Recognition.Suspend.MissedReview", () => equivalence.Lift(story.Version.Id, japan, now));
        Attempt.Refused("Recognition.Suspend.MissedReview", () => equivalence.Suspend(story.Version.Id, now.AddDays(5), japan, now));

        Assert.False(Keep(story, Government.Japan, now));
        Assert.Equal(PeriodState.Suspended, equivalence.At("OG-WRL-014", now, now)!.State);
        Attempt.Refused(Signatures.AlreadySigned, () => Keep(story, Government.Japan, now));
        Assert.True(Keep(story, Government.UnitedStates, now.AddHours(1)));
        Assert.Equal(PeriodState.InForce, equivalence.At("OG-WRL-014", now.AddHours(1), now.AddHours(1))!.State);
        Assert.Equal(ReviewRules.Today(now.AddHours(1)).AddYears(3), story.Version.ReviewDueOn);
        Assert.Single(equivalence.Events.OfType<EquivalenceLifted>());
    }

    [Fact]
    public void What_a_government_has_stopped_stays_so_after_a_review()
    {
        var story = Agreed();
        story.Equivalence.Suspend(story.Version.Id, Due.AddDays(30), story.Signatories[Government.Japan], Due);
        Keep(story, Government.Japan, Due.AddDays(1));
        Keep(story, Government.UnitedStates, Due.AddDays(1));
        Assert.Equal(Government.Japan, story.Equivalence.At("OG-WRL-014", Due.AddDays(2), Due.AddDays(2))!.By);
        Assert.Empty(story.Equivalence.Events.OfType<EquivalenceLifted>());
    }

    [Fact]
    public void A_key_on_another_due_day_or_an_earlier_call_does_not_count()
    {
        var story = Agreed();
        var seen = story.Equivalence.ReviewHash(story.Version);
        Keep(story, Government.Japan, Due);
        story.Equivalence.CallReview(story.Version.Id, Due);
        Attempt.Refused(Signatures.ContentChanged, () => story.Equivalence.KeepReviewed(story.Version, seen, story.Signatories[Government.UnitedStates], Due));
        Assert.False(Keep(story, Government.UnitedStates, Due));
    }

    [Fact]
    public void A_review_that_is_complete_answers_the_withdrawal_of_evidence_before_it()
    {
        var story = Agreed();
        story.Equivalence.CallReview(story.Version.Id, Due.AddDays(-100));
        Assert.Equal(ReviewNotice.Called, Notice(Due.AddDays(-50)));
        Keep(story, Government.Japan, Due.AddDays(-20));
        Keep(story, Government.UnitedStates, Due.AddDays(-10));
        Assert.Null(Notice(Due.AddDays(-10)));

        ReviewNotice? Notice(DateTimeOffset at) => ReviewNotices.Of(story.Version.Id, story.Version.ReviewDueOn, story.Equivalence.ReviewCalls, story.Equivalence.Reviews, at);
    }

    [Fact]
    public void Only_the_clock_suspends_by_rule_and_only_signatories_keep()
    {
        var story = Agreed();
        Assert.Throws<ForbiddenException>(() => story.Equivalence.SuspendUnreviewed(story.Version.Id, story.Signatories[Government.Japan], Due));
        Assert.Throws<ForbiddenException>(() => story.Version.MissReview(story.Proposer, Due));
        Assert.Throws<ForbiddenException>(() => story.Equivalence.KeepReviewed(story.Version, story.Equivalence.ReviewHash(story.Version), story.Proposer, Due));
    }

    [Fact]
    public void What_is_being_withdrawn_is_not_kept_beside_it()
    {
        var story = Agreed();
        story.Equivalence.ProposeWithdrawal(story.Version.Id, "…", new WithdrawalEffect(1, 0, 0), story.Signatories[Government.Japan], Due);
        Attempt.Refused("Recognition.Withdraw.UnderWay", () => Keep(story, Government.UnitedStates, Due));
    }

    private static bool Keep(EquivalenceStory story, Government government, DateTimeOffset now) =>
        story.Equivalence.KeepReviewed(story.Version, story.Equivalence.ReviewHash(story.Version), story.Signatories[government], now);

    private static EquivalenceStory Agreed()
    {
        var story = new EquivalenceStory(Status.Adjudication);
        story.Draft(story.Version, EquivalenceStory.Decision(days: 5 * 365) with { Differences = [.. EquivalenceStory.Decision().Differences.Select(d => d with { Statements = [story.Gap] })] });
        story.Sign(story.Version);
        return story;
    }
}
