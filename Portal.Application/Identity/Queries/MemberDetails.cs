using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Identity.Queries;

/// <summary>One member or invitation of the own side: what a page shows before it asks.</summary>
public sealed record MemberDetails(Guid Id) : IQuery<ListMembers.Row>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.InviteMembers);
}

internal sealed class MemberDetailsHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : IQueryHandler<MemberDetails, ListMembers.Row>
{
    public async ValueTask<ListMembers.Row> Handle(MemberDetails query, CancellationToken ct)
    {
        var found = db.Memberships.AsNoTracking().Where(Membership.VisibleTo(current.Actor)).Where(m => m.Id == query.Id);
        var rows = await MemberRows.ReadAsync(db, found, 0, 1, ct);
        return rows.Count == 1 ? rows[0].On(current.Actor.Today(clock), clock.GetUtcNow(), current.Actor) : throw new NotFoundException();
    }
}
