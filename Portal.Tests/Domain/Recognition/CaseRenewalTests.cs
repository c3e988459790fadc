using Portal.Application.Recognition;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;
using Xunit;
using Status = Portal.Application.Recognition.Domain.RecognitionCaseStatus;
using Step = Portal.Application.Recognition.Domain.RecognitionCaseStep;
using Story = Portal.Tests.Support.RecognitionCaseStory;

namespace Portal.Tests.Domain.Recognition;

/// <summary>A certificate that is renewed while the case runs.</summary>
public sealed class CaseRenewalTests
{
    private static readonly DateOnly s_until = new(2031, 3, 31);

    [Theory]
    [InlineData(Status.Submitted, Status.Submitted)]
    [InlineData(Status.FileIncomplete, Status.FileIncomplete)]
    [InlineData(Status.InAssessment, Status.InAssessment)]
    [InlineData(Status.InformationRequested, Status.InformationRequested)]
    [InlineData(Status.Verification, Status.InAssessment)]
    [InlineData(Status.Deciding, Status.InAssessment)]
    public void Certificate_and_validity_are_checked_again_and_the_issuer_is_asked_again(Status from, Status to)
    {
        var story = new Story(from);
        story.Case.Renew([story.Held, Paper(story, s_until)], _ => HeldState.Claimed, story.Holder, Story.Now.AddDays(1));
        Assert.Equal((to, s_until, Story.Now.AddDays(1)), (story.Case.Status, Assert.Single(story.Case.Certifications).ExpiresOn!.Value, story.Case.RenewedAt!.Value));
        Assert.DoesNotContain(story.Case.Checks, c => c.Section is CaseSection.Certificate or CaseSection.Currency);
        Assert.Null(story.Case.Verification);
        Assert.Equal(story.Case.DecisionBy is not null && to == Status.InAssessment, story.Case.NextBy == story.Case.DecisionBy && to == Status.InAssessment);
    }

    [Theory]
    [InlineData(Status.AwaitingMeasure)]
    [InlineData(Status.Granted)]
    [InlineData(Status.Declined)]
    [InlineData(Status.UnderReview)]
    [InlineData(Status.Withdrawn)]
    public void What_is_decided_or_over_takes_none(Status status)
    {
        var story = status == Status.AwaitingMeasure ? new Story(status, Story.Test) : new Story(status);
        Assert.Equal(Answer.Refused, Attempt.Of(() => story.Case.Renew([Paper(story, s_until)], _ => HeldState.Claimed, story.Holder, Story.Now)));
        Assert.DoesNotContain(Step.Renew, story.Case.StepsFor(story.Holder, Story.Now));
    }

    [Fact]
    public void Only_another_paper_of_the_same_certification_that_lasts_longer_renews_it()
    {
        var story = new Story(Status.InAssessment);
        foreach (var other in new[] { story.Held, Paper(story, new(2027, 3, 31)), Paper(story, s_until, "JP-SC") })
        {
            Attempt.Refused("Cases.Renew.Nothing", () => story.Case.Renew([other], _ => HeldState.Claimed, story.Holder, Story.Now));
        }

        Attempt.Refused("Cases.Submit.NotInDate", () => story.Case.Renew([Paper(story, s_until)], _ => HeldState.Suspended, story.Holder, Story.Now));
        Attempt.Refused("Cases.Submit.NoFile", () => story.Case.Renew([Paper(story, s_until, hasFile: false)], _ => HeldState.Claimed, story.Holder, Story.Now));
        Assert.Equal(Answer.Forbidden, Attempt.Of(() => story.Case.Renew([Paper(story, s_until)], _ => HeldState.Claimed, story.Officer, Story.Now)));
    }

    [Fact]
    public void What_a_second_person_found_is_not_undone_by_a_renewal()
    {
        var story = new Story(Status.SecondReview);
        story.Case.GiveOpinion(FailureReason.StruckOff, "…", story.Reviewer, Story.Now);
        Attempt.Refused("Cases.Renew.StandsAgainst", () => story.Case.Renew([Paper(story, s_until)], _ => HeldState.Claimed, story.Holder, Story.Now));
        Assert.DoesNotContain(Step.Renew, story.Case.StepsFor(story.Holder, Story.Now));
    }

    [Fact]
    public void An_adverse_answer_waits_for_its_second_opinion_and_a_forgery_is_not_undone_by_a_renewal()
    {
        var asked = new Story(Status.SecondReview);
        var forged = new Story(Status.InAssessment);
        forged.Check(CaseSection.Certificate, FailureReason.CertificateForged);
        foreach (var story in new[] { asked, forged })
        {
            Attempt.Refused("Cases.Renew.StandsAgainst", () => story.Case.Renew([Paper(story, s_until)], _ => HeldState.Claimed, story.Holder, Story.Now));
            Assert.DoesNotContain(Step.Renew, story.Case.StepsFor(story.Holder, Story.Now));
        }
    }

    private static HeldCertification Paper(Story story, DateOnly until, string certification = "JP-RISS", bool hasFile = true)
    {
        var paper = HeldCertification.Add(new(certification, "第012345号", new(2025, 4, 1), until), new(2026, 11, 2), story.Holder);
        if (hasFile)
        {
            paper.AddFile("renewed.pdf", FileKind.Pdf, new StoredFile("renewed", 100, new string('b', 64)), false, story.Holder, Story.Now);
        }

        return paper;
    }
}
