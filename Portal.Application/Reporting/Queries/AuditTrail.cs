using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity;
using Portal.Application.Shared;

namespace Portal.Application.Reporting.Queries;

/// <summary>The history of one item, with the state of its chain and who opened its personal file.</summary>
public sealed record AuditTrail(string Type, Guid Id, int Page) : IQuery<AuditTrail.Trail>, IPortalMessage
{
    public const int PageSize = 50, MaxPages = 400, ShownReadings = 100;

    public static Access Access => Access.Holding(Permission.ReadHistory);

    /// <param name="Name">What the item is called; null for what is gone or whose name the reader may not see.</param>
    /// <param name="Lines">One page, the oldest first.</param>
    /// <param name="Readings">The latest first.</param>
    public sealed record Trail(
        string Type, Guid Id, BilingualText? Name, IReadOnlyList<HistoryLine> Lines, int Page, int Pages, Chain Chain, IReadOnlyList<Reading> Readings);

    /// <param name="Verified">Entries recomputed and found unchanged.</param>
    /// <param name="Fault">What is wrong with the next entry; null when the whole chain holds.</param>
    public sealed record Chain(long Verified, ChainFaultKind? Fault);

    public sealed record Reading(DateTimeOffset At, string? Person, BilingualText? Office, Government? Government);
}

internal sealed class AuditTrailHandler(IPortalDb db, ICurrentActor current) : IQueryHandler<AuditTrail, AuditTrail.Trail>
{
    public async ValueTask<AuditTrail.Trail> Handle(AuditTrail query, CancellationToken ct)
    {
        var entries = db.AuditEntries.AsNoTracking().Where(HistorySides.ReadableBy(current.Actor)).Where(e => e.CaseId == query.Id && e.CaseType == query.Type);
        var count = await entries.OrderBy(e => e.Sequence).Take(AuditTrail.PageSize * AuditTrail.MaxPages).CountAsync(ct);
        if (count == 0)
        {
            throw new NotFoundException();
        }

        var pages = (count + AuditTrail.PageSize - 1) / AuditTrail.PageSize;
        var page = Math.Clamp(query.Page, 1, pages);
        var shown = await entries.OrderBy(e => e.Sequence).Skip((page - 1) * AuditTrail.PageSize).Take(AuditTrail.PageSize).ToListAsync(ct);
        var readings = await db.FileReadings.AsNoTracking().Where(r => r.CaseId == query.Id)
            .OrderByDescending(r => r.At).Take(AuditTrail.ShownReadings).ToListAsync(ct);
        var readers = await WhoIsWho.OfAsync(db, readings.Select(r => r.ActorId), readings.Select(r => r.OrganisationId), ct);
        var names = await HistoryItems.NamesAsync(db, current.Actor, [(query.Type, query.Id)], ct);
        return new(
            query.Type, query.Id, names.GetValueOrDefault(query.Id), await db.HistoryLinesAsync(current.Actor, shown, ct), page, pages,
            await ChainAsync(query.Id, ct), [.. readings.Select(r => Reading(r, readers))]);
    }

    private static AuditTrail.Reading Reading(FileReading reading, WhoIsWho who) =>
        new(reading.At, who.Person(reading.ActorId), who.Office(reading.OrganisationId, reading.At), who.Government(reading.OrganisationId));

    /// <summary>The whole chain, page or not: one changed entry makes all later ones doubtful.</summary>
    private async Task<AuditTrail.Chain> ChainAsync(Guid caseId, CancellationToken ct)
    {
        AuditEntry? previous = null;
        await foreach (var entry in db.AuditEntries.AsNoTracking().Where(e => e.CaseId == caseId).OrderBy(e => e.Sequence).AsAsyncEnumerable().WithCancellation(ct))
        {
            if (entry.FaultAfter(previous) is { } fault)
            {
                return new(previous?.Sequence ?? 0, fault);
            }

            previous = entry;
        }

        return new(previous?.Sequence ?? 0, null);
    }
}
