using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Identity.Queries;

/// <summary>A membership with the name of its person and its organisation.</summary>
internal sealed record MemberRows(Membership Membership, string? Name, Organisation Organisation)
{
    public static async Task<List<MemberRows>> ReadAsync(IPortalDb db, IQueryable<Membership> members, int skip, int take, CancellationToken ct)
    {
        var rows = from m in members
                   join o in db.Organisations.AsNoTracking() on m.OrganisationId equals o.Id
                   join p in db.People on m.PersonId equals p.Id into people
                   from p in people.DefaultIfEmpty()
                   orderby p == null ? m.InvitedAddress : p.DisplayName, m.Id
                   select new { Membership = m, Name = p == null ? null : p.DisplayName, Organisation = o };
        return [.. (await rows.Skip(skip).Take(take).ToListAsync(ct)).Select(r => new MemberRows(r.Membership, r.Name, r.Organisation))];
    }

    public ListMembers.Row On(DateOnly today, DateTimeOffset now, Actor actor) => new(
        Membership.Id, Name, Membership.InvitedAddress, Membership.Role, Organisation.NameOn(today), Membership.StartsOn, Membership.EndsOn,
        Membership.InvitedAt + Membership.InvitationLife, Membership.StateOn(today, now), Membership.PersonId == actor.UserId);
}
