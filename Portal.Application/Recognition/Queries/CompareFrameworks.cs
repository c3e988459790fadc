using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Queries;

/// <summary>Two versions of a framework, one kind of change and one page at a time.</summary>
/// <param name="From">Identifier of the earlier version.</param>
/// <param name="To">Identifier of the later one.</param>
public sealed record CompareFrameworks(string From, string To, FrameworkChange Change, int Page) : IQuery<CompareFrameworks.Comparison>, IPortalMessage
{
    public const int PageSize = 50;

    public static Access Access => Access.Anyone;

    /// <summary>One of the two lists is filled.</summary>
    public sealed record Comparison(
        FrameworkVersion From, FrameworkVersion To, IReadOnlyDictionary<FrameworkChange, int> Counts, int Page, int Pages,
        IReadOnlyList<ElementDifference> Elements, IReadOnlyList<LinkDifference> Links);
}

internal sealed class CompareFrameworksHandler(IPortalDb db) : IQueryHandler<CompareFrameworks, CompareFrameworks.Comparison>
{
    public async ValueTask<CompareFrameworks.Comparison> Handle(CompareFrameworks query, CancellationToken ct)
    {
        var versions = await db.FrameworkVersionsAsync(ct);
        var (from, to) = (Find(versions, query.From), Find(versions, query.To));
        var comparison = FrameworkComparison.Of(await ContentAsync(from.Id, ct), await ContentAsync(to.Id, ct));
        var counts = Enum.GetValues<FrameworkChange>().ToDictionary(x => x, comparison.Count);
        var pages = Math.Max(1, (counts[query.Change] + CompareFrameworks.PageSize - 1) / CompareFrameworks.PageSize);
        var page = Math.Clamp(query.Page, 1, pages);
        return new(
            from, to, counts, page, pages, Window(comparison.Elements(query.Change), page),
            query.Change == FrameworkChange.Relinked ? Window(comparison.Relinked, page) : []);
    }

    private static FrameworkVersion Find(IReadOnlyList<FrameworkVersion> versions, string identifier) =>
        versions.FirstOrDefault(x => x.Identifier == identifier) ?? throw new NotFoundException();

    private static IReadOnlyList<T> Window<T>(IReadOnlyList<T> all, int page) =>
        [.. all.Skip((page - 1) * CompareFrameworks.PageSize).Take(CompareFrameworks.PageSize)];

    private async Task<FrameworkContent> ContentAsync(Guid framework, CancellationToken ct)
    {
        var elements = await db.Frameworks.Where(x => x.Id == framework).SelectMany(x => x.Elements)
            .Select(x => new FrameworkElementText(x.Kind, x.Code, x.Title, x.Text, x.SortOrder, x.ParentCode)).ToListAsync(ct);
        var links = await db.Frameworks.Where(x => x.Id == framework).SelectMany(x => x.Links).Select(x => new { x.FromCode, x.ToCode }).ToListAsync(ct);
        return new(elements, links.ConvertAll(x => (x.FromCode, x.ToCode)));
    }
}
