using System.Globalization;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Identity.Queries;

/// <summary>The organisations of the own side by their name of today, in the order of one language.</summary>
public sealed record ListOrganisations(string Language) : IQuery<IReadOnlyList<ListOrganisations.Row>>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.ManageOrganisations, Permission.InviteMembers);

    /// <param name="Members">People with a role in force today.</param>
    public sealed record Row(Guid Id, string Code, BilingualText Name, int Members);
}

internal sealed class ListOrganisationsHandler(IPortalDb db, ICurrentActor current, TimeProvider clock)
    : IQueryHandler<ListOrganisations, IReadOnlyList<ListOrganisations.Row>>
{
    public async ValueTask<IReadOnlyList<ListOrganisations.Row>> Handle(ListOrganisations query, CancellationToken ct)
    {
        var today = current.Actor.Today(clock);
        var organisations = await db.Organisations.AsNoTracking().Where(Organisation.VisibleTo(current.Actor)).ToListAsync(ct);
        var members = await db.Memberships.Where(Membership.VisibleTo(current.Actor)).Where(MembershipStates.InForce(today))
            .GroupBy(m => m.OrganisationId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(x => x.Key, x => x.Count, ct);

        // A government has tens of organisations, and which name holds today is a rule of the domain: sorted here.
        return [.. organisations
            .Select(o => new ListOrganisations.Row(o.Id, o.Code, o.NameOn(today), members.GetValueOrDefault(o.Id)))
            .OrderBy(r => r.Name.Best(query.Language).Text, StringComparer.Create(CultureInfo.GetCultureInfo(query.Language), ignoreCase: true))];
    }
}
