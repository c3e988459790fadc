using Portal.Application.Identity;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;
using Xunit;
using Status = Portal.Application.Recognition.Domain.RecognitionCaseStatus;
using Step = Portal.Application.Recognition.Domain.RecognitionCaseStep;
using Story = Portal.Tests.Support.RecognitionCaseStory;

namespace Portal.Tests.Domain.Recognition;

/// <summary>The table, the clocks and the rule that a second look is taken by a second person.</summary>
public sealed class RecognitionCaseTests
{
    private static readonly Story s_granted = new(Status.Granted);

    public static TheoryData<Status> Statuses => [.. Enum.GetValues<Status>()];

    [Fact]
    public void The_table_is_sound()
    {
        var rows = RecognitionCaseWorkflow.Rules.Rows;
        Assert.Equal(rows.Count, rows.DistinctBy(r => (r.From, r.Step)).Count());
        Assert.All(rows, r => Assert.NotEqual(Party.None, r.Parties));
        Assert.Equal(Enum.GetValues<Step>(), rows.Select(r => r.Step).Distinct().Order());
        Assert.Equal(Enum.GetValues<Status>().Except([Status.Draft]), rows.Where(r => r.From != r.To).Select(r => r.To).Distinct().Order());
        Assert.Equal([Status.Granted, Status.Withdrawn, Status.Closed], Enum.GetValues<Status>().Except(rows.Select(r => r.From)));
    }

    [Theory, MemberData(nameof(Statuses))]
    public void Only_the_parties_of_the_table_have_buttons(Status status)
    {
        var story = new Story(status, status == Status.AwaitingMeasure ? [Story.Test, Story.Supervision] : []);
        Assert.Equal(status, story.Case.Status);
        foreach (var (name, actor) in Actors.Everybody().Append(("the holder", story.Holder)))
        {
            var rows = RecognitionCaseWorkflow.Rules.Rows.Where(r => r.From == status && r.Admits(actor, story.Case.PartyOf(actor))).Select(r => r.Step).ToHashSet();
            Assert.True(rows.IsSupersetOf(story.Case.StepsFor(actor, Story.Now, Story.Ended)), $"{status}: {name}");
        }
    }

    [Theory]
    [InlineData(Status.Draft, CaseMove.NotSent)]
    [InlineData(Status.Submitted, CaseMove.UnitedStates)]
    [InlineData(Status.FileIncomplete, CaseMove.Holder)]
    [InlineData(Status.InformationRequested, CaseMove.Holder)]
    [InlineData(Status.Verification, CaseMove.Japan)]
    [InlineData(Status.SecondReview, CaseMove.UnitedStates)]
    [InlineData(Status.UnderReview, CaseMove.UnitedStates)]
    [InlineData(Status.Declined, CaseMove.Nobody)]
    [InlineData(Status.Granted, CaseMove.Nobody)]
    public void Whose_move_it_is_follows_from_the_status(Status status, CaseMove mover) => Assert.Equal(mover, new Story(status).Case.Mover);

    [Fact]
    public void Administrators_and_auditors_have_no_power_over_a_case()
    {
        var powers = RecognitionCaseWorkflow.Rules.Rows.Select(r => r.Permission).ToHashSet();
        Assert.Empty(Roles.Permissions[Role.Auditor].Union(Roles.Permissions[Role.Administrator]).Intersect(powers));
    }

    [Fact]
    public void A_holder_who_joins_a_desk_later_never_handles_the_own_case()
    {
        var story = new Story(Status.Submitted);
        var joined = story.Officer with { UserId = story.Holder.UserId };
        Assert.Equal(Answer.Forbidden, Attempt.Of(() => story.Case.ConfirmFile(Story.Calendar, joined, Story.Now)));
        Assert.DoesNotContain(Step.ConfirmFile, story.Case.StepsFor(joined, Story.Now));
    }

    [Fact]
    public void What_was_claimed_stays_as_it_was_sent()
    {
        var story = new Story(Status.Submitted);
        story.Held.Correct(new("JP-RISS", "999", new(2025, 4, 1), null), isUsed: false, new(2026, 11, 2), story.Holder);
        Assert.Equal(("第012345号", new DateOnly(2028, 3, 31)), (story.Case.Certifications.Single().Number, story.Case.Certifications.Single().ExpiresOn));
        Attempt.Refused("Cases.Held.InUse", () => story.Held.Correct(new("JP-RISS", "1", new(2025, 4, 1), null), isUsed: true, new(2026, 11, 2), story.Holder));
    }

    [Theory]
    [InlineData(2026, 12, 31, HeldState.Verified)]   // 91 days and more before the last day, 1 April 2027
    [InlineData(2027, 1, 1, HeldState.Expiring)]     // exactly 90 days before
    [InlineData(2027, 4, 1, HeldState.Expiring)]     // the last day itself
    [InlineData(2027, 4, 2, HeldState.Expired)]
    public void Expiring_and_expired_follow_from_the_day(int year, int month, int day, HeldState state)
    {
        var holder = Actors.Candidate();
        var held = HeldCertification.Add(new("CISSP", "1", new(2024, 4, 2), new(2027, 4, 1)), new(2026, 1, 1), holder);
        Assert.Equal(HeldState.Claimed, held.StateOn(new(2026, 12, 31)));
        held.TakeAnswer(true, Story.Now);
        Assert.Equal(state, held.StateOn(new(year, month, day)));
        held.TakeAnswer(false, Story.Now);
        Assert.Equal(HeldState.Suspended, held.StateOn(new(year, month, day)));
    }

    [Fact]
    public void A_correction_takes_back_what_was_confirmed_and_not_that_it_is_suspended()
    {
        var (story, text, today) = (new Story(Status.Draft), new HeldText("JP-RISS", "999", new(2025, 4, 1), null), new DateOnly(2026, 11, 2));
        var held = story.Held;
        held.TakeAnswer(false, Story.Now);
        held.Correct(text, isUsed: false, today, story.Holder);
        Assert.Equal(HeldState.Suspended, held.StateOn(today));
        held.TakeAnswer(true, Story.Now);
        Assert.Equal(HeldState.Verified, held.StateOn(today));
        held.Correct(text, isUsed: false, today, story.Holder);
        Assert.Equal(HeldState.Claimed, held.StateOn(today));
    }

    [Fact]
    public void The_holder_is_asked_once_and_a_second_time_by_a_reviewer_only()
    {
        var story = new Story(Status.InformationRequested);
        story.Case.Answer("同封しました。", Story.Calendar, story.Holder, Story.Now.AddDays(1));
        Attempt.Refused("Cases.Ask.Once", () => story.Case.Ask("?", Story.Calendar, story.Officer, Story.Now.AddDays(2)));
        story.Case.Ask("?", Story.Calendar, story.Reviewer, Story.Now.AddDays(2));
        Assert.True(story.Case.OpenRequest!.IsAgain);
        story.Case.Answer("同封しました。", Story.Calendar, story.Holder, Story.Now.AddDays(3));
        Attempt.Refused("Cases.Ask.Twice", () => story.Case.Ask("?", Story.Calendar, story.Reviewer, Story.Now.AddDays(4)));
    }

    [Fact]
    public void An_adverse_answer_needs_a_second_person()
    {
        var story = new Story(Status.SecondReview);
        var both = story.Officer with { Permissions = story.Officer.Permissions.Union(story.Reviewer.Permissions).ToHashSet() };
        Attempt.Refused("Cases.Opinion.SamePerson", () => story.Case.GiveOpinion(null, "…", both, Story.Now));
        Assert.DoesNotContain(Step.GiveSecondOpinion, story.Case.StepsFor(both, Story.Now));
        Assert.Equal(Answer.Forbidden, Attempt.Of(() => story.Case.GiveOpinion(null, "…", Story.Staff(Role.RecognitionCaseReviewer, Government.Japan), Story.Now)));

        Attempt.Refused("Cases.Check.OtherSection", () => story.Case.GiveOpinion(FailureReason.StandingUnclear, "…", story.Reviewer, Story.Now));
        story.Case.GiveOpinion(FailureReason.StruckOff, "取り消されています。", story.Reviewer, Story.Now);
        Attempt.Refused("Cases.Decide.StandsAgainst", () => story.Case.Grant([], Story.Reason, story.Officer, Story.Now));
        story.Decline();
        Assert.Equal([FailureReason.StruckOff], story.Case.Decision!.Failures);
        Assert.True(story.Case.BarsReapplication);
    }

    [Fact]
    public void What_can_be_cleared_up_is_no_ground_before_the_holder_was_asked()
    {
        var story = new Story(Status.InAssessment);
        Attempt.Refused("Cases.Decide.NoGround", () => story.Decline());
        story.Check(CaseSection.Identity, FailureReason.NameDiffers);
        Attempt.Refused("Cases.Decide.AskFirst", () => story.Decline());
        Attempt.Refused("Cases.Verify.ChecksFirst", story.AskVerification);
        story.Case.Ask("?", Story.Calendar, story.Officer, Story.Now);
        story.Case.Answer("改姓しました。", Story.Calendar, story.Holder, Story.Now);
        story.Decline();
        Assert.Equal([FailureReason.NameDiffers], story.Case.Decision!.Failures);
        Assert.False(story.Case.BarsReapplication);
    }

    [Fact]
    public void A_check_takes_only_reasons_of_its_own_section()
    {
        var story = new Story(Status.InAssessment);
        Attempt.Refused("Cases.Check.OtherSection", () => story.Check(CaseSection.Identity, FailureReason.NotInDate));
    }

    [Fact]
    public void A_review_is_decided_by_somebody_who_took_no_part_and_is_asked_for_once()
    {
        var story = new Story(Status.UnderReview);
        var both = story.Officer with { Permissions = story.AppealOfficer.Permissions };
        Attempt.Refused("Cases.Review.TookPart", () => story.Case.Uphold(Story.Reason, both, Story.Now));
        Assert.Equal(Answer.Forbidden, Attempt.Of(() => story.Case.Uphold(Story.Reason, story.Reviewer, Story.Now)));
        story.Case.Uphold(Story.Reason, story.AppealOfficer, Story.Now);
        Assert.Equal(Status.Declined, story.Case.Status);
        Attempt.Refused("Cases.Review.Once", () => story.Case.AskReview("…", Story.Calendar, story.Holder, Story.Now));
    }

    [Fact]
    public void A_review_can_put_a_grant_in_the_place_of_a_refusal()
    {
        var story = new Story(Status.UnderReview);
        Assert.True(story.Case.Vary([], Story.Reason, story.AppealOfficer, Story.Now));
        Assert.Equal((Status.Granted, CaseOutcome.Granted), (story.Case.Status, story.Case.Decision!.Outcome));
        Assert.Empty(story.Case.Decision.Failures);
    }

    [Theory]
    [InlineData(Status.Draft), InlineData(Status.Submitted), InlineData(Status.InformationRequested), InlineData(Status.Verification), InlineData(Status.Deciding)]
    public void A_request_can_be_withdrawn_until_it_is_decided_and_bars_nothing(Status status)
    {
        var story = new Story(status);
        story.Case.Withdraw(story.Holder, Story.Now);
        Assert.Equal((Status.Withdrawn, false, null), (story.Case.Status, story.Case.BarsReapplication, story.Case.OpenKey));
        Assert.Equal(Answer.Refused, Attempt.Of(() => s_granted.Case.Withdraw(s_granted.Holder, Story.Now)));
    }
}
