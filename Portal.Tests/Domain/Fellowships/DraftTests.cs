using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;
using Xunit;
using Section = Portal.Application.Fellowships.Domain.ApplicationSectionKind;

namespace Portal.Tests.Domain.Fellowships;

public sealed class DraftTests
{
    private static readonly FellowshipCall Call = TestData.OpenCall(TestData.Now);
    private static readonly Answers Typed = Answers.Empty.With("about.phone", "03-1234-5678");

    [Fact]
    public void A_start_takes_the_declared_side_and_its_counterpart()
    {
        var application = TestData.Story(side: Government.UnitedStates).Application;
        Assert.Equal((Government.UnitedStates, Government.Japan), (application.SendingGovernment, application.HostGovernment));
        Assert.Matches("^CF27-[0-9]{6}$", application.Number);
        Assert.False(application.IsOnRecord);
    }

    [Theory]
    [InlineData(-1, Answer.Refused)]
    [InlineData(0, Answer.Allowed)]
    public void A_start_needs_an_open_call(int seconds, Answer answer) => Assert.Equal(answer, Attempt.Of(() =>
        FellowshipApplication.Start(Call, Government.Japan, 1, Actors.Candidate(), Call.Content.OpensAt.Instant.AddSeconds(seconds))));

    [Fact]
    public void A_call_takes_only_the_sides_of_its_direction()
    {
        var call = TestData.OpenCall(TestData.Now, c => c with { Direction = CallDirection.JapanToUnitedStates });
        Attempt.Refused("Fellowships.Start.SideNotTaken", () => TestData.Story(call: call, side: Government.UnitedStates));
        Assert.Equal(Government.Japan, TestData.Story(call: call).Application.SendingGovernment);
    }

    [Fact]
    public void Only_a_candidate_starts() => Assert.All(Actors.Everybody(), p => Assert.Equal(
        p.Name == "a stranger" ? Answer.Allowed : Answer.Forbidden,
        Attempt.Of(() => FellowshipApplication.Start(Call, Government.Japan, 1, p.Actor, TestData.Now))));

    [Fact]
    public void Any_content_may_be_saved_in_a_draft()
    {
        var story = TestData.Story(call: Call);
        var nonsense = Answers.Empty.With("about.birthDate", "2024-2-30").With("about.latinFamily", "髙﨑");
        Assert.Equal(nonsense, story.Save(Section.AboutYou, nonsense).Answers);
    }

    [Fact]
    public void A_section_saved_by_another_tab_is_not_overwritten()
    {
        var story = TestData.Story(call: Call);
        story.Save(Section.AboutYou, Typed).RaiseVersion(); // as the save does
        Assert.Throws<StaleException>(() => story.Application.SaveSection(Section.AboutYou, Answers.Empty, 0, false, true, story.Applicant, story.Now));
        Assert.Equal(Typed, story.Application.AnswersOf(Section.AboutYou));

        story.Application.SaveSection(Section.AboutYou, Answers.Empty, 1, false, true, story.Applicant, story.Now);
        Assert.True(story.Application.AnswersOf(Section.AboutYou).IsEmpty);
    }

    [Fact]
    public void Two_tabs_on_two_sections_do_not_disturb_each_other()
    {
        var story = TestData.Story(call: Call);
        story.Save(Section.AboutYou, Typed).RaiseVersion();
        story.Application.SaveSection(Section.ResearchPlan, Answers.Empty.With("plan.title", "題"), 0, false, true, story.Applicant, story.Now);
        Assert.Equal(Typed, story.Application.AnswersOf(Section.AboutYou));
    }

    [Fact]
    public void A_section_checked_once_stays_checked_through_later_autosaves()
    {
        var story = TestData.Story(call: Call);
        story.Application.SaveSection(Section.AboutYou, Typed, 0, check: true, true, story.Applicant, story.Now);
        Assert.True(story.Save(Section.AboutYou, Answers.Empty).IsChecked);
    }

    [Fact]
    public void A_draft_holds_much_but_not_without_end()
    {
        var story = TestData.Story(call: Call);
        story.Save(Section.ResearchPlan, Answers.Empty.With("plan.summary", new string('あ', ApplicationSection.MaxSize - 12)));
        Attempt.Refused("Fellowships.Section.TooLarge", () =>
            story.Save(Section.ResearchPlan, Answers.Empty.With("plan.summary", new string('あ', ApplicationSection.MaxSize))));
    }

    [Fact]
    public void Nobody_else_types_into_an_application() => Assert.All(Actors.Everybody(), p =>
    {
        var story = TestData.Story(call: Call);
        Assert.False(story.Application.CanEdit(p.Actor));
        Assert.Equal(Answer.Forbidden, Attempt.Of(() => story.Application.SaveSection(Section.AboutYou, Typed, 0, false, true, p.Actor, story.Now)));
    });

    [Theory]
    [InlineData(FellowshipApplicationStatus.Draft, true)]
    [InlineData(FellowshipApplicationStatus.ReturnedForCorrection, true)]
    [InlineData(FellowshipApplicationStatus.Submitted, false)]
    [InlineData(FellowshipApplicationStatus.ScreenedIn, false)]
    [InlineData(FellowshipApplicationStatus.Withdrawn, false)]
    public void What_was_sent_is_not_typed_into(FellowshipApplicationStatus status, bool canEdit)
    {
        var story = TestData.Story(s => s.To(status), Call);
        Assert.Equal(canEdit, story.Application.CanEdit(story.Applicant));
        if (!canEdit)
        {
            Attempt.Refused("Fellowships.Application.NotNow", () => story.Save(Section.AboutYou, Typed));
        }
    }

    [Fact]
    public void After_the_closing_a_draft_can_be_read_and_not_changed()
    {
        var story = TestData.Story(s => s.Completed(), Call);
        Attempt.Refused("Fellowships.Application.Closed", () =>
            story.Application.SaveSection(Section.AboutYou, Typed, 0, false, onTime: false, story.Applicant, story.Now));
        Attempt.Refused("Fellowships.Application.Closed", () =>
            story.Application.Submit(story.Form, TestData.Catalogue, onTime: false, story.Applicant, story.Now));
        Assert.False(story.Application.AnswersOf(Section.AboutYou).IsEmpty);
    }

    [Fact]
    public void A_draft_is_seen_by_its_candidate_alone_and_a_submission_by_both_desks()
    {
        var (draft, sent) = (TestData.Story(call: Call), TestData.Story(s => s.Submitted(), Call));
        Assert.True(FellowshipApplication.VisibleTo(draft.Applicant).Compile()(draft.Application));
        Assert.False(FellowshipApplication.VisibleTo(draft.Applicant).Compile()(sent.Application));
        Assert.All(Actors.Everybody(), p =>
        {
            var sees = FellowshipApplication.VisibleTo(p.Actor).Compile();
            Assert.False(sees(draft.Application), p.Name);
            Assert.Equal(p.Actor.Has(Permission.ReadFellowshipCases), sees(sent.Application));
        });
    }
}
