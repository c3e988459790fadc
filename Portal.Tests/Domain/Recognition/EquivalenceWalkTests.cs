using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;
using Xunit;
using Status = Portal.Application.Recognition.Domain.EquivalenceStatus;
using Step = Portal.Application.Recognition.Domain.EquivalenceStep;

namespace Portal.Tests.Domain.Recognition;

public sealed class EquivalenceWalkTests
{
    public static TheoryData<Status, Step> Everywhere =>
        [.. from status in Enum.GetValues<Status>() from step in Enum.GetValues<Step>() where step != Step.Propose select (status, step)];

    [Theory]
    [MemberData(nameof(Everywhere))]
    public void A_step_is_allowed_exactly_when_the_table_says_so(Status status, Step step)
    {
        foreach (var (name, actor) in Actors.Everybody())
        {
            var story = new EquivalenceStory(status);
            if (status == Status.Review && step == Step.CloseReview)
            {
                Array.ForEach([.. story.Reviewers], r => story.Rate(story.Version, r, 4, 3, 0));
            }

            if (status == Status.Adjudication && step == Step.Draft)
            {
                Array.ForEach([.. story.Version.Agreement!.ToAdjudicate], s => story.Version.Adjudicate(s, 0.8m, "確かめました。", story.Adjudicator));
            }

            var before = Shape(story);
            var shown = story.Version.StepsFor(actor).Contains(step);

            var answer = Attempt.Of(() => Take(story, step, actor));

            Assert.True(Expected(status, step, actor) == answer, $"{status}, {step} by {name}: {answer}");
            // No button: it follows from the withdrawal of evidence.
            Assert.True(step == Step.LoseEvidence || shown == (answer == Answer.Allowed), $"{status}, button {step} for {name}");
            if (answer != Answer.Allowed)
            {
                Assert.Equal(before, Shape(story));
            }
        }
    }

    [Fact]
    public void Only_a_recognition_officer_of_either_government_proposes() => Assert.All(Actors.Everybody(), p => Assert.Equal(
        p.Actor.Has(Permission.ProposeEquivalence) ? Answer.Allowed : Answer.Forbidden,
        Attempt.Of(() => Equivalence.Between("EQ-000002", EquivalenceSource.Of("JP-SC"), Government.Japan, EquivalenceStory.Target, p.Actor))));

    private static Answer Expected(Status status, Step step, Actor actor)
    {
        var mine = EquivalenceWorkflow.Rules.Rows.Where(r => r.Step == step && actor.Agency is not null && actor.Permissions.Contains(r.Permission)).ToList();
        return mine.Count == 0 ? Answer.Forbidden : mine.Exists(r => r.From == status) ? Answer.Allowed : Answer.Refused;
    }

    private static string Shape(EquivalenceStory story) => string.Join('|',
        story.Version.Status, story.Version.Events.Count, story.Version.Signatures.Count, story.Version.Round, story.Version.Reviewers.Count,
        story.Version.ReturnReason, story.Version.Adjudications.Count, story.Hash, story.Equivalence.Periods.Count);

    private static void Take(EquivalenceStory story, Step step, Actor actor)
    {
        var version = story.Version;
        switch (step)
        {
            case Step.Compute: version.Compute(["OG-WRL-014"], story.Report, actor); break;
            case Step.OpenReview: version.OpenReview(actor); break;
            case Step.Rate: version.Declare(false, actor, EquivalenceStory.Now); break;
            case Step.CloseReview: version.CloseReview(story.Requirements, EquivalenceStory.Rules, actor); break;
            case Step.Adjudicate: version.Adjudicate("T0001", 0.7m, "資料で確かめました。", actor); break;
            case Step.Draft: version.Draft(EquivalenceStory.Decision(), story.Report, CoverageRules.Proposed2026, actor); break;
            case Step.Sign: version.Sign(story.Equivalence, story.Hash, actor, EquivalenceStory.Now); break;
            case Step.Return: version.Return("見直してください。", actor); break;
            case Step.LoseEvidence: version.LoseEvidence("証拠が取り消されました。", actor); break;
            default: version.Drop("だれも進めません。", actor); break;
        }
    }
}
