using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Fellowships.Queries;

/// <summary>The work queue: one page of one tab, and how much stands behind each tab.</summary>
public sealed record ListCases(CaseTab Tab, CaseFilter Filter, CaseSort Sort, int Page) : IQuery<ListCases.Queue>, IPortalMessage
{
    public const int PageSize = 25, MaxPages = 400, CountedTo = 1000;

    public static Access Access => Access.Holding(Permission.ReadFellowshipCases);

    /// <param name="Count">All cases that match, up to the last page that is offered.</param>
    /// <param name="Tabs">Cases behind each tab under the same filters but the status, which lives in one tab; one more than <see cref="CountedTo"/> stands for any more.</param>
    public sealed record Queue(IReadOnlyList<Row> Rows, int Count, int Page, IReadOnlyDictionary<CaseTab, int> Tabs, IReadOnlyList<CallName> Calls, Government Mine)
    {
        public int Pages => Math.Max(1, (Count + PageSize - 1) / PageSize);
    }

    public sealed record Row(
        Guid Id, string Number, string NameJa, string NameEn, FellowshipApplicationStatus Status, CaseTab Turn,
        Government Sending, BilingualText CallTitle, Deadline? Due);

    public sealed record CallName(Guid Id, string Code);
}

internal sealed class ListCasesHandler(IPortalDb db, ICurrentActor current) : IQueryHandler<ListCases, ListCases.Queue>
{
    private const int MaxCalls = 200;

    public async ValueTask<ListCases.Queue> Handle(ListCases query, CancellationToken ct)
    {
        var queue = await CaseQueue.OfAsync(db, current.Actor, query.Filter.Q, ct);
        var cases = queue.Cases(db, query.Tab, query.Filter);
        var count = await Counted(cases, ListCases.PageSize * ListCases.MaxPages).CountAsync(ct);
        var page = Math.Clamp(query.Page, 1, Math.Max(1, (count + ListCases.PageSize - 1) / ListCases.PageSize));
        var numbers = await Sorted(cases, query.Sort)
            .Skip((page - 1) * ListCases.PageSize).Take(ListCases.PageSize).Select(a => a.Number).ToListAsync(ct);
        var calls = await db.FellowshipCalls.AsNoTracking().Where(c => c.Status == FellowshipCallStatus.Approved)
            .OrderByDescending(c => c.ClosesAt).Take(MaxCalls).Select(c => new ListCases.CallName(c.Id, c.Code)).ToListAsync(ct);
        return new(await RowsAsync(queue, numbers, ct), count, page, await TabsAsync(queue, query.Filter, ct), calls, current.Actor.Agency!.Value);
    }

    /// <summary>The number is unique and so settles every tie.</summary>
    private static IOrderedQueryable<FellowshipApplication> Sorted(IQueryable<FellowshipApplication> cases, CaseSort sort) => sort switch
    {
        CaseSort.Number => cases.OrderBy(a => a.Number),
        CaseSort.NameJa => cases.OrderBy(a => a.SortJa).ThenBy(a => a.Number),
        CaseSort.NameEn => cases.OrderBy(a => a.SortEn).ThenBy(a => a.Number),
        _ => cases.OrderBy(a => a.DueAt).ThenBy(a => a.Number),
    };

    /// <summary>Not to the end: in the order of the index, so that nothing is sorted either.</summary>
    private static IQueryable<FellowshipApplication> Counted(IQueryable<FellowshipApplication> cases, int most) => cases.OrderBy(a => a.Mover).Take(most);

    private async Task<IReadOnlyDictionary<CaseTab, int>> TabsAsync(CaseQueue queue, CaseFilter filter, CancellationToken ct)
    {
        var counts = new Dictionary<CaseTab, int>();
        foreach (var tab in Enum.GetValues<CaseTab>())
        {
            counts[tab] = await Counted(queue.Cases(db, tab, filter with { Status = null }), ListCases.CountedTo + 1).CountAsync(ct);
        }

        return counts;
    }

    private async Task<IReadOnlyList<ListCases.Row>> RowsAsync(CaseQueue queue, List<string> numbers, CancellationToken ct)
    {
        var found = await db.FellowshipApplications.AsNoTracking()
            .Where(FellowshipApplication.VisibleTo(current.Actor)).Where(a => numbers.Contains(a.Number))
            .Select(a => new { a.Id, a.Number, a.NameJa, a.NameEn, a.Status, a.Mover, a.SendingGovernment, a.CallId, a.DueAt })
            .ToDictionaryAsync(a => a.Number, ct);
        var callIds = found.Values.Select(a => a.CallId).Distinct().ToList();
        var calls = await db.FellowshipCalls.AsNoTracking().Where(c => callIds.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Content, ct);
        return
        [
            .. numbers.Where(found.ContainsKey).Select(n => found[n]).Select(a => new ListCases.Row(
                a.Id, a.Number, a.NameJa, a.NameEn, a.Status, queue.TabOf(a.Mover, a.CallId), a.SendingGovernment,
                calls[a.CallId].Title.Text, DueDate.Of(a.Status, a.DueAt, a.SendingGovernment, calls[a.CallId]))),
        ];
    }
}

/// <summary>When the next move of a case is due, with the zone in which that was promised.</summary>
internal static class DueDate
{
    /// <summary>A correction is asked for in the sending government's zone, everything else in the call's.</summary>
    public static Deadline? Of(FellowshipApplicationStatus status, DateTimeOffset? dueAt, Government sending, CallContent call) => dueAt is { } instant
        ? new Deadline(instant, status == FellowshipApplicationStatus.ReturnedForCorrection ? PortalZones.OfficialFor(sending) : call.ClosesAt.Zone)
        : null;
}
