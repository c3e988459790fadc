using System.Linq.Expressions;
using Portal.Application.Identity.Domain;

namespace Portal.Application.Identity.Queries;

/// <summary><see cref="Membership.StateOn"/> in the database's words.</summary>
internal static class MembershipStates
{
    public static Expression<Func<Membership, bool>> InForce(DateOnly today) =>
        m => m.AcceptedAt != null && m.StartsOn <= today && (m.EndsOn == null || m.EndsOn >= today);

    public static Expression<Func<Membership, bool>> Are(MembershipState state, DateOnly today, DateTimeOffset now)
    {
        var since = now - Membership.InvitationLife;
        return state switch
        {
            MembershipState.Ended => m => m.EndedEarly || m.EndsOn < today,
            MembershipState.Invited => m => m.AcceptedAt == null && !m.EndedEarly && (m.EndsOn == null || m.EndsOn >= today) && m.InvitedAt > since,
            MembershipState.InvitationExpired => m => m.AcceptedAt == null && !m.EndedEarly && (m.EndsOn == null || m.EndsOn >= today) && m.InvitedAt <= since,
            MembershipState.NotYet => m => m.AcceptedAt != null && m.StartsOn > today && (m.EndsOn == null || m.EndsOn >= today),
            _ => InForce(today),
        };
    }
}
