using System.Linq.Expressions;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Queries;

/// <summary>Whose move a case waits for, as the reader's own desk sees it.</summary>
public enum CaseDeskTab { Mine, OtherGovernment, Holder, Done }

/// <param name="Q">A number or a name, in any spelling.</param>
/// <param name="DueBy">A day of the reader's own government's calendar, inclusive.</param>
public sealed record CaseDeskFilter(string? Q = null, RecognitionCaseStatus? Status = null, DateOnly? DueBy = null);

/// <summary>The case desk's queue, earliest due first: one page of one tab, and how much stands behind each tab.</summary>
public sealed record ListRecognitionCases(CaseDeskTab Tab, CaseDeskFilter Filter, int Page) : IQuery<ListRecognitionCases.Queue>, IPortalMessage
{
    public const int PageSize = 25, CountedTo = 1000;

    public static Access Access => Access.Holding(Permission.ReadRecognitionCases);

    /// <param name="Tabs">Cases behind each tab under the same filters but the status; one more than <see cref="CountedTo"/> stands for any more.</param>
    public sealed record Queue(IReadOnlyList<Row> Rows, int Count, int Page, IReadOnlyDictionary<CaseDeskTab, int> Tabs)
    {
        public int Pages => Math.Max(1, (Math.Min(Count, CountedTo) + PageSize - 1) / PageSize);
    }

    /// <param name="Basis">Where the decision under it stands.</param>
    public sealed record Row(Guid Id, string Number, string Name, EquivalenceSource Source, string Target, RecognitionCaseStatus Status, CaseMove Mover, Deadline? Due, bool IsClockStopped, BasisPhase Basis);
}

internal sealed class ListRecognitionCasesHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : IQueryHandler<ListRecognitionCases, ListRecognitionCases.Queue>
{
    public async ValueTask<ListRecognitionCases.Queue> Handle(ListRecognitionCases query, CancellationToken ct)
    {
        var (ended, tabs) = (await EndedAsync(ct), new Dictionary<CaseDeskTab, int>());
        foreach (var tab in Enum.GetValues<CaseDeskTab>())
        {
            tabs[tab] = await Cases(tab, query.Filter with { Status = null }, ended).OrderBy(c => c.Mover).Take(ListRecognitionCases.CountedTo + 1).CountAsync(ct);
        }

        var cases = Cases(query.Tab, query.Filter, ended);
        var count = query.Filter.Status is null ? tabs[query.Tab] : await cases.OrderBy(c => c.Mover).Take(ListRecognitionCases.CountedTo + 1).CountAsync(ct);
        var page = Math.Clamp(query.Page, 1, new ListRecognitionCases.Queue([], count, 1, tabs).Pages);
        return new(await RowsAsync(cases, page, ct), count, page, tabs);
    }

    private async Task<IReadOnlyList<ListRecognitionCases.Row>> RowsAsync(IQueryable<RecognitionCase> cases, int page, CancellationToken ct)
    {
        var rows = await cases.OrderBy(c => c.DueAt == null).ThenBy(c => c.DueAt).ThenBy(c => c.Number)
            .Skip((page - 1) * ListRecognitionCases.PageSize).Take(ListRecognitionCases.PageSize)
            .Join(db.Equivalences, c => c.EquivalenceId, e => e.Id, (c, e) => new { c.Id, c.Number, c.HolderName, e.Source, e.TargetCode, c.Status, c.Mover, c.HostGovernment, c.NextBy, c.DueAt, c.EquivalenceVersionId }).ToListAsync(ct);
        var (periods, now) = (await db.PeriodsAsync([.. rows.Select(c => c.EquivalenceVersionId).Distinct()], ct), clock.GetUtcNow());
        return [.. rows.OrderBy(c => c.DueAt ?? DateTimeOffset.MaxValue).ThenBy(c => c.Number, StringComparer.Ordinal).Select(c =>
        {
            var basis = BasisPhase.Of(c.EquivalenceVersionId, periods, now);
            var mover = RecognitionCase.MoverAt(c.Mover, c.HostGovernment, basis, c.Status == RecognitionCaseStatus.AwaitingMeasure && c.DueAt <= now);
            return new ListRecognitionCases.Row(c.Id, c.Number, c.HolderName, c.Source, c.TargetCode, c.Status, mover, c.NextBy, c.Status == RecognitionCaseStatus.InformationRequested, basis);
        })];
    }

    /// <summary>Nobody handles the own case.</summary>
    private IQueryable<RecognitionCase> Cases(CaseDeskTab tab, CaseDeskFilter filter, List<Guid> ended)
    {
        var me = current.Actor.UserId;
        var cases = db.RecognitionCases.AsNoTracking().Where(Behind(tab, ended, clock.GetUtcNow())).Where(c => c.HolderId != me);
        cases = filter.Status is { } status ? cases.Where(c => c.Status == status) : cases;
        cases = filter.DueBy is { } day && EndOf(day) is var end ? cases.Where(c => c.DueAt < end) : cases;
        return SearchKey.Fold(filter.Q) is { Length: > 0 } key ? cases.Where(c => c.SearchText.Contains(key)) : cases;
    }

    private Expression<Func<RecognitionCase, bool>> Behind(CaseDeskTab tab, List<Guid> ended, DateTimeOffset now) => tab switch
    {
        CaseDeskTab.Mine => WaitingFor(current.Actor.Agency!.Value, ended, now),
        CaseDeskTab.OtherGovernment => WaitingFor(current.Actor.Agency!.Value.Other(), ended, now),
        CaseDeskTab.Holder => c => c.Mover == CaseMove.Holder && !(ended.Contains(c.EquivalenceVersionId) || (c.Status == RecognitionCaseStatus.AwaitingMeasure && c.DueAt <= now)),
        _ => c => c.Mover == CaseMove.Nobody,
    };

    /// <summary>What only the host can end waits for the host, whoever had the word (<see cref="RecognitionCase.MoverAt(BasisPhase, DateTimeOffset)"/>).</summary>
    /// <param name="ended">Versions that have ended under open cases.</param>
    private static Expression<Func<RecognitionCase, bool>> WaitingFor(Government side, List<Guid> ended, DateTimeOffset now)
    {
        var (own, other) = (RecognitionCase.Of(side), RecognitionCase.Of(side.Other()));
        return c => (c.Mover == own && (c.HostGovernment == side || !ended.Contains(c.EquivalenceVersionId)))
            || (c.HostGovernment == side && (c.Mover == other || c.Mover == CaseMove.Holder)
                && (ended.Contains(c.EquivalenceVersionId) || (c.Status == RecognitionCaseStatus.AwaitingMeasure && c.DueAt <= now)));
    }

    /// <summary>Of no such version anything holds now or later (<see cref="BasisPhase.HasEnded"/>).</summary>
    private async Task<List<Guid>> EndedAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return await db.RecognitionCases.Where(c => c.SubmittedAt != null && c.EndedAt == null).Select(c => c.EquivalenceVersionId).Distinct()
            .Where(id => !db.Equivalences.SelectMany(e => e.Periods).Any(p => p.VersionId == id && p.ReplacedAt == null && p.State != PeriodState.Withdrawn && now < p.Until)).ToListAsync(ct);
    }

    private DateTimeOffset EndOf(DateOnly day) =>
        day < DateOnly.MaxValue && Deadline.TryFromLocal(day.AddDays(1), TimeOnly.MinValue, PortalZones.OfficialFor(current.Actor.Agency!.Value), out var end, out _) ? end.Instant : DateTimeOffset.MaxValue;
}
