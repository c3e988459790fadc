using Portal.Application.Identity;
using Portal.Application.Identity.Domain;
using Portal.Application.Identity.Queries;
using Portal.Application.Shared;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Identity;

public sealed class MembershipTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 3, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly Organisation Nisc = Organisation.Register("NISC", Government.Japan, new("統括室", "Office"), new(2015, 1, 9));
    private static readonly Organisation Cisa = Organisation.Register("CISA", Government.UnitedStates, new("庁", "Agency"), new(2018, 11, 16));

    [Fact]
    public void An_invitation_gives_no_right_until_it_is_accepted()
    {
        var membership = Invited();
        Assert.False(membership.IsInForce(Today));
        membership.Accept(Guid.CreateVersion7(), [], Now);
        Assert.True(membership.IsInForce(Today));
        Assert.IsType<MemberInvited>(Assert.Single(membership.Events));
    }

    [Theory]
    [InlineData(-1, Answer.Allowed)]
    [InlineData(0, Answer.Refused)]
    [InlineData(1, Answer.Refused)]
    public void An_invitation_expires_after_seven_days(int seconds, Answer answer)
    {
        var at = Now + Membership.InvitationLife + TimeSpan.FromSeconds(seconds);
        Assert.Equal(answer, Attempt.Of(() => Invited().Accept(Guid.CreateVersion7(), [], at)));
    }

    [Fact]
    public void An_invitation_is_accepted_once()
    {
        var membership = Accepted(Nisc);
        Attempt.Refused("Identity.Invite.AlreadyUsed", () => membership.Accept(Guid.CreateVersion7(), [], Now));
        Attempt.Refused("Identity.Invite.AlreadyUsed", () => membership.InviteAgain(Now));
    }

    [Fact]
    public void Inviting_again_voids_the_earlier_link()
    {
        var membership = Invited();
        var link = Invitation.Of(membership);
        membership.InviteAgain(Now.AddMinutes(1));
        Assert.NotEqual(link, Invitation.Of(membership));
        Assert.Equal(2, membership.Events.Count);
    }

    [Fact]
    public void An_invitation_that_was_taken_back_cannot_be_accepted()
    {
        var membership = Invited();
        membership.End(Today.AddDays(-1), Actors.Administrator(Government.Japan));
        Attempt.Refused("Identity.Invite.AlreadyUsed", () => membership.Accept(Guid.CreateVersion7(), [], Now));
        Assert.Equal(MembershipState.Ended, membership.StateOn(Today, Now));
    }

    [Fact]
    public void Nobody_serves_both_governments_at_once()
    {
        var mine = Accepted(Nisc);
        var other = Membership.Invite(Cisa, Role.Auditor, "a@example.jp", Today, null, Now);
        Attempt.Refused("Identity.Invite.OtherGovernment", () => other.Accept(mine.PersonId!.Value, [mine], Now));

        mine.End(Today.AddDays(-1), Actors.Administrator(Government.Japan));
        other.Accept(mine.PersonId!.Value, [mine], Now);
        Assert.True(other.IsInForce(Today));
    }

    [Fact]
    public void A_person_may_hold_two_roles_of_one_government()
    {
        var mine = Accepted(Nisc);
        var second = Membership.Invite(Nisc, Role.Auditor, "a@example.jp", Today, null, Now);
        second.Accept(mine.PersonId!.Value, [mine], Now);
        Assert.True(second.IsInForce(Today));
    }

    [Fact]
    public void Nobody_ends_the_own_role()
    {
        var membership = Accepted(Nisc);
        var me = Actors.Administrator(Government.Japan) with { UserId = membership.PersonId!.Value };
        Attempt.Refused("Identity.Membership.NotYourself", () => membership.End(Today, me));
        Assert.True(membership.IsInForce(Today));
    }

    [Fact]
    public void A_role_counts_until_its_last_day_and_cannot_be_prolonged_by_ending_it()
    {
        var membership = Accepted(Nisc);
        var admin = Actors.Administrator(Government.Japan);
        membership.End(Today, admin);
        Assert.True(membership.IsInForce(Today));
        Assert.False(membership.IsInForce(Today.AddDays(1)));
        Attempt.Refused("Identity.Membership.EndsBefore", () => membership.End(Today.AddDays(5), admin));
    }

    [Fact]
    public void A_role_of_no_staff_and_an_end_before_the_start_are_refused()
    {
        Attempt.Refused("Identity.Invite.RoleUnknown", () => Membership.Invite(Nisc, Role.Candidate, "a@example.jp", Today, null, Now));
        Attempt.Refused("Identity.Invite.EndsBeforeStart", () => Membership.Invite(Nisc, Role.Auditor, "a@example.jp", Today, Today.AddDays(-1), Now));
    }

    [Fact]
    public void The_filter_of_the_list_says_the_same_state_as_the_membership()
    {
        var admin = Actors.Administrator(Government.Japan);
        var takenBack = Invited();
        takenBack.End(Today.AddDays(-1), admin);
        var ended = Accepted(Nisc);
        ended.End(Today.AddDays(-1), admin);
        var later = Membership.Invite(Nisc, Role.Auditor, "a@example.jp", Today.AddDays(9), null, Now);
        later.Accept(Guid.CreateVersion7(), [], Now);
        var old = Membership.Invite(Nisc, Role.Auditor, "a@example.jp", Today, null, Now - Membership.InvitationLife);

        Membership[] all = [Invited(), Accepted(Nisc), takenBack, ended, later, old];
        Assert.Equal(Enum.GetValues<MembershipState>().Length, all.Select(m => m.StateOn(Today, Now)).Distinct().Count());
        Assert.All(all, m => Assert.Equal(
            [m.StateOn(Today, Now)],
            Enum.GetValues<MembershipState>().Where(s => MembershipStates.Are(s, Today, Now).Compile()(m))));
    }

    private static Membership Invited() => Membership.Invite(Nisc, Role.ProgrammeOfficer, "a@example.jp", Today, null, Now);

    private static Membership Accepted(Organisation organisation)
    {
        var membership = Membership.Invite(organisation, Role.ProgrammeOfficer, "a@example.jp", Today, null, Now);
        membership.Accept(Guid.CreateVersion7(), [], Now);
        return membership;
    }
}
