using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Queries;

/// <summary>A window of certification × work role × proficiency: the work roles of one category, never more than 24 columns and 20 rows.</summary>
/// <param name="Category">A NICE category, or <see cref="WithoutNice"/>; null is the first one.</param>
/// <param name="Q">A certification by code, name or issuer.</param>
/// <param name="Level">Only what satisfies this proficiency.</param>
public sealed record PlacementMatrix(string? Category = null, string? Q = null, Proficiency? Level = null, int ColumnPage = 1, int Page = 1)
    : IQuery<PlacementMatrix.Matrix>, IPortalMessage
{
    public const int MostColumns = 24, MostRows = 20;

    /// <summary>DCWF work roles that the DoD links to no NICE work role.</summary>
    public const string WithoutNice = "DCWF";

    public static Access Access => Access.Anyone;

    public sealed record Matrix(
        string Category, IReadOnlyList<Group> Categories, IReadOnlyList<Column> Columns, int ColumnPage, int ColumnPages,
        IReadOnlyList<Row> Rows, int Count, int Page, Editions Editions)
    {
        public int Pages => Math.Max(1, (Count + MostRows - 1) / MostRows);
    }

    /// <param name="Title">Null for the DCWF work roles without a NICE role.</param>
    public sealed record Group(string Code, string? Title);

    public sealed record Column(string Code, string Title);

    /// <param name="Cells">By the column's code; a column without a placement is left out.</param>
    public sealed record Row(string Code, string NameEn, string? NameJa, IReadOnlyDictionary<string, IReadOnlyList<Cell>> Cells);

    /// <summary>Two DCWF work roles may share one NICE role and differ.</summary>
    public sealed record Cell(Proficiency Proficiency, string DcwfCode);
}

internal sealed class PlacementMatrixHandler(IPortalDb db) : IQueryHandler<PlacementMatrix, PlacementMatrix.Matrix>
{
    private const int MostRoles = 1000;

    public async ValueTask<PlacementMatrix.Matrix> Handle(PlacementMatrix query, CancellationToken ct)
    {
        var newest = await db.NewestFrameworkAsync(ct);
        var elements = newest is null ? [] : await db.RolesAndCategoriesAsync(newest.Id, ct);
        var groups = elements.Where(x => x.Kind == FrameworkElementKind.Category).Select(x => new PlacementMatrix.Group(x.Code, x.Title))
            .Append(new(PlacementMatrix.WithoutNice, null)).ToList();
        var group = groups.Find(x => query.Category is null || x.Code == query.Category) ?? throw new NotFoundException();
        var all = await ColumnsAsync(group, elements, ct);
        var columnPage = Clamp(query.ColumnPage, all.Count, PlacementMatrix.MostColumns);
        var columns = all.Skip((columnPage - 1) * PlacementMatrix.MostColumns).Take(PlacementMatrix.MostColumns).ToList();

        var certifications = PlacedCertifications(query, group, [.. all.Select(x => x.Code)]);
        var count = await certifications.CountAsync(ct);
        var page = Clamp(query.Page, count, PlacementMatrix.MostRows);
        var rows = await certifications.OrderBy(x => x.Code).Skip((page - 1) * PlacementMatrix.MostRows).Take(PlacementMatrix.MostRows)
            .Select(x => new { x.Id, x.Code, x.NameEn, x.NameJa }).ToListAsync(ct);
        var cells = await CellsAsync(query, group, [.. columns.Select(x => x.Code)], [.. rows.Select(x => x.Id)], ct);
        return new(
            group.Code, groups, columns, columnPage, Pages(all.Count, PlacementMatrix.MostColumns),
            [.. rows.Select(x => new PlacementMatrix.Row(x.Code, x.NameEn, x.NameJa, Cells(cells[x.Id])))], count, page, await db.EditionsAsync(newest, ct));
    }

    private static int Pages(int count, int size) => Math.Max(1, (count + size - 1) / size);

    private static int Clamp(int page, int count, int size) => Math.Clamp(page, 1, Pages(count, size));

    private async Task<IReadOnlyList<PlacementMatrix.Column>> ColumnsAsync(
        PlacementMatrix.Group group, IReadOnlyList<FrameworkElementText> elements, CancellationToken ct) => group.Title is null
        ? await db.DcwfRoles.Where(x => x.NiceCode == null && db.ReferencePlacements.Any(p => p.DcwfRoleId == x.Id)).OrderBy(x => x.Code).Take(MostRoles)
            .Select(x => new PlacementMatrix.Column(x.Code, x.Title)).ToListAsync(ct)
        : [.. elements.Where(x => x.Kind == FrameworkElementKind.WorkRole && x.ParentCode == group.Code).Select(x => new PlacementMatrix.Column(x.Code, x.Title))];

    /// <summary>Certifications with a placement in the category, whichever columns the window shows.</summary>
    private IQueryable<Certification> PlacedCertifications(PlacementMatrix query, PlacementMatrix.Group group, IReadOnlyList<string> codes)
    {
        var key = SearchKey.Fold(query.Q);
        var placed = Placements(query, group, codes).Select(x => x.CertificationId);
        return db.Certifications.AsNoTracking().Where(x => placed.Contains(x.Id) && (key == "" || x.SearchText.Contains(key)));
    }

    private async Task<ILookup<Guid, Placed>> CellsAsync(
        PlacementMatrix query, PlacementMatrix.Group group, IReadOnlyList<string> codes, IReadOnlyList<Guid> certifications, CancellationToken ct) =>
        (await Placements(query, group, codes).Where(x => certifications.Contains(x.CertificationId)).ToListAsync(ct)).ToLookup(x => x.CertificationId);

    private IQueryable<Placed> Placements(PlacementMatrix query, PlacementMatrix.Group group, IReadOnlyList<string> codes)
    {
        var levels = Proficiencies.Satisfying(query.Level ?? Proficiency.Basic);
        var roles = group.Title is null ? db.DcwfRoles.Where(x => codes.Contains(x.Code)) : db.DcwfRoles.Where(x => x.NiceCode != null && codes.Contains(x.NiceCode));
        return from placement in db.ReferencePlacements
               join role in roles on placement.DcwfRoleId equals role.Id
               where levels.Contains(placement.Proficiency)
               select new Placed { CertificationId = placement.CertificationId, Column = role.NiceCode ?? role.Code, DcwfCode = role.Code, Proficiency = placement.Proficiency };
    }

    private static Dictionary<string, IReadOnlyList<PlacementMatrix.Cell>> Cells(IEnumerable<Placed> placed) => placed.GroupBy(x => x.Column).ToDictionary(
        x => x.Key,
        IReadOnlyList<PlacementMatrix.Cell> (x) => [.. x.OrderBy(y => y.DcwfCode, StringComparer.Ordinal).Select(y => new PlacementMatrix.Cell(y.Proficiency, y.DcwfCode))]);

    private sealed record Placed
    {
        public Guid CertificationId { get; init; }

        public string Column { get; init; } = "";

        public string DcwfCode { get; init; } = "";

        public Proficiency Proficiency { get; init; }
    }
}
