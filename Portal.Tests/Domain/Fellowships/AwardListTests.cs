using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;
using Xunit;
using Status = Portal.Application.Fellowships.Domain.AwardListStatus;

namespace Portal.Tests.Domain.Fellowships;

public sealed class AwardListTests
{
    private static readonly FellowshipCall Call = TestData.OpenCall(TestData.Now);
    private static readonly Actor Officer = Actors.Officer(Government.Japan);

    [Theory]
    [InlineData(-1, Answer.Refused)]
    [InlineData(0, Answer.Allowed)]
    public void A_list_starts_when_the_call_has_closed(int seconds, Answer answer) => Assert.Equal(answer, Attempt.Of(() =>
        AwardList.Draft(Call, [], Officer, Call.Content.ClosesAt.Instant.AddSeconds(seconds))));

    [Fact]
    public void Every_case_stands_on_the_new_list_as_not_proposed_in_the_order_of_numbers()
    {
        var story = new AwardListStory(Call, 3);
        var list = AwardList.Draft(Call, [.. story.Cases.Reverse()], Officer, story.Now);
        Assert.Equal(story.Cases.Select(c => new AwardEntry(c.Id, c.Number, AwardOutcome.NotProposed, null)), list.Entries);
    }

    [Fact]
    public void There_are_no_more_offers_than_awards()
    {
        var story = new AwardListStory(Call, 3);
        var three = story.Entries(AwardOutcome.Offer, AwardOutcome.Offer, AwardOutcome.Offer);
        Assert.Equal(2, Attempt.Refused("Fellowships.AwardList.TooManyOffers", () => story.List.Edit(three, 2, Officer)).Slots!["Awards"]);
        story.List.Edit(three, 3, Officer);
    }

    [Fact]
    public void The_number_of_awards_is_looked_at_again_when_the_list_is_proposed()
    {
        var story = new AwardListStory(Call, 3);
        Attempt.Refused("Fellowships.AwardList.TooManyOffers", () => story.List.Propose(story.Cases, 0, Officer));
    }

    [Theory]
    [InlineData(1, 2, true)]
    [InlineData(2, 1, true)]
    [InlineData(1, 1, false)]
    [InlineData(1, 3, false)]
    [InlineData(0, 1, false)]
    [InlineData(null, 1, false)]
    public void The_reserve_is_ranked_from_one_without_gaps(int? first, int? second, bool isSound)
    {
        var story = new AwardListStory(Call, 2);
        var entries = story.Entries(AwardOutcome.Reserve, AwardOutcome.Reserve);
        IEnumerable<AwardEntry> ranked = [entries[0] with { Rank = first }, entries[1] with { Rank = second }];
        Assert.Equal(isSound ? Answer.Allowed : Answer.Refused, Attempt.Of(() => story.List.Edit(ranked, 2, Officer)));
    }

    [Fact]
    public void A_list_waits_until_every_case_is_screened()
    {
        var story = new AwardListStory(Call, 1);
        var open = TestData.Story(s => s.Submitted(), Call).Application;
        Attempt.Refused("Fellowships.AwardList.StillScreening", () => story.List.Propose([.. story.Cases, open], 2, Officer));
        Assert.Equal(Status.Draft, story.List.Status);
    }

    [Fact]
    public void A_case_screened_in_later_or_withdrawn_must_be_taken_into_the_list_first()
    {
        var story = new AwardListStory(Call, 2);
        var late = TestData.Story(s => s.ScreenedIn(), Call).Application;
        Attempt.Refused("Fellowships.AwardList.CasesDiffer", () => story.List.Propose([.. story.Cases, late], 2, Officer));

        story.Stories[0].Application.Withdraw(story.Stories[0].Applicant);
        Attempt.Refused("Fellowships.AwardList.CasesDiffer", story.Propose);
        Assert.Equal(FellowshipApplicationStatus.ScreenedIn, story.Cases[1].Status);
    }

    [Fact]
    public void Proposing_moves_every_case_to_its_outcome()
    {
        var story = TestData.AwardList(Status.Proposed);
        Assert.Equal(
            [FellowshipApplicationStatus.Proposed, FellowshipApplicationStatus.Reserve, FellowshipApplicationStatus.NotProposed],
            story.Cases.Select(c => c.Status));
        Assert.Equal([null, 1, null], story.Cases.Select(c => c.ReserveRank));
        Assert.Equal(new AwardListProposed(story.List.Id), story.List.Events[^1]);
    }

    [Fact]
    public void Both_officials_agree_on_the_same_hash()
    {
        var story = TestData.AwardList(Status.Proposed);
        story.Agree(Government.UnitedStates);
        Assert.Equal(Status.Proposed, story.List.Status);
        Assert.Equal(new AwardListSigned(story.List.Id, Government.UnitedStates), story.List.Events[^1]);
        Attempt.Refused(Signatures.AlreadySigned, () => story.Agree(Government.UnitedStates));
        story.Agree(Government.Japan);
        Assert.Equal(Status.Agreed, story.List.Status);
        Assert.Equal(new AwardListAgreed(story.List.Id), story.List.Events[^1]);
    }

    [Fact]
    public void An_official_who_saw_another_list_cannot_agree()
    {
        var story = TestData.AwardList(Status.Proposed);
        var seen = story.List.ContentHash;
        story.Return();
        story.List.Edit(story.Entries(AwardOutcome.Reserve, AwardOutcome.Offer), 2, Officer);
        story.Propose();
        Attempt.Refused(Signatures.ContentChanged, () => story.List.Agree(seen, Actors.Official(Government.Japan), story.Now));
    }

    [Theory]
    [InlineData(Status.Proposed)]
    [InlineData(Status.Agreed)]
    [InlineData(Status.Staged)]
    public void A_return_voids_every_key_and_brings_the_cases_back(Status status)
    {
        var story = TestData.AwardList(status);
        story.Return();
        Assert.Equal((Status.Draft, null), (story.List.Status, story.List.AnswerBy));
        Assert.Empty(story.List.Signatures);
        Assert.All(story.Cases, c => Assert.Equal((FellowshipApplicationStatus.ScreenedIn, null), (c.Status, c.ReserveRank)));
        Assert.NotNull(story.List.ReturnReason);
        Assert.Equal(new AwardListReturned(story.List.Id), story.List.Events[^1]);
        story.To(Status.Released);
        Assert.Null(story.List.ReturnReason);
    }

    [Fact]
    public void A_case_that_is_named_twice_counts_once()
    {
        var story = new AwardListStory(Call, 1);
        story.List.Edit([.. story.Entries(AwardOutcome.Offer), .. story.Entries(AwardOutcome.NotProposed)], 2, Officer);
        Assert.Equal(AwardOutcome.Offer, Assert.Single(story.List.Entries).Outcome);
    }
}
