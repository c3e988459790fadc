using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Queries;

/// <summary>One equivalence as everybody may know it: which direction, for which work roles, and where each version stands.</summary>
public sealed record EquivalenceDetails(string Number) : IQuery<EquivalenceDetails.Page>, IPortalMessage
{
    public static Access Access => Access.Anyone;

    /// <param name="Versions">The latest first.</param>
    /// <param name="DeskId">The version that the reader's own desk works on; null for everybody else.</param>
    public sealed record Page(
        string Number, EquivalenceSource Source, IReadOnlyList<NamedCode> Sources, Government SourceSide, Target Target, NamedCode TargetName,
        IReadOnlyList<NamedCode> Scope, EquivalencePhase Phase, IReadOnlyList<VersionLine> Versions, Guid? DeskId);

    public sealed record VersionLine(int Number, EquivalencePhase Phase);
}

internal sealed class EquivalenceDetailsHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : IQueryHandler<EquivalenceDetails, EquivalenceDetails.Page>
{
    public async ValueTask<EquivalenceDetails.Page> Handle(EquivalenceDetails query, CancellationToken ct)
    {
        var equivalence = await db.Equivalences.AsNoTracking().Include(e => e.Periods.Where(p => p.ReplacedAt == null)).FirstOrDefaultAsync(e => e.Number == query.Number, ct)
            ?? throw new NotFoundException();
        var versions = await db.EquivalenceVersions.AsNoTracking().Where(v => v.EquivalenceId == equivalence.Id).OrderByDescending(v => v.Number)
            .Select(v => new { v.Id, v.Number, v.Status, v.Content }).ToListAsync(ct);
        var lines = versions.ConvertAll(v => new EquivalenceDetails.VersionLine(v.Number, EquivalencePhases.Of(v.Status, v.Id, equivalence.Periods, clock.GetUtcNow())));
        // What binds speaks for the pair, also while its next version is on its way.
        var shown = versions[Math.Max(0, lines.FindIndex(l => l.Phase.Binds()))];
        var names = await EquivalenceNames.OfAsync(db, equivalence, shown.Content.Scope, ct);
        return new(
            equivalence.Number, equivalence.Source, [.. equivalence.Source.Certifications.Select(names.Of)], equivalence.SourceSide, equivalence.Target,
            names.Of(equivalence.TargetCode), [.. shown.Content.Scope.Select(names.Of)], lines.Single(l => l.Number == shown.Number).Phase, lines,
            current.Actor.Has(Permission.ReadRecognition) ? versions[0].Id : null);
    }
}
