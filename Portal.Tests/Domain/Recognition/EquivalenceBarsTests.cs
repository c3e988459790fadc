using Portal.Application.Identity;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;
using Xunit;
using Status = Portal.Application.Recognition.Domain.EquivalenceStatus;

namespace Portal.Tests.Domain.Recognition;

/// <summary>Whoever recorded what counts in the figures judges nothing there.</summary>
public sealed class EquivalenceBarsTests
{
    [Fact]
    public void The_author_of_what_counts_does_not_rate()
    {
        var story = new EquivalenceStory();
        Open(story, story.Reviewers[0].UserId);
        Attempt.Refused("Recognition.Review.ByAuthor", () => story.Version.Declare(false, story.Reviewers[0], EquivalenceStory.Now));
        Assert.DoesNotContain(EquivalenceStep.Rate, story.Version.StepsFor(story.Reviewers[0]));
        story.Version.Declare(false, story.Reviewers[1], EquivalenceStory.Now);
        Assert.Equal(story.Reviewers[1].UserId, Assert.Single(story.Version.Reviewers).PersonId);
    }

    [Fact]
    public void The_author_of_what_counts_does_not_adjudicate()
    {
        var story = new EquivalenceStory();
        Open(story, story.Adjudicator.UserId);
        Close(story);
        Attempt.Refused("Recognition.Adjudicate.ByAuthor", () => story.Version.Adjudicate("T0001", 0.5m, "確かめました。", story.Adjudicator));
        Assert.DoesNotContain(EquivalenceStep.Adjudicate, story.Version.StepsFor(story.Adjudicator));

        var colleague = Actors.Staff(Role.RecognitionOfficer, Government.UnitedStates);
        Assert.Contains(EquivalenceStep.Adjudicate, story.Version.StepsFor(colleague));
        story.Version.Adjudicate("T0001", 0.5m, "確かめました。", colleague);
        Assert.Single(story.Version.Adjudications);
    }

    [Fact]
    public void Nothing_is_drafted_on_figures_with_the_evidence_of_somebody_who_judged()
    {
        var story = new EquivalenceStory(Status.Adjudication);
        foreach (var statement in story.Version.Agreement!.ToAdjudicate)
        {
            story.Version.Adjudicate(statement, 0.8m, "資料で確かめました。", story.Adjudicator);
        }

        void Draft(params Guid[] authors) => story.Version.Draft(EquivalenceStory.Decision(), story.Report with { Authors = authors }, CoverageRules.Proposed2026, story.Proposer);
        Attempt.Refused("Recognition.Draft.JudgedByAuthor", () => Draft(story.Adjudicator.UserId));
        Attempt.Refused("Recognition.Draft.JudgedByAuthor", () => Draft(story.Proposer.UserId, story.Reviewers[2].UserId));
        Draft(story.Proposer.UserId);
        Assert.Equal(Status.Drafted, story.Version.Status);
    }

    /// <summary>
    /// T1: A's claim at level 3 beats B's at level 1. K1: only C's claim reaches it, over D's mapping; E's mapping leads nowhere that counts.
    /// </summary>
    [Fact]
    public void Authors_are_those_whose_claims_and_mappings_count()
    {
        var (a, b, c, d, e) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        var recorded = new Dictionary<Guid, RecordedEvidence>();
        Guid By(Guid author)
        {
            var id = Guid.NewGuid();
            recorded[id] = new(author, null, []);
            return id;
        }

        CoverageClaim Claim(string statement, int level, Guid author) => new(statement, level, AssessmentStrength.ProctoredWritten, new DateOnly(2026, 4, 1), 0.8, By(author));
        CoverageMapping Mapping(string target, MappingRelation relation, Guid author) => new("X1", target, relation, null, null, 0.8, By(author));
        var result = Coverage.Of(new(
            new SourceExpression.One(new CoverageSource("SRC", [Claim("T1", 3, a), Claim("T1", 1, b), Claim("X1", 3, c)])),
            new CoverageTarget("TGT", [new("T1", FrameworkElementKind.Task, 1, 3, false, []), new("K1", FrameworkElementKind.Knowledge, 1, 3, false, [])]),
            [Mapping("K1", MappingRelation.Equal, d), Mapping("T1", MappingRelation.Intersects, e)], CoverageRules.Proposed2026, new DateOnly(2026, 11, 2)));

        var report = CoverageReport.Of(Guid.NewGuid(), result, null, recorded);
        Assert.Equal(new[] { a, c, d }.Order(), report.Authors);
    }

    private static void Open(EquivalenceStory story, Guid author)
    {
        story.Version.Compute(["OG-WRL-014"], story.Report with { Authors = [author] }, story.Proposer);
        story.Version.OpenReview(story.Proposer);
    }

    private static void Close(EquivalenceStory story)
    {
        foreach (var reviewer in story.Reviewers)
        {
            story.Rate(story.Version, reviewer, 4, 3, 0);
        }

        story.Version.CloseReview(story.Requirements, AgreementRules.Proposed2026, story.Proposer);
    }
}
