using Portal.Application.Recognition;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;
using Xunit;
using Status = Portal.Application.Recognition.Domain.RecognitionCaseStatus;
using Step = Portal.Application.Recognition.Domain.RecognitionCaseStep;
using Story = Portal.Tests.Support.RecognitionCaseStory;

namespace Portal.Tests.Domain.Recognition;

/// <summary>What becomes of a case when what it rests on ends: the decision, or the certification.</summary>
public sealed class CaseEndTests
{
    // The last day of the story's certification is 31 March 2028; in Japan it ends at 15:00 UTC.
    private static readonly DateTimeOffset s_over = new(2028, 3, 31, 15, 0, 0, TimeSpan.Zero);

    public static TheoryData<Status> Open =>
    [
        Status.Submitted, Status.FileIncomplete, Status.InAssessment, Status.InformationRequested, Status.Verification, Status.SecondReview,
        Status.Deciding, Status.AwaitingMeasure, Status.UnderReview,
    ];

    [Theory, MemberData(nameof(Open))]
    public void A_case_is_closed_only_once_the_decision_under_it_has_ended(Status status)
    {
        var story = new Story(status, status == Status.AwaitingMeasure ? [Story.Test] : []);
        var closer = status == Status.UnderReview ? story.AppealOfficer : story.Officer;
        foreach (var phase in Enum.GetValues<EquivalencePhase>().Except([EquivalencePhase.Withdrawn, EquivalencePhase.Expired]))
        {
            Assert.DoesNotContain(Step.Close, story.Case.StepsFor(closer, Story.Now, new(phase)));
            Attempt.Refused("Cases.Close.NotEnded", () => story.Case.Close(new(phase), closer, Story.Now));
        }

        Assert.Contains(Step.Close, story.Case.StepsFor(closer, Story.Now, new(EquivalencePhase.Expired, Story.Now)));
        story.Case.Close(Story.Ended, closer, Story.Now);
        Assert.Equal((Status.Closed, CaseOutcome.DecisionEnded, CaseMove.Nobody), (story.Case.Status, story.Case.Decision!.Outcome, story.Case.Mover));
        Assert.Equal((false, null, null), (story.Case.BarsReapplication, story.Case.OpenKey, story.Case.DueAt));
        Assert.Empty(story.Case.Decision.Failures);
    }

    [Fact]
    public void Only_the_hosts_desk_closes_a_case()
    {
        var story = new Story(Status.Verification);
        foreach (var other in new[] { story.Holder, story.SourceOfficer, story.Reviewer })
        {
            Assert.NotEqual(Answer.Allowed, Attempt.Of(() => story.Case.Close(Story.Ended, other, Story.Now)));
            Assert.DoesNotContain(Step.Close, story.Case.StepsFor(other, Story.Now, Story.Ended));
        }

        var granted = new Story(Status.Granted);
        Attempt.Refused("Cases.NotNow", () => granted.Case.Close(Story.Ended, granted.Officer, Story.Now));
    }

    [Fact]
    public void A_refusal_under_review_is_closed_by_somebody_who_took_no_part()
    {
        var story = new Story(Status.UnderReview);
        var both = story.Officer with { Permissions = story.Officer.Permissions.Union(story.AppealOfficer.Permissions).ToHashSet() };
        Assert.DoesNotContain(Step.Close, story.Case.StepsFor(both, Story.Now, Story.Ended));
        Attempt.Refused("Cases.Review.TookPart", () => story.Case.Close(Story.Ended, both, Story.Now));
    }

    [Fact]
    public void A_refusal_under_review_is_open_again_and_bars_as_before()
    {
        var story = new Story(Status.InAssessment);
        var key = story.Case.OpenKey;
        story.Check(CaseSection.Certificate, FailureReason.CertificateForged);
        story.Decline();
        Assert.Equal((true, null), (story.Case.BarsReapplication, story.Case.OpenKey));
        story.Case.AskReview("…", Story.Calendar, story.Holder, Story.Now);
        Assert.Equal((true, key, null), (story.Case.BarsReapplication, story.Case.OpenKey, story.Case.EndedAt));
        story.Case.Uphold(Story.Reason, story.AppealOfficer, Story.Now);
        Assert.Equal((true, null, Story.Now), (story.Case.BarsReapplication, story.Case.OpenKey, story.Case.EndedAt));
    }

    // In force for [10, 375), counted in days from the signatures.
    [Fact]
    public void Where_the_decision_stands_follows_from_its_periods_at_the_instant()
    {
        var story = new EquivalenceStory(EquivalenceStatus.Agreed);
        var (equivalence, japan) = (story.Equivalence, story.Signatories[Government.Japan]);
        equivalence.Suspend(story.Version.Id, At(50), japan, At(20));
        Assert.Equal(new BasisPhase(EquivalencePhase.InForce), Phase(At(20).AddTicks(-10), At(20)));
        Assert.Equal(new BasisPhase(EquivalencePhase.Suspended, At(50), Government.Japan), Phase(At(20)));
        Assert.Equal(new BasisPhase(EquivalencePhase.Suspended, At(50), Government.Japan), Phase(At(50).AddTicks(-10)));
        Assert.Equal(new BasisPhase(EquivalencePhase.InForce), Phase(At(50)));
        Assert.Equal(new BasisPhase(EquivalencePhase.InForce), Phase(At(375).AddTicks(-10)));
        Assert.Equal(new BasisPhase(EquivalencePhase.Expired, At(375)), Phase(At(375)));
        equivalence.ProposeWithdrawal(story.Version.Id, "…", new(1, 0, 0), japan, At(60));
        equivalence.Withdraw(equivalence.WithdrawalHash(story.Version.Id, "…", new(1, 0, 0)), new(1, 0, 0), story.Signatories[Government.UnitedStates], At(61));
        Assert.Equal(new BasisPhase(EquivalencePhase.Withdrawn, At(61)), Phase(At(61)));
        Assert.Equal(new BasisPhase(EquivalencePhase.Withdrawn, At(61)), Phase(At(400)));

        BasisPhase Phase(DateTimeOffset at, DateTimeOffset? knownAt = null) => BasisPhase.Of(story.Version.Id, equivalence.KnownAt(knownAt ?? at), at);
    }

    [Fact]
    public void What_a_later_version_replaced_is_granted_until_it_would_have_ended_itself()
    {
        var story = new EquivalenceStory(EquivalenceStatus.Agreed);
        var second = EquivalenceVersion.Propose(story.Equivalence, 2, story.Version.Id, ["OG-WRL-014"], story.Proposer);
        story.BringTo(second, EquivalenceStatus.Adjudication);
        story.Draft(second, firstDay: 100);
        story.Sign(second);
        Assert.Equal(EquivalencePhase.Superseded, BasisPhase.Of(story.Version.Id, story.Equivalence.Periods.Where(p => p.ReplacedAt is null), At(375).AddTicks(-10)).Phase);
        story.Equivalence.RequireGrantable(story.Version.Id, At(375).AddTicks(-10));
        Assert.Equal(new BasisPhase(EquivalencePhase.Expired, At(375)), BasisPhase.Of(story.Version.Id, story.Equivalence.KnownAt(At(375)), At(375)));
        Attempt.Refused("Cases.Decide.NotInForce", () => story.Equivalence.RequireGrantable(story.Version.Id, At(375)));
    }

    [Fact]
    public void A_certification_counts_to_the_end_of_its_last_day_and_not_at_it()
    {
        var (intime, late) = (new Story(Status.Deciding), new Story(Status.Deciding));
        Assert.Empty(intime.Case.GroundsAt(s_over.AddTicks(-1)));
        intime.Case.Grant([], Story.Reason, intime.Officer, s_over.AddTicks(-1));
        Assert.Equal(Status.Granted, intime.Case.Status);

        var error = Attempt.Refused("Cases.Decide.CertificationOver", () => late.Case.Grant([], Story.Reason, late.Officer, s_over));
        Assert.Equal(["JP-RISS", new DateOnly(2028, 3, 31)], error.Slots!.Values);
        Attempt.Refused("Cases.Decide.CertificationOver", () => late.Case.Grant([Story.Test], Story.Reason, late.Officer, s_over));
        late.Decline(s_over);
        Assert.Equal([FailureReason.NotInDate], late.Case.Decision!.Failures);
    }

    [Fact]
    public void The_last_day_ends_on_the_side_that_answers_for_the_issuer()
    {
        var claimed = new Story(Status.Submitted).Case.Certifications.Single();
        Assert.Equal(new Deadline(s_over, PortalZones.Japan), claimed.EndOn(Government.Japan));
        // Midnight in Washington in summer time.
        Assert.Equal(new Deadline(new(2028, 4, 1, 4, 0, 0, TimeSpan.Zero), PortalZones.UnitedStates), claimed.EndOn(Government.UnitedStates));
    }

    [Fact]
    public void A_measure_that_is_done_too_late_for_the_certification_brings_no_statement()
    {
        var story = new Story(Status.AwaitingMeasure, Story.Test with { ChoiceGroup = null }, Story.Supervision with { ChoiceGroup = null });
        Assert.False(story.Case.Fulfil(1, "…", story.Officer, s_over));
        Attempt.Refused("Cases.Decide.CertificationOver", () => story.Case.Fulfil(2, "…", story.Officer, s_over));
        Assert.Equal((Status.AwaitingMeasure, FailureReason.NotInDate), (story.Case.Status, Assert.Single(story.Case.GroundsAt(s_over))));
    }

    [Fact]
    public void A_review_varies_no_refusal_to_a_grant_of_what_has_expired()
    {
        var story = new Story(Status.UnderReview);
        Attempt.Refused("Cases.Decide.CertificationOver", () => story.Case.Vary([], Story.Reason, story.AppealOfficer, s_over));
        Assert.True(story.Case.Vary([], Story.Reason, story.AppealOfficer, s_over.AddTicks(-1)));
    }

    private static DateTimeOffset At(int day) => EquivalenceStory.Now.AddDays(day);
}
