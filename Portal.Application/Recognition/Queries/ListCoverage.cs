using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Queries;

/// <summary>How far certifications cover targets by what is recorded, the furthest first: where it may be worth proposing something.</summary>
/// <param name="Certification">Code of what is held; null for all.</param>
/// <param name="Target">Code of a certification or work role; null for all.</param>
public sealed record ListCoverage(string? Certification, string? Target, int Page) : IQuery<ListCoverage.Listing>, IPortalMessage
{
    public const int PageSize = 25;

    public static Access Access => Access.Holding(Permission.ReadRecognition);

    public sealed record Listing(IReadOnlyList<Row> Rows, int Count, int Page, int Pages, bool CanPropose);

    /// <param name="Content">0 to 1, as are the other two.</param>
    /// <param name="AsOf">The day (UTC) at which evidence was aged.</param>
    /// <param name="Equivalence">Number of the pair that there is already.</param>
    public sealed record Row(
        string Certification, Target Target, int RequirementSet, string Framework, double Content, double LowerBound, double Assured, DateOnly AsOf, string? Equivalence);
}

internal sealed class ListCoverageHandler(IPortalDb db, ICurrentActor current) : IQueryHandler<ListCoverage, ListCoverage.Listing>
{
    public async ValueTask<ListCoverage.Listing> Handle(ListCoverage query, CancellationToken ct)
    {
        var wanted = from row in db.CoverageRows
                     from pair in row.Pairs
                     join certification in db.Certifications on row.CertificationId equals certification.Id
                     join set in db.RequirementSets on pair.RequirementSetId equals set.Id
                     join framework in db.Frameworks on row.FrameworkId equals framework.Id
                     // What covers itself says nothing.
                     where !(set.TargetKind == TargetKind.Certification && set.TargetCode == certification.Code)
                     where (query.Certification == null || certification.Code == query.Certification) && (query.Target == null || set.TargetCode == query.Target)
                     select new { certification.Code, set.TargetKind, set.TargetCode, set.Number, framework.Identifier, framework.Version, pair.Content, pair.LowerBound, pair.Assured, row.AsOf };
        var count = await wanted.CountAsync(ct);
        var pages = Math.Max(1, (count + ListCoverage.PageSize - 1) / ListCoverage.PageSize);
        var page = Math.Clamp(query.Page, 1, pages);
        var rows = await wanted.OrderByDescending(r => r.Content).ThenBy(r => r.Code).ThenBy(r => r.TargetCode).ThenBy(r => r.Version)
            .Skip((page - 1) * ListCoverage.PageSize).Take(ListCoverage.PageSize).ToListAsync(ct);
        var (sources, targets) = (rows.ConvertAll(r => r.Code), rows.ConvertAll(r => r.TargetCode));
        var pairs = (await db.Equivalences.Where(e => sources.Contains(e.SourceKey) && targets.Contains(e.TargetCode))
            .Select(e => new { e.SourceKey, e.TargetKind, e.TargetCode, e.Number }).ToListAsync(ct)).ToDictionary(e => (e.SourceKey, new Target(e.TargetKind, e.TargetCode)), e => e.Number);
        return new(
            [
                .. rows.Select(r => (Row: r, Target: new Target(r.TargetKind, r.TargetCode))).Select(x => new ListCoverage.Row(
                    x.Row.Code, x.Target, x.Row.Number, $"{x.Row.Version} ({x.Row.Identifier})", x.Row.Content, x.Row.LowerBound, x.Row.Assured, x.Row.AsOf, pairs.GetValueOrDefault((x.Row.Code, x.Target)))),
            ], count, page, pages, current.Actor.Has(Permission.ProposeEquivalence));
    }
}
