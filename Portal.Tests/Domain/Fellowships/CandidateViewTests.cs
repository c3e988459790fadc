using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;
using Xunit;
using Status = Portal.Application.Fellowships.Domain.FellowshipApplicationStatus;

namespace Portal.Tests.Domain.Fellowships;

/// <summary>Until the release nothing that a candidate can see tells the outcome.</summary>
public sealed class CandidateViewTests
{
    private static readonly FellowshipCall Call = TestData.OpenCall(TestData.Now);

    [Theory]
    [InlineData(Status.Proposed)]
    [InlineData(Status.Reserve)]
    [InlineData(Status.NotProposed)]
    public void Before_the_release_every_outcome_looks_like_the_review(Status status) =>
        Assert.Equal(Seen(Status.ScreenedIn), Seen(status));

    [Theory]
    [InlineData(AwardOutcome.Offer, CandidateStatus.Offered)]
    [InlineData(AwardOutcome.Reserve, CandidateStatus.Waitlisted)]
    [InlineData(AwardOutcome.NotProposed, CandidateStatus.NotSelected)]
    public void The_release_tells_each_candidate_the_outcome(AwardOutcome outcome, CandidateStatus told)
    {
        var story = TestData.Story(s => s.Released(outcome), Call);
        Assert.Equal(told, story.Application.CandidateStatus);
        Assert.Equal(story.Now, story.Application.ReleasedAt);
    }

    [Fact]
    public void Every_status_has_a_word_for_the_candidate() => Assert.All(
        from status in Enum.GetValues<Status>() from isReleased in new[] { true, false } select (status, isReleased),
        s => Assert.True(Enum.IsDefined(s.status.ForCandidate(s.isReleased))));

    [Fact]
    public void Every_word_for_the_candidate_is_used() => Assert.Equal(
        Enum.GetValues<CandidateStatus>(),
        Enum.GetValues<Status>().SelectMany(s => new[] { s.ForCandidate(true), s.ForCandidate(false) }).Distinct().Order());

    [Theory]
    [InlineData(AwardOutcome.Reserve)]
    [InlineData(AwardOutcome.NotProposed)]
    public void An_outcome_that_asks_for_no_answer_is_nobodys_move_and_has_no_date(AwardOutcome outcome)
    {
        var application = TestData.Story(s => s.Released(outcome), Call).Application;
        Assert.Equal((Party.None, null, null), (application.WhoMoves, application.DueAt, application.AnswerBy));
    }

    [Fact]
    public void Only_who_still_hopes_can_withdraw_after_the_release()
    {
        Assert.Equal(Answer.Allowed, Withdraw(AwardOutcome.Reserve));
        Assert.Equal(Answer.Refused, Withdraw(AwardOutcome.NotProposed));
        Assert.Equal(Answer.Refused, Withdraw(AwardOutcome.Offer));
    }

    [Fact]
    public void A_withdrawn_candidate_may_start_again()
    {
        Assert.NotNull(TestData.Application().OpenKey);
        Assert.Null(TestData.Application(Status.Withdrawn).OpenKey);
    }

    private static (CandidateStatus, Party, DateTimeOffset?, string) Seen(Status status)
    {
        var story = TestData.Story(s => s.To(status), Call);
        var application = story.Application;
        return (application.CandidateStatus, application.WhoMoves, application.DueAt, string.Join(',', application.StepsFor(story.Applicant, story.Now)));
    }

    private static Answer Withdraw(AwardOutcome outcome)
    {
        var story = TestData.Story(s => s.Released(outcome), Call);
        var answer = Attempt.Of(() => story.Application.Withdraw(story.Applicant));
        return answer;
    }
}
