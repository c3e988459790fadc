using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;
using Xunit;
using Status = Portal.Application.Fellowships.Domain.AwardListStatus;

namespace Portal.Tests.Domain.Fellowships;

public sealed class ReleaseTests
{
    [Fact]
    public void The_second_officer_tells_every_candidate_at_one_instant()
    {
        var story = TestData.AwardList(Status.Staged);
        Assert.False(story.Confirm(Government.Japan));
        Assert.All(story.Cases, c => Assert.Null(c.ReleasedAt));

        story.Wait(TimeSpan.FromHours(2));
        Assert.True(story.Confirm(Government.UnitedStates));
        Assert.Equal((Status.Released, story.Now), (story.List.Status, story.List.ReleasedAt));
        Assert.All(story.Cases, c => Assert.Equal(story.Now, c.ReleasedAt));
        Assert.Equal(
            [FellowshipApplicationStatus.Offered, FellowshipApplicationStatus.Reserve, FellowshipApplicationStatus.NotProposed],
            story.Cases.Select(c => c.Status));
        Assert.All(story.Cases, c => Assert.Equal(new OutcomeReleased(c.Id, c.Status), c.Events[^1]));
    }

    [Fact]
    public void Only_an_offer_waits_for_an_answer()
    {
        var story = TestData.AwardList(Status.Released);
        Assert.Equal(story.List.AnswerBy, story.Cases[0].AnswerBy);
        Assert.Equal(story.List.AnswerBy!.Value.Instant, story.Cases[0].DueAt);
        Assert.All(story.Cases.Skip(1), c => Assert.Equal((null, null), (c.AnswerBy, c.DueAt)));
    }

    [Fact]
    public void One_officer_cannot_turn_both_keys()
    {
        var story = TestData.AwardList(Status.Staged);
        story.Confirm(Government.Japan);
        Attempt.Refused(Signatures.AlreadySigned, () => story.Confirm(Government.Japan));
    }

    [Fact]
    public void The_rehearsal_counts_cases_statuses_and_mails() =>
        Assert.Equal(new ReleaseRehearsal(3, 1, 1, 1, 0, 3, true), TestData.AwardList(Status.Staged).Rehearsal);

    [Fact]
    public void A_withdrawn_case_is_skipped_and_counted()
    {
        var story = TestData.AwardList(Status.Staged);
        Withdraw(story);
        Assert.Equal(new ReleaseRehearsal(3, 0, 1, 1, 1, 2, true), story.Rehearsal);
        story.To(Status.Released);
        Assert.Equal((FellowshipApplicationStatus.Withdrawn, null), (story.Cases[0].Status, story.Cases[0].ReleasedAt));
    }

    [Fact]
    public void A_withdrawal_between_the_two_keys_asks_the_first_officer_again_and_blocks_nothing()
    {
        var story = TestData.AwardList(Status.Staged);
        story.Confirm(Government.Japan);
        var seen = story.ReleaseHash;
        Withdraw(story);
        Attempt.Refused(Signatures.ContentChanged, () => story.List.Release(seen, story.Cases, Actors.Officer(Government.UnitedStates), story.Now));
        Assert.False(story.Confirm(Government.UnitedStates));
        Assert.False(story.List.HasSigned(Government.Japan, AwardListStep.Release));
        Assert.True(story.Confirm(Government.Japan));
    }

    [Fact]
    public void A_case_that_is_missing_or_stands_elsewhere_stops_the_release()
    {
        var story = TestData.AwardList(Status.Staged);
        Attempt.Refused("Fellowships.Release.CountsDiffer", () =>
            story.List.Release(story.ReleaseHash, [.. story.Cases.Skip(1)], Actors.Officer(Government.Japan), story.Now));

        story.Cases[0].Reconsider(Actors.Official(Government.Japan));
        Assert.False(story.Rehearsal.Matches);
        Attempt.Refused("Fellowships.Release.CountsDiffer", () => story.Confirm(Government.Japan));
        Assert.DoesNotContain(story.List.Signatures, s => s.Purpose == nameof(AwardListStep.Release));
    }

    [Fact]
    public void Staging_again_voids_the_confirmations_and_keeps_the_agreement()
    {
        var story = TestData.AwardList(Status.Staged);
        story.Confirm(Government.Japan);
        story.Wait(TimeSpan.FromDays(1));
        story.Stage();
        Assert.False(story.List.HasSigned(Government.Japan, AwardListStep.Release));
        Assert.All(Governments.Both, g => Assert.True(story.List.HasSigned(g, AwardListStep.Agree)));
    }

    [Theory]
    [InlineData(0, Answer.Refused)]
    [InlineData(1, Answer.Allowed)]
    public void Candidates_get_more_than_a_day_to_answer(int seconds, Answer answer)
    {
        var story = TestData.AwardList(Status.Agreed);
        var answerBy = new Deadline(story.Now.AddDays(1).AddSeconds(seconds), PortalZones.Japan);
        Assert.Equal(answer, Attempt.Of(() => story.List.Stage(answerBy, Actors.Officer(Government.Japan), story.Now)));
    }

    [Fact]
    public void A_release_staged_too_long_ago_is_refused_so_that_no_offer_arrives_lapsed()
    {
        var story = TestData.AwardList(Status.Staged);
        story.Confirm(Government.Japan);
        story.Wait(TimeSpan.FromDays(13));
        Attempt.Refused("Fellowships.Stage.AnswerTooSoon", () => story.Confirm(Government.UnitedStates));
        Assert.All(story.Cases, c => Assert.Null(c.ReleasedAt));
        story.Stage();
        story.To(Status.Released);
    }

    private static void Withdraw(AwardListStory story) => story.Cases[0].Withdraw(story.Stories[0].Applicant);
}
