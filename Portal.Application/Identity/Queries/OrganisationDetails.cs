using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Identity.Queries;

/// <summary>One organisation of the own side with all its names, the newest first.</summary>
public sealed record OrganisationDetails(Guid Id) : IQuery<OrganisationDetails.Details>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.ManageOrganisations);

    public sealed record Details(Guid Id, string Code, Government Government, BilingualText Name, IReadOnlyList<DatedName> Names);

    public sealed record DatedName(BilingualText Name, DateOnly From, NameState State);

    public enum NameState { Earlier, InForce, Later }
}

internal sealed class OrganisationDetailsHandler(IPortalDb db, ICurrentActor current, TimeProvider clock)
    : IQueryHandler<OrganisationDetails, OrganisationDetails.Details>
{
    public async ValueTask<OrganisationDetails.Details> Handle(OrganisationDetails query, CancellationToken ct)
    {
        var organisation = await db.Organisations.AsNoTracking().Where(Organisation.VisibleTo(current.Actor)).GetAsync(query.Id, ct);
        var today = current.Actor.Today(clock);
        var now = organisation.NameOn(today);
        return new OrganisationDetails.Details(
            organisation.Id, organisation.Code, organisation.Government, now,
            [.. organisation.Names.OrderByDescending(n => n.From).Select(n => new OrganisationDetails.DatedName(n.Name, n.From, State(n, now, today)))]);
    }

    private static OrganisationDetails.NameState State(OrganisationName name, BilingualText now, DateOnly today) =>
        ReferenceEquals(name.Name, now) ? OrganisationDetails.NameState.InForce
        : name.From > today ? OrganisationDetails.NameState.Later
        : OrganisationDetails.NameState.Earlier;
}
