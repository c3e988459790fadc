using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Queries;

/// <summary>A version on its way, as the recognition desks of both governments see it: its figures statement by statement, and what may be done.</summary>
public sealed record EquivalenceOnDesk(Guid Id) : IQuery<EquivalenceOnDesk.Page>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.ReadRecognition);

    /// <param name="Statements">Texts of the report's rows and titles of work roles, by code.</param>
    /// <param name="Sets">Requirement sets of the target, the latest first.</param>
    /// <param name="Stale">Null where the figures are what would be computed now.</param>
    public sealed record Page(
        Guid Id, Guid EquivalenceId, bool IsDemonstration, long Token, string Number, int Version, EquivalenceStatus Status, EquivalenceSource Source, Target Target, IReadOnlyList<NamedCode> Sources, NamedCode TargetName,
        IReadOnlyList<NamedCode> Scope, CoverageReport? Report, IReadOnlyDictionary<string, string> Statements, IReadOnlyList<SetChoice> Sets, IReadOnlyList<EquivalenceStep> Steps, string? DropReason, FiguresStale? Stale);

    public sealed record SetChoice(Guid Id, int Number, string Framework, int Rows, DateTimeOffset DefinedAt);
}

internal sealed class EquivalenceOnDeskHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : IQueryHandler<EquivalenceOnDesk, EquivalenceOnDesk.Page>
{
    private const int MostSets = 20;

    public async ValueTask<EquivalenceOnDesk.Page> Handle(EquivalenceOnDesk query, CancellationToken ct)
    {
        var version = await db.EquivalenceVersions.AsNoTracking().GetAsync(query.Id, ct);
        var equivalence = await db.Equivalences.AsNoTracking().Include(e => e.Periods.Where(p => p.ReplacedAt == null)).GetAsync(version.EquivalenceId, ct);
        var names = await EquivalenceNames.OfAsync(db, equivalence, (version.Report?.Rows ?? []).Select(r => r.Statement).Concat(version.Content.Scope), ct);
        return new(
            version.Id, equivalence.Id, equivalence.IsDemonstration, version.Version, equivalence.Number, version.Number, version.Status, equivalence.Source, equivalence.Target, [.. equivalence.Source.Certifications.Select(names.Of)],
            names.Of(equivalence.TargetCode), [.. version.Content.Scope.Select(names.Of)], version.Report, names.Statements, await SetsAsync(equivalence, ct),
            [.. version.StepsFor(current.Actor)], version.ReturnReason,
            await StaleAsync(equivalence, version, ct));
    }

    /// <summary>Figures of what has ended are nobody's concern any more.</summary>
    private async Task<FiguresStale?> StaleAsync(Equivalence equivalence, EquivalenceVersion version, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var phase = EquivalencePhases.Of(version.Status, version.Id, equivalence.Periods, now);
        return version.Status is EquivalenceStatus.Dropped || (version.Status is EquivalenceStatus.Agreed && !phase.Binds() && phase != EquivalencePhase.Scheduled) ? null
            : await db.StaleAsync(equivalence, version.Report, DateOnly.FromDateTime(now.UtcDateTime), ct);
    }

    private async Task<List<EquivalenceOnDesk.SetChoice>> SetsAsync(Equivalence equivalence, CancellationToken ct)
    {
        var sets = await db.RequirementSets.AsNoTracking().Where(s => s.TargetKind == equivalence.TargetKind && s.TargetCode == equivalence.TargetCode)
            .OrderByDescending(s => s.DefinedAt).Take(MostSets)
            .Join(db.Frameworks, s => s.FrameworkId, f => f.Id, (s, f) => new { s.Id, s.Number, s.Rows, s.DefinedAt, f.Version }).ToListAsync(ct);
        return sets.ConvertAll(s => new EquivalenceOnDesk.SetChoice(s.Id, s.Number, s.Version, s.Rows.Count, s.DefinedAt));
    }
}
