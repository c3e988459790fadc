using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Queries;

/// <param name="Certification">Code on either side.</param>
public sealed record EquivalenceFilter(string? Certification = null, Government? SourceSide = null);

/// <summary>All equivalences with where they stand, by source and target.</summary>
public sealed record ListEquivalences(EquivalenceFilter Filter, int Page) : IQuery<ListEquivalences.Listing>, IPortalMessage
{
    public const int PageSize = 25;

    public static Access Access => Access.Anyone;

    public sealed record Listing(IReadOnlyList<Row> Rows, int Count, int Page, int Pages, bool CanPropose);

    public sealed record Row(
        string Number, bool IsDemonstration, EquivalenceSource Source, Government SourceSide, Target Target, IReadOnlyList<string> Scope, EquivalencePhase Phase);
}

internal sealed class ListEquivalencesHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : IQueryHandler<ListEquivalences, ListEquivalences.Listing>
{
    public async ValueTask<ListEquivalences.Listing> Handle(ListEquivalences query, CancellationToken ct)
    {
        var wanted = Wanted(query.Filter);
        var count = await wanted.CountAsync(ct);
        var pages = Math.Max(1, (count + ListEquivalences.PageSize - 1) / ListEquivalences.PageSize);
        var page = Math.Clamp(query.Page, 1, pages);
        var equivalences = await wanted.Include(e => e.Periods.Where(p => p.ReplacedAt == null)).OrderBy(e => e.SourceKey).ThenBy(e => e.TargetCode)
            .Skip((page - 1) * ListEquivalences.PageSize).Take(ListEquivalences.PageSize).ToListAsync(ct);
        var ids = equivalences.ConvertAll(e => e.Id);
        var versions = (await db.EquivalenceVersions.AsNoTracking().Where(v => ids.Contains(v.EquivalenceId))
            .Select(v => new Standing(v.EquivalenceId, v.Id, v.Number, v.Status, v.Content)).ToListAsync(ct)).ToLookup(v => v.EquivalenceId);
        return new([.. equivalences.Select(e => Row(e, versions[e.Id], clock.GetUtcNow()))], count, page, pages, current.Actor.Has(Permission.ProposeEquivalence));
    }

    private IQueryable<Equivalence> Wanted(EquivalenceFilter filter)
    {
        var all = db.Equivalences.AsNoTracking();
        all = filter.SourceSide is { } side ? all.Where(e => e.SourceSide == side) : all;
        return filter.Certification is { Length: > 0 } code ? all.Where(e => e.SourceKey.Contains(code) || e.TargetCode == code) : all;
    }

    private static ListEquivalences.Row Row(Equivalence equivalence, IEnumerable<Standing> versions, DateTimeOffset now)
    {
        var shown = versions.Select(v => (Version: v, Phase: EquivalencePhases.Of(v.Status, v.Id, equivalence.Periods, now)))
            .OrderByDescending(v => v.Phase.Binds()).ThenByDescending(v => v.Version.Number).First();
        return new(equivalence.Number, equivalence.IsDemonstration, equivalence.Source, equivalence.SourceSide, equivalence.Target, shown.Version.Content.Scope, shown.Phase);
    }

    private sealed record Standing(Guid EquivalenceId, Guid Id, int Number, EquivalenceStatus Status, EquivalenceContent Content);
}
