using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;
using Xunit;
using Section = Portal.Application.Fellowships.Domain.ApplicationSectionKind;

namespace Portal.Tests.Domain.Fellowships;

public sealed class SubmissionTests
{
    private static readonly FellowshipCall Call = TestData.OpenCall(TestData.Now);

    [Fact]
    public void A_submission_keeps_exactly_what_was_sent_with_its_hash()
    {
        var story = TestData.Story(s => s.Completed(), Call);
        var sent = story.Send();
        Assert.Equal((1, Sha256.Of(sent.Content), story.Now), (sent.Number, sent.Hash, sent.At));
        Assert.Contains(story.Application.Number, sent.Content);
        Assert.Contains(story.Application.Documents[0].Sha256, sent.Content);
        Assert.Equal(new ApplicationSubmitted(story.Application.Id, 1), story.Application.Events[^1]);
        Assert.True(story.Application.IsOnRecord);
    }

    [Theory]
    [InlineData("髙﨑葛\U000E0100")]
    [InlineData("\uFA19")] // 神 in its compatibility shape
    public void The_kept_text_has_the_characters_of_the_name_as_typed(string name)
    {
        var story = TestData.Story(s => s.Completed(), Call);
        story.Save(Section.AboutYou, story.Application.AnswersOf(Section.AboutYou).With("about.nativeFamily", name));
        Assert.Contains($"\"about.nativeFamily\":\"{name}\"", story.Send().Content, StringComparison.Ordinal);
        Assert.StartsWith(name, story.Application.NameJa, StringComparison.Ordinal);
    }

    [Fact]
    public void The_hash_changes_with_any_answer_and_any_file_and_only_then()
    {
        var story = TestData.Story(s => s.Submitted(), Call);
        string[] keys = ["about.phone", "plan.title", "documents.cv"];
        story.ReturnedForCorrection(keys);
        Assert.Equal(story.Application.Submissions[0].Hash, story.Send().Hash);

        story.ReturnedForCorrection(keys);
        story.Save(Section.ResearchPlan, story.Application.AnswersOf(Section.ResearchPlan).With("plan.title", "別の題"));
        var changed = story.Send().Hash;
        Assert.NotEqual(story.Application.Submissions[0].Hash, changed);

        story.ReturnedForCorrection(keys);
        story.Upload("documents.cv");
        Assert.NotEqual(changed, story.Send().Hash);
        Assert.Equal([1, 2, 3, 4], story.Application.Submissions.Select(s => s.Number));
    }

    [Fact]
    public void Sending_twice_is_refused()
    {
        var story = TestData.Story(s => s.Submitted(), Call);
        Attempt.Refused("Fellowships.Application.NotNow", () => story.Send());
        Assert.Single(story.Application.Submissions);
    }

    [Fact]
    public void Missing_answers_and_files_keep_it_from_being_sent_and_nothing_moves()
    {
        var story = TestData.Story(call: Call);
        Attempt.Refused("Fellowships.Submit.NotComplete", () => story.Send());
        Assert.Equal(FellowshipApplicationStatus.Draft, story.Application.Status);
        Assert.Empty(story.Application.Events);

        var problems = story.Application.Problems(story.Form, TestData.Catalogue);
        Assert.Contains(problems, p => p is { Code: "Fellowships.Answer.Missing", Field: "about.nativeFamily" });
        Assert.Contains(problems, p => p is { Code: "Fellowships.Answer.MustTick", Field: "consent.privacy" });
        Assert.Contains(problems, p => p is { Code: "Fellowships.Answer.Missing", Field: "education.1.school" });
        Assert.Contains(problems, p => p is { Code: "Fellowships.Answer.FileMissing", Field: "documents.cv" });
    }

    [Fact]
    public void A_complete_draft_has_no_problems_on_either_side() => Assert.All(Governments.Both, side =>
    {
        var story = TestData.Story(s => s.Completed(), Call, side);
        Assert.Empty(story.Application.Problems(story.Form, TestData.Catalogue));
    });

    [Fact]
    public void A_save_that_races_with_the_submission_loses()
    {
        var story = TestData.Story(s => s.Completed(), Call);
        var before = story.Application.Sections.Select(s => s.Version).ToList();
        story.Send();
        Assert.All(story.Application.Sections.Zip(before), s => Assert.True(s.First.Version > s.Second));
    }

    [Fact]
    public void Lists_find_and_sort_the_names_as_sent()
    {
        var application = TestData.Application(s => s.Submitted());
        Assert.Equal("髙﨑 葛\U000E0100葉", application.NameJa);
        Assert.Equal("Kazuha TAKASAKI", application.NameEn);
        Assert.StartsWith("タカサキ", application.SortJa);
        Assert.Contains(SearchKey.Fold("高崎"), application.SearchText);
        Assert.Contains(SearchKey.Fold("kazuha takasaki"), application.SearchText);
    }

    [Fact]
    public void The_longest_readings_make_a_key_that_every_index_holds()
    {
        var story = TestData.Story(s => s.Completed(), Call);
        var name = new string('ア', 100);
        story.Save(Section.AboutYou, story.Application.AnswersOf(Section.AboutYou).With("about.kanaFamily", name).With("about.kanaGiven", name));
        story.Send();
        Assert.Equal(FellowshipApplication.MaxSortKey, story.Application.SortJa.Length);
    }
}
