using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Fellowships.Queries;

/// <summary>What anyone may apply for: now, soon, or until a short while ago.</summary>
public sealed record ListPublicCalls : IQuery<ListPublicCalls.Calls>, IPortalMessage
{
    public static readonly TimeSpan Recently = TimeSpan.FromDays(90);

    public static Access Access => Access.Anyone;

    /// <param name="Open">Earliest deadline first.</param>
    /// <param name="Upcoming">Earliest opening first.</param>
    /// <param name="RecentlyClosed">Latest closing first.</param>
    public sealed record Calls(IReadOnlyList<Row> Open, IReadOnlyList<Row> Upcoming, IReadOnlyList<Row> RecentlyClosed);

    public sealed record Row(
        Guid Id, string Code, CallPhase Phase, CallDirection Direction, BilingualText Title, BilingualText Summary,
        int Awards, Money MonthlyJpy, Money MonthlyUsd, Deadline OpensAt, Deadline ClosesAt);
}

internal sealed class ListPublicCallsHandler(IPortalDb db, TimeProvider clock) : IQueryHandler<ListPublicCalls, ListPublicCalls.Calls>
{
    private const int Most = 200;

    public async ValueTask<ListPublicCalls.Calls> Handle(ListPublicCalls query, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var since = now - ListPublicCalls.Recently;
        var calls = await db.FellowshipCalls.AsNoTracking()
            .Where(FellowshipCall.VisibleTo(Actor.Anonymous)).Where(c => c.ClosesAt > since)
            .OrderBy(c => c.ClosesAt).Take(Most).ToListAsync(ct);
        var rows = calls.ConvertAll(c => RowOf(c, now));
        return new ListPublicCalls.Calls(
            [.. rows.Where(r => r.Phase == CallPhase.Open)],
            [.. rows.Where(r => r.Phase == CallPhase.Scheduled).OrderBy(r => r.OpensAt.Instant)],
            [.. rows.Where(r => r.Phase == CallPhase.Closed).Reverse()]);
    }

    private static ListPublicCalls.Row RowOf(FellowshipCall call, DateTimeOffset now)
    {
        var content = call.Content;
        return new ListPublicCalls.Row(
            call.Id, call.Code, call.PhaseAt(now), content.Direction, content.Title.Text, content.Summary.Text,
            content.Awards, content.MonthlyJpy, content.MonthlyUsd, content.OpensAt, content.ClosesAt);
    }
}
