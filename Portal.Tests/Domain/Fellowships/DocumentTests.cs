using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;
using Xunit;

namespace Portal.Tests.Domain.Fellowships;

public sealed class DocumentTests
{
    private static readonly FellowshipCall Call = TestData.OpenCall(TestData.Now);

    [Fact]
    public void A_second_curriculum_replaces_the_first_and_only_that()
    {
        var story = TestData.Story(call: Call);
        story.Upload("documents.cv", "old.pdf");
        story.Upload("documents.transcript", "grades.pdf");
        story.Upload("documents.cv", "new.pdf");
        Assert.Equal(["grades.pdf", "new.pdf"], story.Application.Documents.Select(d => d.FileName).Order());
    }

    [Fact]
    public void Other_documents_stand_beside_each_other()
    {
        var story = TestData.Story(call: Call);
        story.Upload("documents.other", "a.pdf");
        story.Upload("documents.other", "b.pdf");
        Assert.Equal(2, story.Application.CurrentDocuments("documents.other").Count());
    }

    [Fact]
    public void The_eleventh_file_is_refused_but_a_replacement_is_not()
    {
        var story = TestData.Story(call: Call);
        story.Upload("documents.cv");
        for (var i = 1; i < ApplicationForm.MaxFiles; i++)
        {
            story.Upload("documents.other");
        }

        var error = Attempt.Refused("Fellowships.Documents.TooMany", () => story.Upload("documents.other"));
        Assert.Equal(10, error.Slots!["Max"]);
        story.Upload("documents.cv", "new.pdf");
        Assert.Equal(10, story.Application.CurrentDocuments().Count());
    }

    [Fact]
    public void Before_the_submission_a_removed_file_is_gone()
    {
        var story = TestData.Story(call: Call);
        Remove(story, story.Upload("documents.cv"));
        Assert.Empty(story.Application.Documents);
    }

    [Fact]
    public void After_the_submission_a_removed_file_is_kept_for_what_was_sent()
    {
        var story = TestData.Story(s => s.ReturnedForCorrection("documents.cv"), Call);
        story.Wait(TimeSpan.FromMinutes(1));
        var sent = story.Application.CurrentDocuments("documents.cv").Single();
        story.Upload("documents.cv", "new.pdf");
        Assert.Equal(story.Now, sent.RemovedAt);
        Assert.Contains(sent, story.Application.Documents);
        Assert.Equal("new.pdf", story.Application.CurrentDocuments("documents.cv").Single().FileName);
    }

    [Fact]
    public void A_file_swapped_within_a_correction_was_never_sent_and_is_not_kept()
    {
        var story = TestData.Story(s => s.ReturnedForCorrection("documents.cv"), Call);
        story.Wait(TimeSpan.FromMinutes(1));
        var wrong = story.Upload("documents.cv", "somebody-elses-passport.pdf");
        story.Upload("documents.cv", "right.pdf");
        Assert.DoesNotContain(wrong, story.Application.Documents);
    }

    [Fact]
    public void In_a_correction_only_a_named_file_is_replaced_or_removed()
    {
        var story = TestData.Story(s => s.ReturnedForCorrection("documents.cv"), Call);
        Attempt.Refused("Fellowships.Correction.FieldNotNamed", () => story.Upload("documents.transcript"));
        var transcript = story.Application.CurrentDocuments("documents.transcript").Single();
        Attempt.Refused("Fellowships.Correction.FieldNotNamed", () => Remove(story, transcript));
    }

    [Fact]
    public void A_file_of_another_application_does_not_exist_here()
    {
        var foreign = TestData.Story(call: Call).Upload("documents.cv");
        Assert.Throws<NotFoundException>(() => Remove(TestData.Story(call: Call), foreign));
    }

    [Fact]
    public void A_question_may_be_answered_by_one_file()
    {
        var story = TestData.Story(call: Call);
        var key = $"question.{Call.Content.Questions.First(q => q.Kind == QuestionKind.File).Id:N}";
        story.Upload(key, "one.pdf");
        var document = story.Upload(key, "two.pdf");
        Assert.Equal(document, story.Application.CurrentDocuments(key).Single());
        Assert.NotNull(story.Application.Section(ApplicationSectionKind.OwnQuestions));
        Remove(story, document);
        Assert.Empty(story.Application.Documents);
    }

    private static void Remove(ApplicationStory story, ApplicationDocument document) =>
        story.Application.RemoveDocument(document.Id, onTime: true, story.Applicant, story.Now);
}
