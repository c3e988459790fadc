using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Fellowships.Queries;

/// <summary>The closed calls with the state of their award lists, the latest closed first.</summary>
public sealed record ListAwardLists(int Page) : IQuery<ListAwardLists.Lists>, IPortalMessage
{
    public const int PageSize = 25, MaxPages = 40;

    public static Access Access => Access.Holding(Permission.ReadFellowshipCases);

    public sealed record Lists(IReadOnlyList<Row> Rows, int Page, int Pages);

    /// <param name="ListId">Null while nobody has begun a list.</param>
    public sealed record Row(
        Guid CallId, string Code, BilingualText Title, Deadline Closed, Guid? ListId, AwardListStatus? Status, IReadOnlyList<NextKey> Next, bool CanDraft);
}

internal sealed class ListAwardListsHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : IQueryHandler<ListAwardLists, ListAwardLists.Lists>
{
    public async ValueTask<ListAwardLists.Lists> Handle(ListAwardLists query, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var closed = db.FellowshipCalls.AsNoTracking().Where(c => c.Status == FellowshipCallStatus.Approved && c.ClosesAt <= now);
        var count = await closed.OrderByDescending(c => c.ClosesAt).Take(ListAwardLists.PageSize * ListAwardLists.MaxPages).CountAsync(ct);
        var pages = Math.Max(1, (count + ListAwardLists.PageSize - 1) / ListAwardLists.PageSize);
        var page = Math.Clamp(query.Page, 1, pages);
        var calls = await closed.OrderByDescending(c => c.ClosesAt).ThenBy(c => c.Code)
            .Skip((page - 1) * ListAwardLists.PageSize).Take(ListAwardLists.PageSize).ToListAsync(ct);
        var ids = calls.ConvertAll(c => c.Id);
        var lists = await db.AwardLists.AsNoTracking().Include(l => l.Signatures).Where(l => ids.Contains(l.CallId)).ToDictionaryAsync(l => l.CallId, ct);
        return new([.. calls.Select(c => Row(c, lists.GetValueOrDefault(c.Id)))], page, pages);
    }

    private ListAwardLists.Row Row(FellowshipCall call, AwardList? list) => new(
        call.Id, call.Code, call.Content.Title.Text, call.Content.ClosesAt, list?.Id, list?.Status, list is null ? [] : NextKeys.Of(list),
        list is null && current.Actor.Has(Permission.DraftAwardList));
}
