using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Queries;

/// <summary>A window of the equivalences: how far the certifications of one side (rows) cover what stands on the other (columns). What was ever decided comes first.</summary>
/// <param name="RowSide">The government on whose side the rows are issued.</param>
/// <param name="Columns">Certifications of the other side, or NICE work roles.</param>
/// <param name="Q">A row by code, name or issuer.</param>
/// <param name="Target">A column likewise.</param>
/// <param name="Category">Of the work roles; null for all.</param>
public sealed record EquivalenceMatrix(
    Government RowSide = Government.Japan, TargetKind Columns = TargetKind.Certification, string? Q = null, string? Target = null, string? Category = null,
    int ColumnPage = 1, int Page = 1) : IQuery<EquivalenceMatrix.Matrix>, IPortalMessage
{
    public const int MostColumns = 24, MostRows = 20;

    public static Access Access => Access.Anyone;

    /// <summary>The window's own measures, where a page has room for less.</summary>
    public int ColumnsShown { get; init; } = MostColumns;

    public int RowsShown { get; init; } = MostRows;

    /// <param name="Categories">All that have a column, whichever are shown; empty for certifications.</param>
    public sealed record Matrix(
        IReadOnlyList<Group> Categories, IReadOnlyList<Column> Columns, int ColumnCount, int ColumnPage, int ColumnPages,
        IReadOnlyList<Row> Rows, int Count, int Page, int Pages);

    public sealed record Group(string Code, string Title);

    /// <param name="Note">Issuer of a certification; code of a work role.</param>
    /// <param name="Group">Category of a work role; null for a certification.</param>
    public sealed record Column(string Code, string Name, string Note, string? Group);

    /// <param name="Pairs">By the column's code; a pair that nobody has proposed is left out.</param>
    public sealed record Row(string Code, string NameEn, string? NameJa, IReadOnlyDictionary<string, PublicPair> Pairs);
}

internal sealed class EquivalenceMatrixHandler(IPortalDb db, TimeProvider clock) : IQueryHandler<EquivalenceMatrix, EquivalenceMatrix.Matrix>
{
    private const int MostRoles = 1000;

    public async ValueTask<EquivalenceMatrix.Matrix> Handle(EquivalenceMatrix query, CancellationToken ct)
    {
        var pairs = db.Equivalences.Where(e => e.SourceSide == query.RowSide && e.TargetKind == query.Columns);
        var (categories, columns, columnCount, columnPage) = query.Columns == TargetKind.WorkRole
            ? await RolesAsync(query, pairs, ct)
            : await CertificationsAsync(query, pairs, ct);
        var key = SearchKey.Fold(query.Q);
        var sources = db.Certifications.AsNoTracking().Where(c => pairs.Any(e => e.SourceKey == c.Code) && (key == "" || c.SearchText.Contains(key)));
        var count = await sources.CountAsync(ct);
        var page = Clamp(query.Page, count, query.RowsShown);
        var rows = await sources.OrderByDescending(c => pairs.Any(e => e.SourceKey == c.Code && e.AgreedAt != null)).ThenBy(c => c.Code).Skip((page - 1) * query.RowsShown).Take(query.RowsShown)
            .Select(c => new NamedCode(c.Code, c.NameEn, c.NameJa)).ToListAsync(ct);
        var cells = await CellsAsync(pairs, rows.ConvertAll(r => r.Code), [.. columns.Select(c => c.Code)], ct);
        return new(
            categories, columns, columnCount, columnPage, PagesOf(columnCount, query.ColumnsShown),
            rows.ConvertAll(r => new EquivalenceMatrix.Row(r.Code, r.NameEn, r.NameJa, cells[r.Code].ToDictionary(p => p.Target.Code))), count, page, PagesOf(count, query.RowsShown));
    }

    private async Task<ILookup<string, PublicPair>> CellsAsync(IQueryable<Equivalence> pairs, List<string> rows, List<string> columns, CancellationToken ct) =>
        (await db.PublicPairsAsync(pairs.Where(e => rows.Contains(e.SourceKey) && columns.Contains(e.TargetCode)), clock.GetUtcNow(), ct)).ToLookup(p => p.SourceKey);

    private async Task<Axis> CertificationsAsync(EquivalenceMatrix query, IQueryable<Equivalence> pairs, CancellationToken ct)
    {
        var key = SearchKey.Fold(query.Target);
        var targets = db.Certifications.AsNoTracking().Where(c => pairs.Any(e => e.TargetCode == c.Code) && (key == "" || c.SearchText.Contains(key)));
        var count = await targets.CountAsync(ct);
        var page = Clamp(query.ColumnPage, count, query.ColumnsShown);
        return new([], await targets.OrderByDescending(c => pairs.Any(e => e.TargetCode == c.Code && e.AgreedAt != null)).ThenBy(c => c.Code).Skip((page - 1) * query.ColumnsShown).Take(query.ColumnsShown)
            .Select(c => new EquivalenceMatrix.Column(c.Code, c.Code, c.Issuer, null)).ToListAsync(ct), count, page);
    }

    /// <summary>In the publisher's order; a role keeps its column in the newest version of the framework that has it.</summary>
    private async Task<Axis> RolesAsync(EquivalenceMatrix query, IQueryable<Equivalence> pairs, CancellationToken ct)
    {
        var codes = await pairs.Select(e => e.TargetCode).Distinct().OrderBy(c => c).Take(MostRoles).ToListAsync(ct);
        var roles = (await db.NewestRolesAsync(codes, ct)).Values.OrderBy(r => r.SortOrder).ThenBy(r => r.Code, StringComparer.Ordinal).ToList();
        var titles = await db.CategoriesAsync([.. roles.Select(r => r.ParentCode).OfType<string>().Distinct()], ct);
        var categories = roles.Select(r => r.ParentCode).OfType<string>().Distinct().Select(c => new EquivalenceMatrix.Group(c, titles.GetValueOrDefault(c, c))).ToList();
        if (query.Category is { } wanted && categories.TrueForAll(c => c.Code != wanted))
        {
            throw new NotFoundException();
        }

        var key = SearchKey.Fold(query.Target);
        var found = roles.Where(r => (query.Category is null || r.ParentCode == query.Category) && SearchKey.Fold($"{r.Code}|{r.Title}").Contains(key, StringComparison.Ordinal)).ToList();
        var page = Clamp(query.ColumnPage, found.Count, query.ColumnsShown);
        return new(categories, [.. found.Skip((page - 1) * query.ColumnsShown).Take(query.ColumnsShown)
            .Select(r => new EquivalenceMatrix.Column(r.Code, r.Title, r.Code, r.ParentCode))], found.Count, page);
    }

    private static int PagesOf(int count, int size) => Math.Max(1, (count + size - 1) / size);

    private static int Clamp(int page, int count, int size) => Math.Clamp(page, 1, PagesOf(count, size));

    private sealed record Axis(IReadOnlyList<EquivalenceMatrix.Group> Categories, IReadOnlyList<EquivalenceMatrix.Column> Columns, int Count, int Page);
}
