using Portal.Application.Shared;
using Portal.Tests.Support;
using Xunit;

namespace Portal.Tests.Domain.Shared;

public sealed class WorkflowTests
{
    private static readonly Workflow<Light, Turn> Rules = new("Test.NotNow",
        new(Light.Red, Turn.Go, Light.Green, Permission.ScreenFellowship, Party.SendingAgency),
        new(Light.Red, Turn.Look, Light.Red, Permission.ScreenFellowship, Party.SendingAgency),
        new(Light.Green, Turn.Stop, Light.Red, Permission.ApplyForFellowship, Party.Applicant),
        new(Light.Red, Turn.Leave, Light.Off, Permission.ApplyForFellowship, Party.Applicant, IsAside: true),
        Workflow<Light, Turn>.Joint(Light.Green, Turn.Go, Light.Off, Permission.ScreenFellowship));

    private static readonly Actor Officer = Actors.Officer(Government.Japan);
    private static readonly Thing Subject = new();

    public enum Light { Red, Green, Off }

    public enum Turn { Go, Look, Stop, Leave }

    [Fact]
    public void The_row_to_follow_says_where_the_step_leads() =>
        Assert.Equal(Light.Green, Rules.Require(Light.Red, Turn.Go, Officer, Party.SendingAgency, Subject).To);

    [Fact]
    public void The_permission_without_the_party_is_forbidden_and_names_the_case() =>
        Assert.Same(Subject, Assert.Throws<ForbiddenException>(() => Rules.Require(Light.Red, Turn.Look, Officer, Party.HostAgency, Subject)).Subject);

    [Fact]
    public void The_party_without_the_permission_is_forbidden() =>
        Assert.Throws<ForbiddenException>(() => Rules.Require(Light.Red, Turn.Look, Actors.Auditor(Government.Japan), Party.SendingAgency, Subject));

    [Fact]
    public void A_step_that_is_not_open_now_is_refused_in_the_words_of_the_table() =>
        Attempt.Refused("Test.NotNow", () => Rules.Require(Light.Green, Turn.Look, Officer, Party.SendingAgency, Subject));

    [Fact]
    public void A_step_of_somebody_else_is_forbidden_also_when_it_is_not_open_now() =>
        Assert.Throws<ForbiddenException>(() => Rules.Require(Light.Off, Turn.Stop, Officer, Party.SendingAgency, Subject));

    [Fact]
    public void One_of_several_parties_is_enough() =>
        Assert.Equal(Light.Green, Rules.Require(Light.Red, Turn.Go, Officer, Party.SendingAgency | Party.JapanAgency, Subject).To);

    [Fact]
    public void The_open_steps_are_those_of_the_actor_in_this_status()
    {
        Assert.Equal([Turn.Go, Turn.Look], Rules.Open(Light.Red, Officer, Party.SendingAgency));
        Assert.Equal([Turn.Leave], Rules.Open(Light.Red, Actors.Candidate(), Party.Applicant));
        Assert.Empty(Rules.Open(Light.Off, Officer, Party.SendingAgency));
    }

    [Fact]
    public void A_case_waits_for_the_parties_of_its_rows_but_not_for_those_who_may_only_step_aside()
    {
        Assert.Equal(Party.SendingAgency, Rules.WhoMoves(Light.Red));
        Assert.Equal(Party.Applicant | Party.EitherAgency, Rules.WhoMoves(Light.Green));
        Assert.Equal(Party.None, Rules.WhoMoves(Light.Off));
    }

    [Fact]
    public void A_joint_row_is_for_both_governments()
    {
        var row = Rules.Rows.Single(r => r.IsJoint);
        Assert.All(Governments.Both, g => Assert.True(row.Admits(Actors.Officer(g), Actors.Officer(g).AgencyParty)));
        Assert.False(row.Admits(Actors.Clock, Actors.Clock.AgencyParty));
    }

    private sealed class Thing : Aggregate;
}
