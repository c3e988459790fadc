using Portal.Application.Fellowships.Domain;
using Portal.Application.Identity;
using Portal.Application.Shared;
using Xunit;

namespace Portal.Tests.Domain.Fellowships;

/// <summary>What holds for the tables as such; the walks through the aggregates stand beside.</summary>
public sealed class WorkflowTableTests
{
    [Fact]
    public void The_call_table_is_sound() => Sound(FellowshipCallWorkflow.Rules, FellowshipCallStatus.Draft);

    [Fact]
    public void The_application_table_is_sound() => Sound(
        FellowshipApplicationWorkflow.Rules, FellowshipApplicationStatus.Draft,
        FellowshipApplicationStatus.ScreenedOut, FellowshipApplicationStatus.Accepted, FellowshipApplicationStatus.Declined,
        FellowshipApplicationStatus.Lapsed, FellowshipApplicationStatus.Withdrawn);

    [Fact]
    public void The_award_list_table_is_sound() => Sound(AwardListWorkflow.Rules, AwardListStatus.Draft, AwardListStatus.Released);

    [Theory]
    [InlineData(FellowshipApplicationStatus.Draft, Party.Applicant)]
    [InlineData(FellowshipApplicationStatus.Submitted, Party.SendingAgency)]
    [InlineData(FellowshipApplicationStatus.ReturnedForCorrection, Party.Applicant)]
    [InlineData(FellowshipApplicationStatus.ScreenedIn, Party.EitherAgency)]
    [InlineData(FellowshipApplicationStatus.Proposed, Party.EitherAgency)]
    [InlineData(FellowshipApplicationStatus.Reserve, Party.EitherAgency)]
    [InlineData(FellowshipApplicationStatus.NotProposed, Party.EitherAgency)]
    [InlineData(FellowshipApplicationStatus.Offered, Party.Applicant | Party.Clock)]
    [InlineData(FellowshipApplicationStatus.Accepted, Party.None)]
    [InlineData(FellowshipApplicationStatus.Withdrawn, Party.None)]
    public void The_right_to_withdraw_does_not_make_it_the_candidates_move(FellowshipApplicationStatus status, Party waitsFor) =>
        Assert.Equal(waitsFor, FellowshipApplicationWorkflow.Rules.WhoMoves(status));

    [Fact]
    public void An_approved_call_waits_for_nobody() =>
        Assert.Equal(Party.None, FellowshipCallWorkflow.Rules.WhoMoves(FellowshipCallStatus.Approved));

    [Fact]
    public void Only_approving_agreeing_and_releasing_take_both_governments()
    {
        Assert.Equal([FellowshipCallStep.Approve], FellowshipCallWorkflow.Rules.Rows.Where(r => r.IsJoint).Select(r => r.Step));
        Assert.Equal([AwardListStep.Agree, AwardListStep.Release], AwardListWorkflow.Rules.Rows.Where(r => r.IsJoint).Select(r => r.Step));
        Assert.DoesNotContain(FellowshipApplicationWorkflow.Rules.Rows, r => r.IsJoint);
    }

    [Fact]
    public void Who_drafts_a_list_cannot_agree_to_it_and_who_agrees_cannot_release_it()
    {
        var (officer, official) = (Roles.Permissions[Role.ProgrammeOfficer], Roles.Permissions[Role.DecidingOfficial]);
        Assert.DoesNotContain(Permission.AgreeAwardList, officer);
        Assert.DoesNotContain(Permission.DraftAwardList, official);
        Assert.DoesNotContain(Permission.ReleaseAwards, official);
    }

    [Theory]
    [InlineData(Role.Administrator)]
    [InlineData(Role.Auditor)]
    public void Administrators_and_auditors_have_no_power_over_any_case(Role role)
    {
        var powers = Powers(FellowshipCallWorkflow.Rules).Union(Powers(FellowshipApplicationWorkflow.Rules)).Union(Powers(AwardListWorkflow.Rules)).ToList();
        Assert.NotEmpty(powers);
        Assert.Empty(Roles.Permissions[role].Intersect(powers));
    }

    private static IEnumerable<Permission> Powers<TStatus, TStep>(Workflow<TStatus, TStep> rules)
        where TStatus : struct, Enum
        where TStep : struct, Enum => rules.Rows.Select(r => r.Permission);

    private static void Sound<TStatus, TStep>(Workflow<TStatus, TStep> rules, TStatus start, params TStatus[] final)
        where TStatus : struct, Enum
        where TStep : struct, Enum
    {
        Assert.NotEmpty(rules.Rows);
        Assert.Equal(rules.Rows.Count, rules.Rows.DistinctBy(r => (r.From, r.Step)).Count());
        Assert.All(rules.Rows, r => Assert.NotEqual(Party.None, r.Parties));
        Assert.Equal(Enum.GetValues<TStep>(), rules.Rows.Select(r => r.Step).Distinct().Order());
        Assert.Equal(Enum.GetValues<TStatus>(), Reachable(rules, start).Order());
        Assert.Equal(final.Order(), Enum.GetValues<TStatus>().Except(rules.Rows.Select(r => r.From)).Order());
    }

    private static HashSet<TStatus> Reachable<TStatus, TStep>(Workflow<TStatus, TStep> rules, TStatus start)
        where TStatus : struct, Enum
        where TStep : struct, Enum
    {
        var reached = new HashSet<TStatus> { start };
        while (rules.Rows.Where(r => reached.Contains(r.From)).Any(r => reached.Add(r.To)))
        {
        }

        return reached;
    }
}
