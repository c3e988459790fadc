using Mediator;
using Portal.Application.Identity.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Identity;

/// <summary>Sends the invitation. The link's secret is made here and stored nowhere.</summary>
internal sealed class IdentityNotifications(IPortalDb db, IMailer mail, ILinkTokens tokens, TimeProvider clock) : INotificationHandler<MemberInvited>
{
    public async ValueTask Handle(MemberInvited e, CancellationToken ct)
    {
        var membership = await db.Memberships.GetAsync(e.MembershipId, ct);
        if (!membership.CanBeAccepted(clock.GetUtcNow()))
        {
            return;
        }

        var organisation = await db.Organisations.GetAsync(membership.OrganisationId, ct);
        var token = tokens.Create(Invitation.Purpose, Invitation.Of(membership));
        await mail.SendToAddressAsync(
            membership.InvitedAddress,
            membership.Government == Government.Japan ? "ja" : "en",
            "Mail.Identity.Invited",
            new InvitationMail(organisation.NameOn(membership.StartsOn), membership.Role, membership.InvitedAt + Membership.InvitationLife),
            $"/Account/Invitation?token={Uri.EscapeDataString(token)}",
            ct);
    }
}

internal sealed record InvitationMail(BilingualText Organisation, Role Role, DateTimeOffset ExpiresAt);
