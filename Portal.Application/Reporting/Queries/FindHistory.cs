using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Shared;

namespace Portal.Application.Reporting.Queries;

/// <summary>The items of the auditor's side that an application number, a call or organisation code, or an id names.</summary>
public sealed record FindHistory(string? Text) : IQuery<IReadOnlyList<FindHistory.Item>>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.ReadHistory);

    /// <param name="Name">What the item is called; null for what is gone or whose name the reader may not see.</param>
    public sealed record Item(string Type, Guid Id, BilingualText? Name, long Entries, DateTimeOffset LastAt);
}

internal sealed class FindHistoryHandler(IPortalDb db, ICurrentActor current) : IQueryHandler<FindHistory, IReadOnlyList<FindHistory.Item>>
{
    private const int Most = 50;

    public async ValueTask<IReadOnlyList<FindHistory.Item>> Handle(FindHistory query, CancellationToken ct)
    {
        var text = CleanText.Latin(query.Text);
        if (text.Length == 0)
        {
            return [];
        }

        var ids = await HistoryItems.FindAsync(db, text, Most, ct);
        var found = await db.AuditEntries.AsNoTracking().Where(HistorySides.ReadableBy(current.Actor)).Where(e => ids.Contains(e.CaseId))
            .GroupBy(e => new { e.CaseType, e.CaseId })
            .Select(g => new { g.Key.CaseType, g.Key.CaseId, Entries = g.LongCount(), LastAt = g.Max(e => e.At) }).ToListAsync(ct);
        var names = await HistoryItems.NamesAsync(db, current.Actor, found.Select(f => (f.CaseType, f.CaseId)), ct);
        return [.. found.OrderBy(f => ids.IndexOf(f.CaseId)).Select(f => new FindHistory.Item(f.CaseType, f.CaseId, names.GetValueOrDefault(f.CaseId), f.Entries, f.LastAt))];
    }
}
