using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Shared;

namespace Portal.Application.Identity.Queries;

/// <summary>Who somebody is and what they are now, for a system that they have allowed to know.</summary>
public sealed record AboutMe : IQuery<AboutMe.Self>, IPortalMessage
{
    public static Access Access => Access.SignedIn;

    public sealed record Self(Guid Id, string Name, string Language, IReadOnlyList<Held> Roles);

    public sealed record Held(string Role, Name Organisation);

    public sealed record Name(string Ja, string En);
}

internal sealed class AboutMeHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : IQueryHandler<AboutMe, AboutMe.Self>
{
    public async ValueTask<AboutMe.Self> Handle(AboutMe query, CancellationToken ct)
    {
        var me = await db.People.AsNoTracking().GetAsync(current.Actor.UserId, ct);
        return new(me.Id, me.DisplayName, me.Language, current.Actor.Agency is { } agency ? await HeldAsync(me.Id, agency, ct) : []);
    }

    private async Task<IReadOnlyList<AboutMe.Held>> HeldAsync(Guid personId, Government agency, CancellationToken ct)
    {
        var today = Staff.Today(agency, clock.GetUtcNow());
        var held = await db.Memberships.AsNoTracking().Where(m => m.PersonId == personId && m.Government == agency).OrderBy(m => m.StartsOn)
            .Join(db.Organisations.AsNoTracking(), m => m.OrganisationId, o => o.Id, (m, o) => new { Membership = m, Organisation = o })
            .ToListAsync(ct);
        return [.. held.Where(x => x.Membership.IsInForce(today)).Select(x => Of(x.Membership.Role, x.Organisation.NameOn(today)))];
    }

    private static AboutMe.Held Of(Role role, BilingualText name) => new(role.ToString(), new(name.Ja, name.En));
}
