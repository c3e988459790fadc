using Portal.Application.Fellowships.Domain;
using Portal.Tests.Support;
using Xunit;
using Status = Portal.Application.Fellowships.Domain.FellowshipApplicationStatus;
using Step = Portal.Application.Fellowships.Domain.FellowshipApplicationStep;

namespace Portal.Tests.Domain.Fellowships;

public sealed class OfferTests
{
    private static readonly FellowshipCall Call = TestData.OpenCall(TestData.Now);

    [Theory]
    [InlineData(true, Status.Accepted)]
    [InlineData(false, Status.Declined)]
    public void An_offer_is_answered_once(bool accept, Status status)
    {
        var story = TestData.Story(s => s.Answered(accept), Call);
        Assert.Equal((status, null), (story.Application.Status, story.Application.DueAt));
        Assert.Equal(new OfferAnswered(story.Application.Id, status), story.Application.Events[^1]);
        Attempt.Refused("Fellowships.Application.NotNow", () => story.Application.AnswerOffer(!accept, story.Applicant, story.Now));
    }

    [Theory]
    [InlineData(-1, Answer.Allowed)]
    [InlineData(0, Answer.Refused)]
    [InlineData(1, Answer.Refused)]
    public void An_answer_exactly_at_the_instant_is_late(int seconds, Answer answer)
    {
        var story = TestData.Story(s => s.Offered(), Call);
        var at = story.Application.AnswerBy!.Value.Instant.AddSeconds(seconds);
        Assert.Equal(answer == Answer.Allowed, story.Application.StepsFor(story.Applicant, at).Contains(Step.Accept));
        Assert.Equal(answer, Attempt.Of(() => story.Application.AnswerOffer(true, story.Applicant, at)));
    }

    [Theory]
    [InlineData(-1, Answer.Refused)]
    [InlineData(0, Answer.Allowed)]
    [InlineData(1, Answer.Allowed)]
    public void An_offer_lapses_at_the_instant_and_not_before(int seconds, Answer answer)
    {
        var application = TestData.Story(s => s.Offered(), Call).Application;
        Assert.Equal(answer, Attempt.Of(() => application.Lapse(Actors.Clock, application.AnswerBy!.Value.Instant.AddSeconds(seconds))));
        Assert.Equal(answer == Answer.Allowed ? Status.Lapsed : Status.Offered, application.Status);
    }

    [Fact]
    public void The_clock_never_takes_an_accepted_offer_away()
    {
        var story = TestData.Story(s => s.Answered(true), Call);
        Assert.Equal(Answer.Refused, Attempt.Of(() => story.Application.Lapse(Actors.Clock, story.Now.AddYears(1))));
    }

    [Fact]
    public void A_late_answer_says_that_the_offer_has_lapsed()
    {
        var story = TestData.Story(s => s.Offered(), Call);
        Attempt.Refused("Fellowships.Offer.Lapsed", () => story.Application.AnswerOffer(true, story.Applicant, story.Application.DueAt!.Value));
        Assert.Equal(Answer.Forbidden, Attempt.Of(() => story.Application.AnswerOffer(true, Actors.Stranger(), story.Application.DueAt!.Value)));
    }
}
