using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;
using Xunit;
using Section = Portal.Application.Fellowships.Domain.ApplicationSectionKind;

namespace Portal.Tests.Domain.Fellowships;

public sealed class CorrectionTests
{
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(5);
    private static readonly FellowshipCall Call = TestData.OpenCall(TestData.Now);

    [Fact]
    public void Only_the_named_field_opens()
    {
        var story = Returned("about.phone");
        var answers = story.Application.AnswersOf(Section.AboutYou);
        story.Save(Section.AboutYou, answers.With("about.phone", "06-1234-5678"));
        var error = Attempt.Refused("Fellowships.Correction.FieldNotNamed", () => story.Save(Section.AboutYou, answers.With("about.knownAs", "K")));
        Assert.Equal("about.knownAs", error.Field);
        Attempt.Refused("Fellowships.Correction.FieldNotNamed", () => story.Save(Section.AboutYou, Answers.Empty));
        Attempt.Refused("Fellowships.Correction.FieldNotNamed", () => story.Save(Section.ResearchPlan, Answers.Empty));
    }

    [Fact]
    public void A_named_entry_of_a_group_opens_all_its_fields_and_no_other_entry()
    {
        var story = Returned("education.1");
        Assert.True(story.Application.IsOpenForChange("education.1.school"));
        Assert.True(story.Application.IsOpenForChange("education.1.to"));
        Assert.False(story.Application.IsOpenForChange("education.10.school"));
        Assert.False(story.Application.IsOpenForChange("education.2.school"));
        Assert.False(story.Application.IsOpenForChange("about.phone"));
        story.Save(Section.EducationAndWork, story.Application.AnswersOf(Section.EducationAndWork).With("education.1.to", "2016-3"));
    }

    [Theory]
    [InlineData("about")]
    [InlineData("education")]
    [InlineData("education.0")]
    [InlineData("education.6")]
    [InlineData("education.01")]
    [InlineData("education.1.nothing")]
    [InlineData("education.x.school")]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("question.00000000000000000000000000000000")]
    public void Only_fields_and_entries_of_the_form_can_be_named(string key)
    {
        var story = TestData.Story(s => s.Submitted(), Call);
        Attempt.Refused("Fellowships.Screen.FieldsMissing", () => story.ReturnedForCorrection(key));
        Assert.Equal(FellowshipApplicationStatus.Submitted, story.Application.Status);
    }

    [Fact]
    public void At_least_one_field_is_named() =>
        Attempt.Refused("Fellowships.Screen.FieldsMissing", () => TestData.Story(s => s.ReturnedForCorrection(), Call));

    [Fact]
    public void A_page_with_only_the_open_fields_leaves_the_others_as_they_are()
    {
        var story = Returned("about.phone");
        var before = story.Application.AnswersOf(Section.AboutYou);
        var merged = story.Application.Merge(Section.AboutYou, Answers.Empty.With("about.phone", "06-1234-5678").With("about.knownAs", "ignored"));
        Assert.Equal(before.With("about.phone", "06-1234-5678"), merged);
        Assert.Equal(before.With("about.phone", ""), story.Application.Merge(Section.AboutYou, Answers.Empty));
    }

    [Fact]
    public void In_a_draft_a_page_replaces_its_section()
    {
        var story = TestData.Story(s => s.Completed(), Call);
        Assert.Equal(Answers.Empty, story.Application.Merge(Section.AboutYou, Answers.Empty));
    }

    [Fact]
    public void The_earlier_submission_stays_as_it_was_sent()
    {
        var story = Returned("about.phone");
        var first = story.Application.Submissions[0].Content;
        story.Save(Section.AboutYou, story.Application.AnswersOf(Section.AboutYou).With("about.phone", "06-1234-5678"));
        var second = story.Send();
        Assert.Equal(2, second.Number);
        Assert.Contains("06-1234-5678", second.Content);
        Assert.Equal(first, story.Application.Submissions[0].Content);
        Assert.DoesNotContain("06-1234-5678", first);
        Assert.Null(story.Application.Correction);
        Assert.Equal(new ApplicationSubmitted(story.Application.Id, 2), story.Application.Events[^1]);
    }

    [Theory]
    [InlineData(-1, -1, true)]
    [InlineData(0, 0, false)]
    [InlineData(-1, 299, true)]
    [InlineData(-1, 300, false)]
    [InlineData(1, 1, false)]
    public void A_correction_is_due_by_its_own_instant_even_after_the_call_has_closed(int begun, int now, bool isOnTime)
    {
        var application = Returned("about.phone").Application;
        var due = application.DueAt!.Value;
        var closed = TestData.ApprovedCall(Call.Content with { ClosesAt = new Deadline(due.AddDays(-1), PortalZones.Japan) });
        Assert.Equal(isOnTime, application.IsOnTime(closed, due.AddSeconds(begun), due.AddSeconds(now), Grace));
    }

    [Fact]
    public void A_late_correction_is_refused_with_its_own_words()
    {
        var story = Returned("about.phone");
        Attempt.Refused("Fellowships.Correction.TimeOver", () =>
            story.Application.Submit(story.Form, TestData.Catalogue, onTime: false, story.Applicant, story.Now));
    }

    [Fact]
    public void A_due_time_in_the_past_is_refused()
    {
        var story = TestData.Story(s => s.Submitted(), Call);
        var request = new CorrectionRequest(["about.phone"], "", new Deadline(story.Now, PortalZones.Japan), Government.Japan);
        Attempt.Refused("Fellowships.Screen.DuePassed", () => story.Application.ReturnForCorrection(request, story.Form, story.Officer, story.Now));
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    public void A_running_correction_is_not_screened_out_before_its_due_instant(int seconds, bool isAllowed)
    {
        var story = Returned("about.phone");
        var (application, now) = (story.Application, story.Application.DueAt!.Value.AddSeconds(seconds));
        Assert.Equal(isAllowed, application.StepsFor(story.Officer, now).Contains(FellowshipApplicationStep.ScreenOut));
        if (isAllowed)
        {
            ScreenOut(story, now);
            Assert.Equal(FellowshipApplicationStatus.ScreenedOut, application.Status);
        }
        else
        {
            Attempt.Refused("Fellowships.ScreenOut.CorrectionRuns", () => ScreenOut(story, now));
            Assert.Equal((FellowshipApplicationStatus.ReturnedForCorrection, null), (application.Status, application.ScreenedOutFor));
        }
    }

    [Fact]
    public void Screening_out_closes_the_correction()
    {
        var story = Returned("about.phone");
        ScreenOut(story, story.Application.DueAt!.Value);
        Assert.Equal((ScreeningReason.NotCorrected, null, null), (story.Application.ScreenedOutFor, story.Application.Correction, story.Application.DueAt));
    }

    private static void ScreenOut(ApplicationStory story, DateTimeOffset now) =>
        story.Application.ScreenOut(ScreeningReason.NotCorrected, "期限までに直りませんでした。", story.Officer, now);

    private static ApplicationStory Returned(params string[] keys) => TestData.Story(s => s.ReturnedForCorrection(keys), Call);
}
