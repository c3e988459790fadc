using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Shared;

namespace Portal.Application.Reporting.Queries;

/// <summary>The items of the auditor's side that an application number, a call or organisation code, or an id names.</summary>
public sealed record FindHistory(string? Text) : IQuery<IReadOnlyList<FindHistory.Item>>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.ReadHistory);

    /// <param name="Name">Number or code of the item; null for what has none.</param>
    public sealed record Item(string Type, Guid Id, string? Name, long Entries, DateTimeOffset LastAt);
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
        var items = new List<FindHistory.Item>();
        foreach (var one in found.OrderBy(f => ids.IndexOf(f.CaseId)))
        {
            items.Add(new(one.CaseType, one.CaseId, await HistoryItems.NameAsync(db, one.CaseType, one.CaseId, ct), one.Entries, one.LastAt));
        }

        return items;
    }
}
