using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;
using Xunit;

namespace Portal.Tests.Domain.Recognition;

// Both governments end what holds.
public sealed partial class EquivalencePeriodTests
{
    [Fact]
    public void A_withdrawal_takes_both_keys_on_one_reason_and_one_effect()
    {
        var story = Proposed();
        Assert.Equal(PeriodState.InForce, story.Equivalence.At(Role, At(21), At(21))!.State);
        Attempt.Refused(Signatures.AlreadySigned, () => Withdraw(story, Government.Japan, Effect));
        Attempt.Refused(Signatures.ContentChanged, () => Withdraw(story, Government.UnitedStates, Effect with { OpenCases = 3 }));
        Withdraw(story, Government.UnitedStates, Effect);
        Assert.Equal(PeriodState.Withdrawn, story.Equivalence.At(Role, At(22), At(22))!.State);
        Assert.Empty(story.Equivalence.Signatures);
    }

    [Fact]
    public void A_withdrawal_whose_effect_has_grown_since_the_first_key_is_proposed_anew()
    {
        var story = Proposed();
        var grown = Effect with { OpenCases = 3 };
        var seen = story.Equivalence.WithdrawalHash(story.Version.Id, Reason, grown);
        Attempt.Refused("Recognition.Withdraw.Changed", () => story.Equivalence.Withdraw(seen, grown, story.Signatories[Government.UnitedStates], At(22)));
    }

    [Fact]
    public void A_version_that_is_withdrawn_before_its_first_day_leaves_the_one_before_it_as_it_stood()
    {
        var story = Published();
        story.Equivalence.Suspend(story.Version.Id, At(60), story.Signatories[Government.Japan], At(20));
        var second = Second(story, supersedes: true, firstDay: 40, [Role]);
        foreach (var signatory in story.Signatories.Values)
        {
            second.Sign(story.Equivalence, second.ContentHash(story.Equivalence), signatory, At(21));
        }

        Assert.Equal(second.Id, story.Equivalence.At(Role, At(50), At(22))!.VersionId);
        story.Equivalence.ProposeWithdrawal(second.Id, Reason, Effect, story.Signatories[Government.Japan], At(23));
        story.Equivalence.Withdraw(story.Equivalence.WithdrawalHash(second.Id, Reason, Effect), Effect, story.Signatories[Government.UnitedStates], At(24));

        var (suspended, later) = (story.Equivalence.At(Role, At(50), At(25))!, story.Equivalence.At(Role, At(70), At(25))!);
        Assert.Equal((story.Version.Id, PeriodState.Suspended, Government.Japan), (suspended.VersionId, suspended.State, suspended.By));
        Assert.Equal((story.Version.Id, PeriodState.InForce), (later.VersionId, later.State));
        Assert.Equal(second.Id, story.Equivalence.At(Role, At(50), At(22))!.VersionId);
    }

    [Theory]
    [InlineData(Government.Japan)]
    [InlineData(Government.UnitedStates)]
    public void Either_side_ends_a_withdrawal_that_is_not_complete(Government side)
    {
        var story = Proposed();
        story.Equivalence.KeepInForce(story.Signatories[side]);
        Assert.Null(story.Equivalence.Withdrawing);
        Attempt.Refused("Recognition.Withdraw.NotProposed", () => Withdraw(story, Government.UnitedStates, Effect));
        Assert.Equal(PeriodState.InForce, story.Equivalence.At(Role, At(30), At(30))!.State);
    }

    private const string Reason = "資格が廃止されました。";

    private static readonly WithdrawalEffect Effect = new(1, 2, 0);

    private static EquivalenceStory Proposed()
    {
        var story = Published();
        story.Equivalence.ProposeWithdrawal(story.Version.Id, Reason, Effect, story.Signatories[Government.Japan], At(20));
        return story;
    }

    private static void Withdraw(EquivalenceStory story, Government side, WithdrawalEffect seen) => story.Equivalence.Withdraw(
        story.Equivalence.WithdrawalHash(story.Version.Id, Reason, seen), Effect, story.Signatories[side], At(22));
}
