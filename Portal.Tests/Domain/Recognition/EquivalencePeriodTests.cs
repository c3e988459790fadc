using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;
using Xunit;
using Status = Portal.Application.Recognition.Domain.EquivalenceStatus;

namespace Portal.Tests.Domain.Recognition;

/// <summary>What holds when, and what was known of it when.</summary>
public sealed partial class EquivalencePeriodTests
{
    private const string Role = "OG-WRL-014";

    private static readonly DateTimeOffset Now = EquivalenceStory.Now;
    private static readonly DateTimeOffset First = Now.AddDays(10), Last = Now.AddDays(375);

    [Theory]
    [InlineData(-1, null)]
    [InlineData(0, PeriodState.InForce)]
    [InlineData(31535999, PeriodState.InForce)]
    [InlineData(31536000, null)]
    public void Validity_begins_with_its_first_instant_and_ends_before_its_last(int seconds, PeriodState? state) =>
        Assert.Equal(state, Published().Equivalence.At(Role, First.AddSeconds(seconds), Now)?.State);

    [Fact]
    public void Another_work_role_is_not_covered() => Assert.Null(Published().Equivalence.At("PD-WRL-001", First, Now));

    [Fact]
    public void Nothing_was_known_before_the_second_key() => Assert.Null(Published().Equivalence.At(Role, First, Now.AddSeconds(-1)));

    /// <summary>
    /// Signed at day 0 for [10, 375). Suspended at day 20 until day 50, lifted at day 30, withdrawn at day 60.
    /// Rows: what is asked about; columns: what was known then.
    /// </summary>
    [Theory]
    [InlineData(15, "F F F F F")]
    [InlineData(25, "F F S S S")]
    [InlineData(35, "F F S F F")]
    [InlineData(55, "F F F F F")]
    [InlineData(65, "F F F F W")]
    [InlineData(374, "F F F F W")]
    [InlineData(375, "- - - - -")]
    public void The_grid_of_law_and_knowledge_holds(int day, string expected)
    {
        var story = Published();
        var (us, japan) = (story.Signatories[Government.UnitedStates], story.Signatories[Government.Japan]);
        story.Equivalence.Suspend(story.Version.Id, At(50), us, At(20));
        story.Equivalence.Lift(story.Version.Id, us, At(30));
        story.Equivalence.ProposeWithdrawal(story.Version.Id, Reason, Effect, us, At(59));
        story.Equivalence.Withdraw(story.Equivalence.WithdrawalHash(story.Version.Id, Reason, Effect), Effect, japan, At(60));

        // Known: at day 0 (signed), 19 (before the suspension), 20, 30, 60.
        var known = new[] { 0, 19, 20, 30, 60 }.Select(d => story.Equivalence.At(Role, At(day), At(d))?.State);

        var letters = string.Join(' ', known.Select(s => s switch { PeriodState.InForce => "F", PeriodState.Suspended => "S", PeriodState.Withdrawn => "W", _ => "-" }));
        Assert.Equal(expected, letters);
    }

    [Fact]
    public void A_suspension_ends_by_itself()
    {
        var story = Published();
        story.Equivalence.Suspend(story.Version.Id, At(50), story.Signatories[Government.Japan], At(20));
        Assert.Equal([PeriodState.InForce, PeriodState.Suspended, PeriodState.Suspended, PeriodState.InForce],
            new[] { At(20).AddTicks(-10), At(20), At(50).AddTicks(-10), At(50) }.Select(t => story.Equivalence.At(Role, t, At(21))!.State));
    }

    [Theory]
    [InlineData(90, Answer.Allowed)]
    [InlineData(91, Answer.Refused)]
    [InlineData(0, Answer.Refused)]
    public void A_suspension_lasts_ninety_days_at_most(int days, Answer answer)
    {
        var story = Published();
        Assert.Equal(answer, Attempt.Of(() => story.Equivalence.Suspend(story.Version.Id, At(20 + days), story.Signatories[Government.Japan], At(20))));
    }

    [Fact]
    public void Only_the_side_that_suspended_lifts_it()
    {
        var story = Published();
        story.Equivalence.Suspend(story.Version.Id, At(50), story.Signatories[Government.Japan], At(20));
        Attempt.Refused("Recognition.Suspend.OtherSide", () => story.Equivalence.Lift(story.Version.Id, story.Signatories[Government.UnitedStates], At(30)));
    }

    [Fact]
    public void The_suspensions_of_one_side_last_ninety_days_together()
    {
        var story = Published();
        var japan = story.Signatories[Government.Japan];
        story.Equivalence.Suspend(story.Version.Id, At(80), japan, At(20));
        story.Equivalence.Lift(story.Version.Id, japan, At(50));
        Assert.Equal(60, Attempt.Refused("Recognition.Suspend.Length", () => story.Equivalence.Suspend(story.Version.Id, At(121), japan, At(60))).Slots!["Days"]);
        story.Equivalence.Suspend(story.Version.Id, At(120), japan, At(60));
    }

    [Fact]
    public void What_is_suspended_is_not_suspended_again_by_the_other_side()
    {
        var story = Published();
        story.Equivalence.Suspend(story.Version.Id, At(50), story.Signatories[Government.Japan], At(20));
        Attempt.Refused("Recognition.Suspend.Already", () => story.Equivalence.Suspend(story.Version.Id, At(100), story.Signatories[Government.UnitedStates], At(30)));
    }

    [Fact]
    public void What_has_not_begun_is_not_suspended() =>
        Attempt.Refused("Recognition.Equivalence.NotInForce", () =>
        {
            var story = Published();
            story.Equivalence.Suspend(story.Version.Id, At(50), story.Signatories[Government.Japan], At(5));
        });

    [Fact]
    public void A_version_that_shares_a_role_and_a_moment_with_another_is_not_published()
    {
        var story = Published();
        var second = Second(story, supersedes: false, firstDay: 374, [Role, "PD-WRL-001"]);
        second.Sign(story.Equivalence, second.ContentHash(story.Equivalence), story.Signatories[Government.Japan], Now);
        Attempt.Refused("Recognition.Equivalence.Overlaps", () => second.Sign(story.Equivalence, second.ContentHash(story.Equivalence), story.Signatories[Government.UnitedStates], Now));
    }

    [Theory]
    [InlineData(375, Role)]
    [InlineData(20, "PD-WRL-001")]
    public void A_version_for_a_later_time_or_another_role_stands_beside_it(int firstDay, string role)
    {
        var story = Published();
        story.Sign(Second(story, supersedes: false, firstDay, [role]));
        Assert.Equal(2, story.Equivalence.Periods.Count);
    }

    [Fact]
    public void A_new_version_ends_its_predecessor_where_it_begins()
    {
        var story = Published();
        var second = Second(story, supersedes: true, firstDay: 100, [Role]);
        story.Sign(second);
        Assert.Equal((story.Version.Id, second.Id), (story.Equivalence.At(Role, At(100).AddTicks(-10), Now)!.VersionId, story.Equivalence.At(Role, At(100), Now)!.VersionId));
        Assert.Equal(PeriodState.InForce, story.Equivalence.At(Role, At(460), Now)!.State);
    }

    private static EquivalenceStory Published() => new(Status.Agreed);

    private static DateTimeOffset At(int day) => Now.AddDays(day);

    private static EquivalenceVersion Second(EquivalenceStory story, bool supersedes, int firstDay, IReadOnlyList<string> scope)
    {
        var version = EquivalenceVersion.Propose(story.Equivalence, 2, supersedes ? story.Version.Id : null, scope, story.Proposer);
        story.BringTo(version, Status.Adjudication);
        story.Draft(version, firstDay);
        return version;
    }
}
