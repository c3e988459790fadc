using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;
using Xunit;
using Status = Portal.Application.Fellowships.Domain.FellowshipApplicationStatus;
using Step = Portal.Application.Fellowships.Domain.FellowshipApplicationStep;

namespace Portal.Tests.Domain.Fellowships;

/// <summary>Every status × step × person, through the methods that people's clicks reach.</summary>
public sealed class ApplicationWalkTests
{
    private static readonly FellowshipCall Call = TestData.OpenCall(TestData.Now);

    /// <summary>A method may stand for several steps: sending is a submission or a resubmission, by the status.</summary>
    private static readonly (Step[] Steps, Action<ApplicationStory, Actor> Take)[] Moves =
    [
        ([Step.Submit, Step.Resubmit], (s, a) => s.Application.Submit(s.Form, TestData.Catalogue, onTime: true, a, s.Now)),
        ([Step.ReturnForCorrection], (s, a) => s.Application.ReturnForCorrection(Correction(s), s.Form, a, s.Now)),
        ([Step.ScreenIn], (s, a) => s.Application.ScreenIn(a)),
        ([Step.ScreenOut], (s, a) => s.Application.ScreenOut(ScreeningReason.OutOfScope, "", a, s.Now)),
        ([Step.Propose], (s, a) => s.Application.TakeOutcome(AwardOutcome.Offer, null, a)),
        ([Step.PutOnReserve], (s, a) => s.Application.TakeOutcome(AwardOutcome.Reserve, 1, a)),
        ([Step.PassOver], (s, a) => s.Application.TakeOutcome(AwardOutcome.NotProposed, null, a)),
        ([Step.Reconsider], (s, a) => s.Application.Reconsider(a)),
        ([Step.Offer, Step.Announce], (s, a) => s.Application.Release(new Deadline(s.Now.AddDays(14), PortalZones.Japan), a, s.Now)),
        ([Step.Accept], (s, a) => s.Application.AnswerOffer(true, a, s.Now)),
        ([Step.Decline], (s, a) => s.Application.AnswerOffer(false, a, s.Now)),
        ([Step.Lapse], (s, a) => s.Application.Lapse(a, s.Now.AddYears(1))),
        ([Step.Withdraw], (s, a) => s.Application.Withdraw(a)),
    ];

    public static TheoryData<Status, Government> Everywhere => [.. from status in Enum.GetValues<Status>() from side in Governments.Both select (status, side)];

    [Fact]
    public void The_walk_takes_every_step_of_the_table() =>
        Assert.Equal(Enum.GetValues<Step>(), Moves.SelectMany(m => m.Steps).Order());

    [Theory]
    [MemberData(nameof(Everywhere))]
    public void A_step_is_allowed_exactly_when_the_table_says_so_and_has_its_button_then(Status status, Government side)
    {
        foreach (var (name, person) in People())
        {
            var story = TestData.Story(s => s.To(status), Call, side);
            foreach (var (steps, take) in Moves)
            {
                var (actor, before) = (person(story), Shape(story.Application));
                var hasButton = story.Application.StepsFor(actor, story.Now).Any(steps.Contains);

                var answer = Attempt.Of(() => take(story, actor));

                Assert.True(Expected(status, steps, actor, PartyOf(story, actor, side)) == answer, $"{status}, {steps[0]} by {name}: {answer}");
                Assert.True(hasButton == (answer == Answer.Allowed), $"{status}, button {steps[0]} for {name}");
                Assert.True(answer == Answer.Allowed || before == Shape(story.Application), $"{status}, {steps[0]} by {name} changed something");
                story = answer == Answer.Allowed ? TestData.Story(s => s.To(status), Call, side) : story;
            }
        }
    }

    [Fact]
    public void Nobody_handles_the_own_case_after_joining_an_agency()
    {
        var story = TestData.Story(s => s.Submitted());
        var joined = Actors.Officer(Government.Japan) with { UserId = story.Applicant.UserId };
        Assert.Equal(Answer.Forbidden, Attempt.Of(() => story.Application.ScreenIn(joined)));
        Assert.Empty(story.Application.StepsFor(joined, story.Now));
    }

    private static IEnumerable<(string Name, Func<ApplicationStory, Actor> Person)> People() =>
        Actors.Everybody().Select(e => (e.Name, (Func<ApplicationStory, Actor>)(_ => e.Actor))).Prepend(("the applicant", s => s.Applicant));

    /// <summary>Said again here, so that a change of <c>PartyOf</c> shows.</summary>
    private static Party PartyOf(ApplicationStory story, Actor actor, Government side) =>
        actor.UserId == story.Applicant.UserId ? Party.Applicant
        : actor == Actors.Clock ? Party.Clock
        : actor.Agency is not { } agency ? Party.None
        : (agency == side ? Party.SendingAgency : Party.HostAgency) | (agency == Government.Japan ? Party.JapanAgency : Party.UsAgency);

    private static Answer Expected(Status status, Step[] steps, Actor actor, Party party)
    {
        var mine = FellowshipApplicationWorkflow.Rules.Rows
            .Where(r => steps.Contains(r.Step) && actor.Permissions.Contains(r.Permission) && (r.Parties & party) != 0).ToList();
        return mine.Count == 0 ? Answer.Forbidden : mine.Exists(r => r.From == status && !Waits(r)) ? Answer.Allowed : Answer.Refused;
    }

    /// <summary>In the stories a correction still runs; what comes after its end, <see cref="CorrectionTests"/> tell.</summary>
    private static bool Waits(Transition<Status, Step> row) => row is { From: Status.ReturnedForCorrection, Step: Step.ScreenOut };

    private static string Shape(FellowshipApplication a) =>
        string.Join('|', a.Status, a.Events.Count, a.DueAt, a.AnswerBy, a.ReleasedAt, a.ReserveRank, a.Correction, a.ScreenedOutFor, a.OpenKey, a.Submissions.Count, a.IsTouched);

    private static CorrectionRequest Correction(ApplicationStory story) =>
        new(["about.phone"], "直してください。", new Deadline(story.Now.AddDays(7), PortalZones.Japan), story.Application.SendingGovernment);
}
