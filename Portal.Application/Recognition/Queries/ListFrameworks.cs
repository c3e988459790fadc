using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Queries;

/// <summary>The versions of the framework that are held side by side, newest first.</summary>
public sealed record ListFrameworks : IQuery<IReadOnlyList<ListFrameworks.Row>>, IPortalMessage
{
    public static Access Access => Access.Anyone;

    public sealed record Row(FrameworkVersion Version, int WorkRoles, int Statements);
}

internal sealed class ListFrameworksHandler(IPortalDb db) : IQueryHandler<ListFrameworks, IReadOnlyList<ListFrameworks.Row>>
{
    public async ValueTask<IReadOnlyList<ListFrameworks.Row>> Handle(ListFrameworks query, CancellationToken ct)
    {
        var versions = await db.FrameworkVersionsAsync(ct);
        var counts = await db.Frameworks.SelectMany(x => x.Elements).GroupBy(x => new { x.FrameworkId, x.Kind })
            .Select(x => new { x.Key.FrameworkId, x.Key.Kind, Count = x.Count() }).ToListAsync(ct);
        return
        [
            .. versions.Select(v => new ListFrameworks.Row(
                v, Sum(v.Id, FrameworkElementKind.WorkRole), Sum(v.Id, FrameworkElementKind.Task, FrameworkElementKind.Knowledge, FrameworkElementKind.Skill))),
        ];

        int Sum(Guid framework, params FrameworkElementKind[] kinds) => counts.Where(x => x.FrameworkId == framework && kinds.Contains(x.Kind)).Sum(x => x.Count);
    }
}
