using System.Linq.Expressions;
using Portal.Application.Shared;

namespace Portal.Application.Identity.Domain;

/// <summary>A role of one person at one organisation, from a day to a day. Begins as an invitation to a mail address.</summary>
public sealed class Membership : Aggregate
{
    /// <summary>How long an invitation can be accepted.</summary>
    public static readonly TimeSpan InvitationLife = TimeSpan.FromDays(7);

    private Membership() { }

    public Guid OrganisationId { get; private set; }
    public Government Government { get; private set; }
    public Role Role { get; private set; }
    public string InvitedAddress { get; private set; } = "";

    /// <summary>The mailed link names this instant, so that inviting again makes the earlier link void.</summary>
    public DateTimeOffset InvitedAt { get; private set; }
    public Guid? PersonId { get; private set; }
    public DateTimeOffset? AcceptedAt { get; private set; }
    public DateOnly StartsOn { get; private set; }

    /// <summary>The last day, inclusive; null while open-ended.</summary>
    public DateOnly? EndsOn { get; private set; }

    public override Government? Side => Government;

    public static Membership Invite(
        Organisation organisation, Role role, string address, DateOnly startsOn, DateOnly? endsOn, DateTimeOffset now)
    {
        if (!Roles.OfStaff.Contains(role))
        {
            throw new RefusedException(new Error("Identity.Invite.RoleUnknown", "Role"));
        }

        if (endsOn < startsOn)
        {
            throw new RefusedException(new Error("Identity.Invite.EndsBeforeStart", "EndsOn"));
        }

        var membership = new Membership
        {
            OrganisationId = organisation.Id,
            Government = organisation.Government,
            Role = role,
            InvitedAddress = address,
            InvitedAt = now,
            StartsOn = startsOn,
            EndsOn = endsOn,
        };
        membership.Raise(new MemberInvited(membership.Id));
        return membership;
    }

    /// <summary>Each government knows its own members only.</summary>
    public static Expression<Func<Membership, bool>> VisibleTo(Actor actor) => m => m.Government == actor.Agency;

    /// <summary>A new link for an invitation that was not accepted; the earlier link stops working.</summary>
    public void InviteAgain(DateTimeOffset now)
    {
        RequireOpenInvitation();
        InvitedAt = now;
        Raise(new MemberInvited(Id));
    }

    public bool CanBeAccepted(DateTimeOffset now) => AcceptedAt is null && EndedEarly is false && now < InvitedAt + InvitationLife;

    /// <summary>The person takes the role. The caller has checked that the verified address is the invited one.</summary>
    /// <param name="others">The person's other memberships: nobody serves both governments at the same time.</param>
    public void Accept(Guid personId, IReadOnlyCollection<Membership> others, DateTimeOffset now)
    {
        RequireOpenInvitation();
        if (!CanBeAccepted(now))
        {
            throw new RefusedException("Identity.Invite.Expired");
        }

        if (others.Any(m => m.Government != Government && !m.IsOver(StartsOn)))
        {
            throw new RefusedException(new Error("Identity.Invite.OtherGovernment"), this);
        }

        (PersonId, AcceptedAt) = (personId, now);
    }

    /// <summary>Ends the role after a day; with yesterday or earlier it counts on the next request.</summary>
    public void End(DateOnly lastDay, Actor actor)
    {
        if (actor.UserId == PersonId)
        {
            throw new RefusedException("Identity.Membership.NotYourself", this);
        }

        if (EndedEarly || EndsOn <= lastDay)
        {
            throw new RefusedException("Identity.Membership.EndsBefore");
        }

        EndsOn = lastDay;
        EndedEarly = AcceptedAt is null;
    }

    /// <summary>The person is to be signed out everywhere. The role stays.</summary>
    /// <returns>Whom it concerns.</returns>
    /// <exception cref="NotFoundException">Nobody holds the role today.</exception>
    public Guid SignOut(DateOnly today)
    {
        if (!IsInForce(today))
        {
            throw new NotFoundException();
        }

        Raise(new SignedOutByAdministrator(PersonId!.Value));
        return PersonId.Value;
    }

    /// <summary>An invitation that was taken back before anybody accepted it.</summary>
    public bool EndedEarly { get; private set; }

    public bool IsOver(DateOnly day) => EndsOn < day;

    /// <summary>Whether the role gives rights on a day of its own government's calendar.</summary>
    public bool IsInForce(DateOnly day) => PersonId is not null && StartsOn <= day && !IsOver(day);

    public MembershipState StateOn(DateOnly today, DateTimeOffset now) => this switch
    {
        _ when EndedEarly || IsOver(today) => MembershipState.Ended,
        { AcceptedAt: null } => CanBeAccepted(now) ? MembershipState.Invited : MembershipState.InvitationExpired,
        _ => StartsOn <= today ? MembershipState.InForce : MembershipState.NotYet,
    };

    private void RequireOpenInvitation()
    {
        if (AcceptedAt is not null || EndedEarly)
        {
            throw new RefusedException("Identity.Invite.AlreadyUsed");
        }
    }
}

/// <summary>How a membership stands on a day, for lists and their filter.</summary>
public enum MembershipState { Invited, InvitationExpired, NotYet, InForce, Ended }
