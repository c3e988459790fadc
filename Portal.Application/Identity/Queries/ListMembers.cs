using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Identity.Queries;

/// <summary>Members and invitations of the own side, sorted by name; open invitations by their address.</summary>
public sealed record ListMembers(Guid? OrganisationId = null, Role? Role = null, MembershipState? State = null, int Page = 1)
    : IQuery<ListMembers.Members>, IPortalMessage
{
    public const int PageSize = 50;

    public static Access Access => Access.Holding(Permission.InviteMembers);

    public sealed record Members(IReadOnlyList<Row> Rows, int Page, int Pages);

    /// <param name="Name">Null until the invitation is accepted.</param>
    public sealed record Row(
        Guid Id, string? Name, string Address, Role Role, BilingualText Organisation,
        DateOnly StartsOn, DateOnly? EndsOn, DateTimeOffset InvitationExpiresAt, MembershipState State, bool IsMe);
}

internal sealed class ListMembersHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : IQueryHandler<ListMembers, ListMembers.Members>
{
    public async ValueTask<ListMembers.Members> Handle(ListMembers query, CancellationToken ct)
    {
        var (now, today) = (clock.GetUtcNow(), current.Actor.Today(clock));
        var found = Filtered(query, today, now);
        var pages = Math.Max(1, ((await found.CountAsync(ct) - 1) / ListMembers.PageSize) + 1);
        var page = Math.Clamp(query.Page, 1, pages);
        var rows = await MemberRows.ReadAsync(db, found, (page - 1) * ListMembers.PageSize, ListMembers.PageSize, ct);
        return new ListMembers.Members([.. rows.Select(r => r.On(today, now, current.Actor))], page, pages);
    }

    private IQueryable<Membership> Filtered(ListMembers query, DateOnly today, DateTimeOffset now)
    {
        var members = db.Memberships.AsNoTracking().Where(Membership.VisibleTo(current.Actor));
        members = query.OrganisationId is { } organisation ? members.Where(m => m.OrganisationId == organisation) : members;
        members = query.Role is { } role ? members.Where(m => m.Role == role) : members;
        return query.State is { } state ? members.Where(MembershipStates.Are(state, today, now)) : members;
    }
}
