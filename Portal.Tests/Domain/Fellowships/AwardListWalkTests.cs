using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;
using Xunit;
using Status = Portal.Application.Fellowships.Domain.AwardListStatus;
using Step = Portal.Application.Fellowships.Domain.AwardListStep;

namespace Portal.Tests.Domain.Fellowships;

public sealed class AwardListWalkTests
{
    public static TheoryData<Status, Step> Everywhere => [.. from status in Enum.GetValues<Status>() from step in Enum.GetValues<Step>() select (status, step)];

    [Theory]
    [MemberData(nameof(Everywhere))]
    public void A_step_is_allowed_exactly_when_the_table_says_so(Status status, Step step)
    {
        foreach (var (name, actor) in Actors.Everybody())
        {
            var story = TestData.AwardList(status);
            var before = Shape(story);
            var shown = story.List.StepsFor(actor).Contains(step);

            var answer = Attempt.Of(() => Take(story, step, actor));

            Assert.True(Expected(status, step, actor) == answer, $"{status}, {step} by {name}: {answer}");
            Assert.True(shown == (answer == Answer.Allowed), $"{status}, button {step} for {name}");
            if (answer != Answer.Allowed)
            {
                Assert.Equal(before, Shape(story));
            }
        }
    }

    [Fact]
    public void Only_an_officer_of_either_government_starts_a_list()
    {
        var call = TestData.OpenCall(TestData.Now);
        var after = call.ClosesAt;
        Assert.All(Actors.Everybody(), p => Assert.Equal(
            p.Actor.Has(Permission.DraftAwardList) ? Answer.Allowed : Answer.Forbidden,
            Attempt.Of(() => AwardList.Draft(call, [], p.Actor, after))));
    }

    private static Answer Expected(Status status, Step step, Actor actor)
    {
        var mine = AwardListWorkflow.Rules.Rows.Where(r => r.Step == step && actor.Agency is not null && actor.Permissions.Contains(r.Permission)).ToList();
        return mine.Count == 0 ? Answer.Forbidden : mine.Exists(r => r.From == status) ? Answer.Allowed : Answer.Refused;
    }

    private static string Shape(AwardListStory story) => string.Join('|',
        story.List.Status, story.List.Events.Count, story.List.Signatures.Count, story.List.AnswerBy, story.List.ReturnReason, story.List.ContentHash,
        story.List.IsTouched, string.Join(',', story.Cases.Select(c => $"{c.Status} {c.ReserveRank} {c.Events.Count}")));

    private static void Take(AwardListStory story, Step step, Actor actor)
    {
        var list = story.List;
        switch (step)
        {
            case Step.Edit: list.Edit(list.Entries, 2, actor); break;
            case Step.Propose: list.Propose(story.Cases, 2, actor); break;
            case Step.Agree: list.Agree(list.ContentHash, actor, story.Now); break;
            case Step.Return: list.Return("見直してください。", story.Cases, actor); break;
            case Step.Stage: list.Stage(new Deadline(story.Now.AddDays(20), PortalZones.Japan), actor, story.Now); break;
            default: list.Release(story.ReleaseHash, story.Cases, actor, story.Now); break;
        }
    }
}
