using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Identity.Queries;

/// <summary>A link to the newest open invitation of the signed-in person's own address, so that somebody who registered because of it gets back to it.</summary>
public sealed record OpenInvitation : IQuery<string?>, IPortalMessage
{
    public static Access Access => Access.SignedIn;
}

internal sealed class OpenInvitationHandler(IPortalDb db, ICurrentActor current, ILinkTokens tokens, TimeProvider clock) : IQueryHandler<OpenInvitation, string?>
{
    public async ValueTask<string?> Handle(OpenInvitation query, CancellationToken ct)
    {
        var since = clock.GetUtcNow() - Membership.InvitationLife;
        var mine = db.People.Where(p => p.Id == current.Actor.UserId).Select(p => p.MailAddress);
        var open = await db.Memberships.AsNoTracking()
            .Where(m => mine.Contains(m.InvitedAddress) && m.AcceptedAt == null && !m.EndedEarly && m.InvitedAt > since)
            .OrderByDescending(m => m.InvitedAt).FirstOrDefaultAsync(ct);
        return open is null ? null : tokens.Create(Invitation.Purpose, Invitation.Of(open));
    }
}
