using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Fellowships.Queries;

/// <summary>All calls for the desks of both governments, the latest closing first.</summary>
/// <param name="Page">From 1; a page beyond the last shows the last.</param>
public sealed record ListCalls(int Page = 1) : IQuery<ListCalls.Listing>, IPortalMessage
{
    public const int PageSize = 25;

    public static Access Access => Access.Holding(Permission.WriteFellowshipCall, Permission.ReadFellowshipCases);

    public sealed record Listing(IReadOnlyList<Row> Rows, int Page, int Pages);

    /// <param name="Awaited">The governments whose approval is missing in a joint check.</param>
    public sealed record Row(
        Guid Id, string Code, BilingualText Title, CallDirection Direction, CallPhase Phase, Deadline OpensAt, Deadline ClosesAt,
        IReadOnlyList<Government> Awaited);
}

internal sealed class ListCallsHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : IQueryHandler<ListCalls, ListCalls.Listing>
{
    public async ValueTask<ListCalls.Listing> Handle(ListCalls query, CancellationToken ct)
    {
        var visible = db.FellowshipCalls.AsNoTracking().Where(FellowshipCall.VisibleTo(current.Actor));
        var pages = Math.Max(1, (await visible.CountAsync(ct) + ListCalls.PageSize - 1) / ListCalls.PageSize);
        var page = Math.Clamp(query.Page, 1, pages);
        var calls = await visible
            .OrderByDescending(c => c.ClosesAt).ThenBy(c => c.Id)
            .Skip((page - 1) * ListCalls.PageSize).Take(ListCalls.PageSize).ToListAsync(ct);
        var now = clock.GetUtcNow();
        return new ListCalls.Listing(calls.ConvertAll(c => RowOf(c, now)), page, pages);
    }

    private static ListCalls.Row RowOf(FellowshipCall call, DateTimeOffset now) => new(
        call.Id, call.Code, call.Content.Title.Text, call.Content.Direction, call.PhaseAt(now), call.Content.OpensAt, call.Content.ClosesAt, call.Awaited);
}
