using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;
using Xunit;
using Status = Portal.Application.Recognition.Domain.EquivalenceStatus;

namespace Portal.Tests.Domain.Recognition;

/// <summary>Two keys of people who took no part, on one text.</summary>
public sealed class EquivalenceSigningTests
{
    private static readonly DateTimeOffset Now = EquivalenceStory.Now;

    [Theory]
    [InlineData(Government.Japan)]
    [InlineData(Government.UnitedStates)]
    public void Both_governments_sign_in_any_order_and_the_second_key_puts_it_on_the_calendar(Government first)
    {
        var story = new EquivalenceStory(Status.Drafted);
        Assert.False(story.Version.Sign(story.Equivalence, story.Hash, story.Signatories[first], Now));
        Assert.Empty(story.Equivalence.Periods);

        Assert.True(story.Version.Sign(story.Equivalence, story.Hash, story.Signatories[first.Other()], Now));

        Assert.Equal(Status.Agreed, story.Version.Status);
        var period = Assert.Single(story.Equivalence.Periods);
        Assert.Equal((story.Version.Content.ValidFrom!.Value.Instant, story.Version.Content.ValidUntil!.Value.Instant, PeriodState.InForce), (period.From, period.Until, period.State));
    }

    [Fact]
    public void One_government_signs_once()
    {
        var story = new EquivalenceStory(Status.Drafted);
        story.Version.Sign(story.Equivalence, story.Hash, story.Signatories[Government.Japan], Now);
        Attempt.Refused(Signatures.AlreadySigned, () => story.Version.Sign(story.Equivalence, story.Hash, Actors.Staff(Application.Identity.Role.RecognitionSignatory, Government.Japan), Now));
        Assert.Equal(Status.Drafted, story.Version.Status);
    }

    [Fact]
    public void A_key_on_another_text_than_the_present_one_does_not_turn()
    {
        var story = new EquivalenceStory(Status.Drafted);
        var seen = story.Hash;
        story.Version.Draft(EquivalenceStory.Decision(firstDay: 11), story.Report, CoverageRules.Proposed2026, story.Proposer);
        Attempt.Refused(Signatures.ContentChanged, () => story.Version.Sign(story.Equivalence, seen, story.Signatories[Government.Japan], Now));
    }

    [Fact]
    public void An_edit_after_the_first_key_voids_it_and_tells_both_desks()
    {
        var story = new EquivalenceStory(Status.Drafted);
        story.Version.Sign(story.Equivalence, story.Hash, story.Signatories[Government.Japan], Now);

        story.Version.Draft(EquivalenceStory.Decision(firstDay: 11), story.Report, CoverageRules.Proposed2026, story.Proposer);

        Assert.Empty(story.Version.Signatures);
        Assert.Contains(story.Version.Events, e => e is EquivalenceKeysVoided);
        story.Version.Sign(story.Equivalence, story.Hash, story.Signatories[Government.UnitedStates], Now);
        Assert.Equal(Status.Drafted, story.Version.Status);
    }

    [Fact]
    public void Who_proposed_it_does_not_sign_it()
    {
        var story = new EquivalenceStory(Status.Drafted);
        var both = story.Proposer with { Permissions = new HashSet<Permission>(story.Proposer.Permissions) { Permission.SignEquivalence } };
        Attempt.Refused("Recognition.Sign.ByProposer", () => story.Version.Sign(story.Equivalence, story.Hash, both, Now));
        Assert.DoesNotContain(EquivalenceStep.Sign, story.Version.StepsFor(both));
    }

    [Fact]
    public void Who_rated_it_does_not_sign_it()
    {
        var story = new EquivalenceStory(Status.Drafted);
        var both = story.Reviewers[0] with { Permissions = new HashSet<Permission> { Permission.SignEquivalence } };
        Attempt.Refused("Recognition.Sign.ByReviewer", () => story.Version.Sign(story.Equivalence, story.Hash, both, Now));
    }

    [Theory]
    [InlineData(-1, Answer.Allowed)]
    [InlineData(0, Answer.Refused)]
    [InlineData(1, Answer.Refused)]
    public void Nobody_signs_once_its_first_instant_has_come(int seconds, Answer answer)
    {
        var story = new EquivalenceStory(Status.Drafted);
        var first = story.Version.Content.ValidFrom!.Value.Instant;
        Assert.Equal(answer, Attempt.Of(() => story.Version.Sign(story.Equivalence, story.Hash, story.Signatories[Government.Japan], first.AddSeconds(seconds))));
    }

    [Fact]
    public void A_return_voids_the_keys_and_keeps_the_reason()
    {
        var story = new EquivalenceStory(Status.Drafted);
        story.Version.Sign(story.Equivalence, story.Hash, story.Signatories[Government.Japan], Now);
        story.Version.Return("効果の根拠が足りません。", story.Signatories[Government.UnitedStates]);
        Assert.Equal((Status.Evidence, "効果の根拠が足りません。", 0), (story.Version.Status, story.Version.ReturnReason, story.Version.Signatures.Count));
    }

    [Fact]
    public void The_text_signed_names_the_pair_the_figures_and_what_was_settled()
    {
        var story = new EquivalenceStory(Status.Adjudication);
        var before = story.Hash;
        story.Version.Adjudicate("K0001", 0.5m, "確かめました。", story.Adjudicator);
        Assert.NotEqual(before, story.Hash);
        Assert.NotEqual(new EquivalenceStory(Status.Drafted).Hash, new EquivalenceStory(Status.Evidence).Hash);
    }
}
