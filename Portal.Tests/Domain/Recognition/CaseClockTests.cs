using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;
using Xunit;
using Status = Portal.Application.Recognition.Domain.RecognitionCaseStatus;
using Story = Portal.Tests.Support.RecognitionCaseStory;

namespace Portal.Tests.Domain.Recognition;

/// <summary>Clocks count on the side that owes the act, stand while the holder has the word, and close at an instant that is late itself.</summary>
public sealed class CaseClockTests
{
    // Submitted on Sunday evening in Washington, 1 November: the host's ten working days are 2–6, 9, 10, 12, 13 and 16 November; the 11th is Veterans Day.
    [Fact]
    public void Completeness_is_counted_on_the_hosts_working_days() => Assert.Equal(Eastern(2026, 11, 16), new Story(Status.Submitted).Case.NextBy);

    // Asked on 2 November in Japan: twenty working days without 3 and 23 November end on 2 December, which is a working day in Washington too.
    [Fact]
    public void An_answer_is_due_on_a_working_day_of_both_sides() => Assert.Equal(Tokyo(2026, 12, 2), new Story(Status.InformationRequested).Case.NextBy);

    [Fact]
    public void An_answer_is_never_due_while_the_hosts_desk_is_closed()
    {
        // Twenty working days after 10 November (without the 23rd) are 9 December; were the host closed that day, the next one.
        var closed = new CaseCalendar(CaseRules.Proposed2026, Government.UnitedStates,
            new WorkingCalendar(Government.UnitedStates, new HashSet<DateOnly> { new(2026, 12, 9) }), new WorkingCalendar(Government.Japan, new HashSet<DateOnly> { new(2026, 11, 23) }));
        Assert.Equal(Tokyo(2026, 12, 10), closed.InformationBy(new(2026, 11, 10, 3, 0, 0, TimeSpan.Zero)));
    }

    // Fifteen working days of Japan after 2 November, without 3 and 23 November: 25 November.
    [Fact]
    public void The_source_side_answers_on_its_own_working_days() => Assert.Equal(Tokyo(2026, 11, 25), new Story(Status.Verification).Case.NextBy);

    // Complete on 1 November in Washington: four months later is Monday, 1 March 2027.
    [Fact]
    public void The_decision_is_due_four_months_after_the_file_was_complete() => Assert.Equal(Eastern(2027, 3, 1), new Story(Status.InAssessment).Case.DecisionBy);

    [Theory]
    [InlineData(0, 3, 1)]        // answered at once
    [InlineData(9.5, 3, 11)]     // ten begun days
    [InlineData(10, 3, 11)]
    [InlineData(10.01, 3, 12)]
    [InlineData(12, 3, 15)]      // 13 March is a Saturday
    public void The_clock_stands_while_the_holder_has_the_word(double days, int month, int day)
    {
        var story = new Story(Status.InformationRequested);
        Assert.True(story.Case.IsClockStopped);
        story.Case.Answer("…", Story.Calendar, story.Holder, Story.Now.AddDays(days));
        Assert.Equal(Eastern(2027, month, day), story.Case.DecisionBy);
        Assert.Equal(story.Case.DecisionBy, story.Case.NextBy);
    }

    [Fact]
    public void A_question_before_the_file_is_complete_stops_nothing()
    {
        var story = new Story(Status.FileIncomplete);
        story.Case.Answer("…", Story.Calendar, story.Holder, Story.Now.AddDays(9));
        Assert.Null(story.Case.DecisionBy);
        story.Case.ConfirmFile(Story.Calendar, story.Officer, Story.Now.AddDays(9));
        Assert.Equal(Eastern(2027, 3, 10), story.Case.DecisionBy);
    }

    [Fact]
    public void Exactly_at_the_due_instant_an_answer_is_late_and_the_desk_may_go_on()
    {
        var story = new Story(Status.InformationRequested);
        var due = story.Case.OpenRequest!.DueBy.Instant;
        Attempt.Refused("Cases.Resume.TooEarly", () => story.Case.Resume(Story.Calendar, story.Officer, due.AddTicks(-1)));
        Attempt.Refused("Cases.Answer.TimeOver", () => story.Case.Answer("…", Story.Calendar, story.Holder, due));
        story.Case.Resume(Story.Calendar, story.Officer, due.AddDays(20));
        // Stopped from 2 November 3:00 to 2 December 8:00 UTC, thirty days and a begun one, however late the desk goes on: 1 April 2027.
        Assert.Equal(Eastern(2027, 4, 1), story.Case.DecisionBy);
    }

    // Declined on 1 November in Washington: the 28th day is Sunday, 29 November, so the last day is Monday the 30th.
    [Fact]
    public void A_review_can_be_asked_for_until_the_twenty_eighth_day_and_not_at_its_end()
    {
        var by = Eastern(2026, 11, 30);
        var (early, late) = (new Story(Status.Declined), new Story(Status.Declined));
        Assert.Equal(by, late.Case.ReviewBy);
        early.Case.AskReview("…", Story.Calendar, early.Holder, by.Instant.AddTicks(-1));
        Assert.Equal(Status.UnderReview, early.Case.Status);
        var error = Attempt.Refused("Cases.Review.TooLate", () => late.Case.AskReview("…", Story.Calendar, late.Holder, by.Instant));
        Assert.Equal(by, error.Slots!["By"]);
    }

    // Asked on 1 November in Washington: twenty working days without Veterans Day and Thanksgiving end on 1 December.
    [Fact]
    public void A_review_is_due_on_the_hosts_twentieth_working_day()
    {
        var story = new Story(Status.UnderReview);
        Assert.Equal((Eastern(2026, 12, 1), Eastern(2026, 12, 1).Instant), (story.Case.NextBy, story.Case.DueAt));
        story.Case.Uphold(Story.Reason, story.AppealOfficer, Story.Now);
        Assert.Null(story.Case.NextBy);
    }

    [Fact]
    public void The_source_side_is_given_its_time_before_a_second_person_looks()
    {
        var story = new Story(Status.Verification);
        var due = story.Case.Verification!.DueBy.Instant;
        Attempt.Refused("Cases.Verify.TooEarly", () => story.Case.CloseVerification(story.Officer, due.AddTicks(-1)));
        story.Case.CloseVerification(story.Officer, due);
        Assert.Equal((Status.SecondReview, VerificationAnswer.NoAnswer), (story.Case.Status, story.Case.Verification!.Answer));
    }

    private static Deadline Eastern(int year, int month, int day) => ClosingTime.On(new(year, month, day), PortalZones.UnitedStates);

    private static Deadline Tokyo(int year, int month, int day) => ClosingTime.On(new(year, month, day), PortalZones.Japan);
}
