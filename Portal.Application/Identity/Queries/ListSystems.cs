using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Identity.Queries;

/// <summary>The connected systems of the own side, the newest first.</summary>
public sealed record ListSystems(int Page = 1) : IQuery<ListSystems.Systems>, IPortalMessage
{
    public const int PageSize = 50;

    public static Access Access => Access.Holding(Permission.ManageSystems);

    public sealed record Systems(IReadOnlyList<Row> Rows, int Page, int Pages);

    public sealed record Row(
        Guid Id, BilingualText Name, BilingualText Organisation, SystemKind Kind, ConnectedSystemStatus Status, DateTimeOffset RegisteredAt, Government Government);
}

internal sealed class ListSystemsHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : IQueryHandler<ListSystems, ListSystems.Systems>
{
    public async ValueTask<ListSystems.Systems> Handle(ListSystems query, CancellationToken ct)
    {
        var today = current.Actor.Today(clock);
        var found = db.ConnectedSystems.AsNoTracking().Where(ConnectedSystem.VisibleTo(current.Actor));
        var pages = Math.Max(1, ((await found.CountAsync(ct) - 1) / ListSystems.PageSize) + 1);
        var page = Math.Clamp(query.Page, 1, pages);
        var rows = await found.Join(db.Organisations.AsNoTracking(), s => s.OrganisationId, o => o.Id, (s, o) => new { System = s, Organisation = o })
            .OrderByDescending(r => r.System.RegisteredAt).ThenBy(r => r.System.Id)
            .Skip((page - 1) * ListSystems.PageSize).Take(ListSystems.PageSize).ToListAsync(ct);
        return new ListSystems.Systems([.. rows.Select(r => RowOf(r.System, r.Organisation.NameOn(today)))], page, pages);
    }

    private static ListSystems.Row RowOf(ConnectedSystem system, BilingualText organisation) =>
        new(system.Id, system.Name, organisation, system.Kind, system.Status, system.RegisteredAt, system.Government);
}
