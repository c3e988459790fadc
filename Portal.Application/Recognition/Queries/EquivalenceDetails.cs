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
        IReadOnlyList<NamedCode> Scope, IReadOnlyList<VersionLine> Versions, Guid? DeskId);

    public sealed record VersionLine(int Number, EquivalencePhase Phase);
}

internal sealed class EquivalenceDetailsHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : IQueryHandler<EquivalenceDetails, EquivalenceDetails.Page>
{
    public async ValueTask<EquivalenceDetails.Page> Handle(EquivalenceDetails query, CancellationToken ct)
    {
        var equivalence = await db.Equivalences.AsNoTracking().Include(e => e.Periods.Where(p => p.ReplacedAt == null)).FirstOrDefaultAsync(e => e.Number == query.Number, ct)
            ?? throw new NotFoundException();
        var versions = await db.EquivalenceVersions.AsNoTracking().Where(v => v.EquivalenceId == equivalence.Id)
            .OrderByDescending(v => v.Number).ToListAsync(ct);
        var names = await EquivalenceNames.OfAsync(db, equivalence, versions, ct);
        return new(
            equivalence.Number, equivalence.Source, [.. equivalence.Source.Certifications.Select(names.Of)], equivalence.SourceSide, equivalence.Target,
            names.Of(equivalence.TargetCode), [.. versions[0].Content.Scope.Select(names.Of)],
            [.. versions.Select(v => new EquivalenceDetails.VersionLine(v.Number, EquivalencePhases.Of(v.Status, v.Id, equivalence.Periods, clock.GetUtcNow())))],
            current.Actor.Has(Permission.ReadRecognition) ? versions[0].Id : null);
    }
}
