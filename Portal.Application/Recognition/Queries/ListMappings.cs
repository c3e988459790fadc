using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Queries;

/// <summary>The mappings from one framework version to another, a page at a time, and the pairs that there are.</summary>
/// <param name="From">Identifier of the version of the subjects; null while no pair is chosen.</param>
/// <param name="To">Identifier of the version of the targets.</param>
public sealed record ListMappings(string? From, string? To, int Page) : IQuery<ListMappings.Listing>, IPortalMessage
{
    public const int PageSize = 50;

    public static Access Access => Access.Holding(Permission.ReadRecognition);

    /// <param name="From">Null while no pair is chosen.</param>
    /// <param name="SetId">Null while the pair has no mapping.</param>
    public sealed record Listing(
        IReadOnlyList<FrameworkVersion> Frameworks, FrameworkVersion? From, FrameworkVersion? To, Guid? SetId,
        IReadOnlyList<Row> Rows, int Count, int Page, bool CanWrite)
    {
        public int Pages => Math.Max(1, (Count + PageSize - 1) / PageSize);
    }

    /// <param name="SubjectText">The publisher's own words, in English.</param>
    public sealed record Row(Guid Id, string Subject, string SubjectText, string Target, string TargetText, MappingRelation Relation, decimal? Fraction, string? Facet, decimal Confidence, string Justification);
}

internal sealed class ListMappingsHandler(IPortalDb db, ICurrentActor current) : IQueryHandler<ListMappings, ListMappings.Listing>
{
    public async ValueTask<ListMappings.Listing> Handle(ListMappings query, CancellationToken ct)
    {
        var frameworks = await db.FrameworkVersionsAsync(ct);
        var canWrite = current.Actor.Has(Permission.DescribeCertifications);
        if (query.From is null || query.To is null || query.From == query.To)
        {
            return new(frameworks, null, null, null, [], 0, 1, canWrite);
        }

        var (from, to) = await db.FrameworkPairAsync(query.From, query.To, ct);
        var sets = db.MappingSets.AsNoTracking().Where(s => s.SubjectFrameworkId == from.Id && s.TargetFrameworkId == to.Id);
        var mappings = sets.SelectMany(s => s.Mappings);
        var count = await mappings.CountAsync(ct);
        var page = Math.Clamp(query.Page, 1, Math.Max(1, (count + ListMappings.PageSize - 1) / ListMappings.PageSize));
        return new(frameworks, from, to, await sets.Select(s => (Guid?)s.Id).FirstOrDefaultAsync(ct), await RowsAsync(mappings, from, to, page, ct), count, page, canWrite);
    }

    private async Task<List<ListMappings.Row>> RowsAsync(IQueryable<StatementMapping> mappings, FrameworkVersion from, FrameworkVersion to, int page, CancellationToken ct)
    {
        var rows = await mappings.OrderBy(m => m.Subject).ThenBy(m => m.Target).ThenBy(m => m.Id).Skip((page - 1) * ListMappings.PageSize).Take(ListMappings.PageSize).ToListAsync(ct);
        var (subjects, objects) = (await TextsAsync(from.Id, rows.Select(r => r.Subject), ct), await TextsAsync(to.Id, rows.Select(r => r.Target), ct));
        return rows.ConvertAll(m => new ListMappings.Row(
            m.Id, m.Subject, subjects.GetValueOrDefault(m.Subject, ""), m.Target, objects.GetValueOrDefault(m.Target, ""), m.Relation, m.Fraction, m.Facet, m.Confidence, m.Justification));
    }

    private async Task<Dictionary<string, string>> TextsAsync(Guid frameworkId, IEnumerable<string> codes, CancellationToken ct)
    {
        var wanted = codes.Distinct().ToList();
        var found = await db.Frameworks.Where(f => f.Id == frameworkId).SelectMany(f => f.Elements).Where(e => wanted.Contains(e.Code)).Select(e => new { e.Code, e.Text }).ToListAsync(ct);
        return found.DistinctBy(e => e.Code).ToDictionary(e => e.Code, e => e.Text);
    }
}
