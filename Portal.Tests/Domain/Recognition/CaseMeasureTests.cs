using Portal.Application.Identity;
using Portal.Application.Recognition;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;
using Xunit;
using Status = Portal.Application.Recognition.Domain.RecognitionCaseStatus;
using Step = Portal.Application.Recognition.Domain.RecognitionCaseStep;
using Story = Portal.Tests.Support.RecognitionCaseStory;

namespace Portal.Tests.Domain.Recognition;

/// <summary>Compensation measures: chosen, fulfilled, not passed.</summary>
public sealed class CaseMeasureTests
{
    private static readonly Condition s_language = new(ConditionKind.Language, null, null, new("日本語", "Japanese"));

    // The day of the decision on the host's calendar: Sunday, 1 November in Washington.
    private static readonly DateOnly s_day = new(2026, 11, 1);

    [Fact]
    public void A_measure_is_chosen_once_and_recognition_stands_when_it_is_fulfilled()
    {
        var story = new Story(Status.AwaitingMeasure, Story.Test, Story.Supervision, new(ConditionKind.Language, null, null, new("日本語", "Japanese")));
        Attempt.Refused("Cases.Measure.NotChosen", () => story.Case.Fulfil(1, "…", story.Officer, Story.Now));
        Attempt.Refused("Cases.Measure.OneEach", () => story.Case.Choose([], story.Holder));
        Attempt.Refused("Cases.Measure.OneEach", () => story.Case.Choose([1, 2], story.Holder));
        Assert.Equal(Answer.Forbidden, Attempt.Of(() => story.Case.Choose([1], story.Officer)));
        story.Case.Choose([2], story.Holder);
        Attempt.Refused("Cases.Measure.NotChosen", () => story.Case.Fulfil(1, "…", story.Officer, Story.Now));
        Assert.False(story.Case.Fulfil(2, "12か月", story.Officer, Story.Now));
        Assert.Equal(Status.AwaitingMeasure, story.Case.Status);
        Assert.True(story.Case.Fulfil(3, "試験", story.Officer, Story.Now));
        Assert.Equal(Status.Granted, story.Case.Status);
    }

    [Fact]
    public void After_a_measure_that_was_not_passed_the_holder_chooses_among_what_is_left()
    {
        var story = new Story(Status.AwaitingMeasure, Story.Test, Story.Supervision, s_language);
        story.Case.Choose([1], story.Holder);
        Assert.False(story.Case.Fulfil(3, "試験", story.Officer, Story.Now));
        Fail(story, 1);
        Assert.Equal((CaseMove.Holder, false), (story.Case.Mover, story.Case.IsMeasureLost));
        Assert.Empty(story.Case.GroundsAt(Story.Now));
        Attempt.Refused("Cases.Decide.NoGround", () => story.Decline());
        Attempt.Refused("Cases.Measure.NotChosen", () => Fail(story, 1));
        Attempt.Refused("Cases.Measure.OneEach", () => story.Case.Choose([1], story.Holder));
        story.Case.Choose([1, 2], story.Holder);
        Assert.Equal([false, true, false], story.Case.Measures.Select(m => m.IsOpen));
        Assert.True(story.Case.Fulfil(2, "12か月", story.Officer, Story.Now));
        Assert.Equal(Status.Granted, story.Case.Status);
    }

    [Fact]
    public void Where_no_alternative_is_left_the_case_can_be_declined_for_it_and_never_granted()
    {
        var story = new Story(Status.AwaitingMeasure, Story.Test, Story.Supervision, s_language);
        story.Case.Choose([1], story.Holder);
        Fail(story, 3);
        Assert.Equal((CaseMove.UnitedStates, true), (story.Case.Mover, story.Case.IsMeasureLost));
        Assert.DoesNotContain(Step.FulfilMeasure, story.Case.StepsFor(story.Officer, Story.Now));
        Attempt.Refused("Cases.Measure.NotChosen", () => story.Case.Fulfil(1, "…", story.Officer, Story.Now));
        story.Decline();
        Assert.Equal([FailureReason.MeasureFailed], story.Case.Decision!.Failures);
        Assert.Equal((Status.Declined, false), (story.Case.Status, story.Case.BarsReapplication));
        story.Case.AskReview("…", Story.Calendar, story.Holder, Story.Now);
        Assert.Equal(Status.UnderReview, story.Case.Status);
    }

    [Fact]
    public void The_last_of_several_alternatives_is_lost_with_the_one_before()
    {
        var story = new Story(Status.AwaitingMeasure, Story.Test, Story.Supervision);
        story.Case.Choose([1], story.Holder);
        Fail(story, 1);
        story.Case.Choose([2], story.Holder);
        Fail(story, 2);
        Assert.True(story.Case.IsMeasureLost);
        Attempt.Refused("Cases.Measure.NoChoice", () => story.Case.Choose([1], story.Holder));
        Assert.Equal([FailureReason.MeasureFailed], story.Case.GroundsAt(Story.Now));
    }

    [Fact]
    public void Who_does_not_go_on_to_another_measure_may_withdraw()
    {
        var story = new Story(Status.AwaitingMeasure, Story.Test, Story.Supervision);
        story.Case.Choose([1], story.Holder);
        Fail(story, 1);
        story.Case.Withdraw(story.Holder, Story.Now);
        Assert.Equal((Status.Withdrawn, CaseMove.Nobody, false), (story.Case.Status, story.Case.Mover, story.Case.BarsReapplication));
    }

    [Theory]
    [InlineData(-1, Answer.Refused)]
    [InlineData(0, Answer.Allowed)]
    [InlineData(2, Answer.Allowed)]
    [InlineData(3, Answer.Refused)]
    public void The_day_lies_between_the_decision_and_today_on_the_hosts_calendar(int days, Answer answer)
    {
        var story = new Story(Status.AwaitingMeasure, s_language);
        // Two days later in Washington, three in Tokyo.
        Assert.Equal(answer, Attempt.Of(() => story.Case.Fail(1, s_day.AddDays(days), Story.Reason, story.Officer, Story.Now.AddHours(49))));
    }

    [Fact]
    public void Only_the_host_records_it_and_only_of_a_measure_that_is_open()
    {
        var story = new Story(Status.AwaitingMeasure, Story.Test, Story.Supervision);
        Assert.DoesNotContain(Step.FailMeasure, story.Case.StepsFor(story.Officer, Story.Now));
        Attempt.Refused("Cases.Measure.NotChosen", () => Fail(story, 1));
        foreach (var other in new[] { story.Holder, story.SourceOfficer, story.Reviewer })
        {
            Assert.Equal(Answer.Forbidden, Attempt.Of(() => story.Case.Fail(1, s_day, Story.Reason, other, Story.Now)));
        }
    }

    [Fact]
    public void What_a_review_has_varied_is_no_ground_again_and_a_later_refusal_has_its_own_review()
    {
        var story = new Story(Status.UnderReview);
        Assert.False(story.Case.Vary([s_language], Story.Reason, story.AppealOfficer, Story.Now));
        Assert.Empty(story.Case.GroundsAt(Story.Now));
        Fail(story, 1);
        story.Decline();
        story.Case.AskReview("…", Story.Calendar, story.Holder, Story.Now);
        Attempt.Refused("Cases.Review.TookPart", () => story.Case.Uphold(Story.Reason, story.AppealOfficer, Story.Now));
        story.Case.Uphold(Story.Reason, Story.Staff(Role.RecognitionAppealOfficer, Government.UnitedStates), Story.Now);
        Assert.Equal(Status.Declined, story.Case.Status);
    }

    [Fact]
    public void The_choice_can_be_changed_until_something_of_its_group_is_judged()
    {
        var story = new Story(Status.AwaitingMeasure, Story.Test, Story.Supervision, s_language);
        story.Case.Choose([1], story.Holder);
        Assert.False(story.Case.Fulfil(3, "試験", story.Officer, Story.Now));
        Assert.Equal((CaseMove.UnitedStates, true), (story.Case.Mover, story.Case.StepsFor(story.Holder, Story.Now).Contains(Step.ChooseMeasure)));
        Attempt.Refused("Cases.Measure.OneEach", () => story.Case.Choose([3], story.Holder));
        story.Case.Choose([2], story.Holder);
        Assert.Equal([false, true, true], story.Case.Measures.Select(m => m.IsChosen));
        Fail(story, 2);
        story.Case.Choose([1], story.Holder);
        Assert.DoesNotContain(Step.ChooseMeasure, story.Case.StepsFor(story.Holder, Story.Now));
        Attempt.Refused("Cases.Measure.NoChoice", () => story.Case.Choose([2], story.Holder));
    }

    [Theory]
    [InlineData(null, "2029-03-31", "2028-11-01")]
    [InlineData(null, "2027-06-01", "2027-06-01")]
    [InlineData("2027-05-03", "2027-06-01", "2027-05-03")]
    [InlineData("2027-06-02", "2027-06-01", null)]
    [InlineData("2026-11-01", "2027-06-01", null)]
    public void Measures_are_due_after_two_years_or_on_the_officers_day_and_never_after_the_decision_has_ended(string? given, string ends, string? due)
    {
        // 5 p.m. of Sunday, 1 November in Washington has passed.
        Deadline Ends() => ClosingTime.On(DateOnly.Parse(ends, null), PortalZones.UnitedStates);
        DateOnly? day = given is null ? null : DateOnly.Parse(given, null);
        if (due is null)
        {
            Attempt.Refused("Cases.Measure.ByWrong", () => Story.Calendar.MeasuresBy(Story.Now, day, 0, Ends()));
            return;
        }

        Assert.Equal(ClosingTime.On(DateOnly.Parse(due, null), PortalZones.UnitedStates), Story.Calendar.MeasuresBy(Story.Now, day, 0, Ends()));
    }

    [Theory]
    [InlineData(12, "2028-11-01")]
    [InlineData(36, "2031-05-01")]
    public void A_long_measure_has_half_its_length_again(int months, string due) => Assert.Equal(
        ClosingTime.On(DateOnly.Parse(due, null), PortalZones.UnitedStates).Instant,
        Story.Calendar.MeasuresBy(Story.Now, null, months, new Deadline(Story.Now.AddYears(9), PortalZones.UnitedStates)).Instant, TimeSpan.FromDays(4));

    [Fact]
    public void A_case_whose_measures_are_late_waits_for_the_host_who_may_still_record_them_or_decline()
    {
        var story = new Story(Status.Deciding);
        var by = Story.Calendar.MeasuresBy(Story.Now, null, 0, new Deadline(Story.Now.AddYears(9), PortalZones.Japan));
        story.Case.Grant([Story.Test, Story.Supervision], Story.Reason, story.Officer, Story.Now, by);
        var holds = new BasisPhase(EquivalencePhase.InForce);
        Assert.Equal((by, CaseMove.Holder), (story.Case.NextBy!.Value, story.Case.MoverAt(holds, by.Instant.AddTicks(-10))));
        Assert.DoesNotContain(FailureReason.MeasureLapsed, story.Case.GroundsAt(by.Instant.AddTicks(-10)));
        Assert.Equal(CaseMove.UnitedStates, story.Case.MoverAt(holds, by.Instant));
        Assert.Contains(FailureReason.MeasureLapsed, story.Case.GroundsAt(by.Instant));
        story.Case.Choose([1], story.Holder);
        Assert.Contains(Step.FulfilMeasure, story.Case.StepsFor(story.Officer, by.Instant));
        story.Decline(by.Instant);
        Assert.Equal((Status.Declined, false), (story.Case.Status, story.Case.BarsReapplication));
    }

    private static void Fail(Story story, int number) => story.Case.Fail(number, s_day, Story.Reason, story.Officer, Story.Now);
}
