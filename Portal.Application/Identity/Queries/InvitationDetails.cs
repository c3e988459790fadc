using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Identity.Queries;

/// <summary>What a mailed link invites to. Null when the link is void. Changes nothing: mail scanners open links too.</summary>
public sealed record InvitationDetails(string? Token) : IQuery<InvitationDetails.Found?>, IPortalMessage
{
    public static Access Access => Access.Anyone;

    /// <param name="IsMine">The signed-in person has the invited address.</param>
    public sealed record Found(
        MembershipState State, bool IsUsed, bool IsMine, string Address, BilingualText Organisation, Government Government,
        Role Role, DateOnly StartsOn, DateOnly? EndsOn, DateTimeOffset ExpiresAt);
}

internal sealed class InvitationDetailsHandler(IPortalDb db, ICurrentActor current, ILinkTokens tokens, TimeProvider clock)
    : IQueryHandler<InvitationDetails, InvitationDetails.Found?>
{
    public async ValueTask<InvitationDetails.Found?> Handle(InvitationDetails query, CancellationToken ct)
    {
        if (await db.InvitationAsync(tokens, query.Token, ct) is not { } invitation)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var organisation = await db.Organisations.AsNoTracking().GetAsync(invitation.OrganisationId, ct);
        var isMine = await db.People.AnyAsync(p => p.Id == current.Actor.UserId && p.MailAddress == invitation.InvitedAddress, ct);
        return new InvitationDetails.Found(
            invitation.StateOn(Staff.Today(invitation.Government, now), now), invitation.AcceptedAt is not null, isMine, invitation.InvitedAddress,
            organisation.NameOn(invitation.StartsOn), invitation.Government, invitation.Role, invitation.StartsOn, invitation.EndsOn,
            invitation.InvitedAt + Membership.InvitationLife);
    }
}
