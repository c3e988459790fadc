using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Fellowships.Queries;

/// <summary>One award list: a page of its cases, the keys turned, whose move it is, and after the release what became of the offers.</summary>
public sealed record AwardListDetails(Guid Id, int Page) : IQuery<AwardListDetails.List>, IPortalMessage
{
    /// <summary>Two answers per case must fit into one form.</summary>
    public const int PageSize = 100;

    public static Access Access => Access.Holding(Permission.ReadFellowshipCases);

    /// <param name="Outcomes">All cases on the list by outcome, whatever the page.</param>
    /// <param name="Statuses">All cases on the list by their present status.</param>
    /// <param name="StillScreening">Cases of the call that nobody has screened to the end.</param>
    /// <param name="Told">Candidates whom the release told.</param>
    /// <param name="Undelivered">Cases whose mail about the outcome could not be delivered.</param>
    public sealed record List(
        Guid Id, long Version, AwardListStatus Status, Guid CallId, string CallCode, BilingualText CallTitle, int Awards, string Zone,
        IReadOnlyList<Row> Rows, int Page, int Pages, IReadOnlyDictionary<AwardOutcome, int> Outcomes,
        IReadOnlyDictionary<FellowshipApplicationStatus, int> Statuses, int StillScreening, int Told, IReadOnlyList<string> Undelivered,
        IReadOnlyList<TurnedKey> Keys, IReadOnlyList<NextKey> Next, IReadOnlyList<AwardListStep> Steps,
        string ContentHash, string? ReturnReason, Deadline? AnswerBy, DateTimeOffset? ReleasedAt);

    /// <param name="IsNew">Screened in after the list was last saved; stands on it from the next save on.</param>
    public sealed record Row(
        Guid Id, string Number, string NameJa, string NameEn, Government Sending, FellowshipApplicationStatus Status, AwardOutcome Outcome, int? Rank, bool IsNew);
}

internal sealed class AwardListDetailsHandler(IPortalDb db, ICurrentActor current, IUndelivered undelivered) : IQueryHandler<AwardListDetails, AwardListDetails.List>
{
    public async ValueTask<AwardListDetails.List> Handle(AwardListDetails query, CancellationToken ct)
    {
        var list = await db.StaffAwardListAsync(query.Id, current.Actor, ct);
        var call = await db.FellowshipCalls.AsNoTracking().GetAsync(list.CallId, ct);
        var cases = await ListedCases.OfAsync(db, list, ct);
        var rows = RowsOf(list, cases);
        var pages = Math.Max(1, (rows.Count + AwardListDetails.PageSize - 1) / AwardListDetails.PageSize);
        var page = Math.Clamp(query.Page, 1, pages);
        return new(
            list.Id, list.Version, list.Status, call.Id, call.Code, call.Content.Title.Text, call.Content.Awards, call.Content.ClosesAt.Zone,
            [.. rows.Skip((page - 1) * AwardListDetails.PageSize).Take(AwardListDetails.PageSize)], page, pages,
            rows.CountBy(r => r.Outcome).ToDictionary(), rows.CountBy(r => r.Status).ToDictionary(),
            await StillScreeningAsync(list, ct), cases.Values.Count(c => c.IsTold), await UndeliveredAsync(list, rows, ct),
            await NextKeys.TurnedAsync(db, list, ct), NextKeys.Of(list), [.. list.StepsFor(current.Actor)],
            list.ContentHash, list.ReturnReason, list.AnswerBy, list.ReleasedAt);
    }

    private static List<AwardListDetails.Row> RowsOf(AwardList list, IReadOnlyDictionary<Guid, ListedCase> cases)
    {
        var listed = list.Entries.Where(e => cases.ContainsKey(e.ApplicationId)).Select(e => Row(cases[e.ApplicationId], e.Outcome, e.Rank, false));
        var known = list.Entries.Select(e => e.ApplicationId).ToHashSet();
        var later = cases.Values.Where(c => !known.Contains(c.Id)).Select(c => Row(c, AwardOutcome.NotProposed, null, true));
        var all = listed.Concat(later);
        return list.Status == AwardListStatus.Draft
            ? [.. all.OrderBy(r => r.Number, StringComparer.Ordinal)]
            : [.. all.OrderBy(r => r.Outcome).ThenBy(r => r.Rank).ThenBy(r => r.Number, StringComparer.Ordinal)];
    }

    private static AwardListDetails.Row Row(ListedCase c, AwardOutcome outcome, int? rank, bool isNew) =>
        new(c.Id, c.Number, c.NameJa, c.NameEn, c.Sending, c.Status, outcome, rank, isNew);

    private async Task<int> StillScreeningAsync(AwardList list, CancellationToken ct) => list.Status != AwardListStatus.Draft ? 0 :
        await db.FellowshipApplications.CountAsync(a => a.CallId == list.CallId
            && (a.Status == FellowshipApplicationStatus.Submitted || a.Status == FellowshipApplicationStatus.ReturnedForCorrection), ct);

    private async Task<IReadOnlyList<string>> UndeliveredAsync(AwardList list, List<AwardListDetails.Row> rows, CancellationToken ct)
    {
        if (list.Status != AwardListStatus.Released)
        {
            return [];
        }

        var failed = (await undelivered.EventsAsync<OutcomeReleased>(ct)).Select(e => e.ApplicationId).ToHashSet();
        return [.. rows.Where(r => failed.Contains(r.Id)).Select(r => r.Number)];
    }
}
