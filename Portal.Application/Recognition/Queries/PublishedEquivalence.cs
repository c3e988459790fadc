using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Queries;

/// <summary>One pair with every version that both governments signed, for a file. A version on its way has its number and nothing else.</summary>
public sealed record PublishedEquivalence(string Number) : IQuery<PublishedEquivalence.File>, IPortalMessage
{
    public static Access Access => Access.Anyone;

    /// <param name="Hash">SHA-256 of all the rest.</param>
    public sealed record File(
        string Number, EquivalenceSource Source, Government SourceSide, Target Target, bool IsDemonstration, IReadOnlyList<Version> Versions, string Hash);

    /// <param name="Content">What was signed; null while it is not.</param>
    /// <param name="ContentHash">What each signature names.</param>
    /// <param name="Periods">What holds when, as it is known now.</param>
    public sealed record Version(
        int Number, EquivalencePhase Phase, EquivalenceContent? Content, string? ContentHash, IReadOnlyList<FindEquivalences.Approval> Approvals, IReadOnlyList<Period> Periods);

    public sealed record Period(PeriodState State, DateTimeOffset From, DateTimeOffset Until);
}

internal sealed class PublishedEquivalenceHandler(IPortalDb db, TimeProvider clock) : IQueryHandler<PublishedEquivalence, PublishedEquivalence.File>
{
    public async ValueTask<PublishedEquivalence.File> Handle(PublishedEquivalence query, CancellationToken ct)
    {
        var pair = await db.Equivalences.AsNoTracking().Include(e => e.Periods.Where(p => p.ReplacedAt == null)).FirstOrDefaultAsync(e => e.Number == query.Number, ct)
            ?? throw new NotFoundException();
        var versions = await db.EquivalenceVersions.AsNoTracking().Where(v => v.EquivalenceId == pair.Id).OrderBy(v => v.Number)
            .Select(v => new { v.Id, v.Number, v.Status }).ToListAsync(ct);
        var signed = await db.EquivalenceVersions.AsNoTracking().Where(v => v.EquivalenceId == pair.Id && v.Status == EquivalenceStatus.Agreed)
            .Select(v => new { v.Id, v.Content, Keys = v.Signatures.OrderBy(s => s.At).ThenBy(s => s.Id).Select(s => new { s.Government, s.At, s.ContentHash }).ToList() }).ToDictionaryAsync(v => v.Id, ct);
        var lines = versions.ConvertAll(v => new PublishedEquivalence.Version(
            v.Number, EquivalencePhases.Of(v.Status, v.Id, pair.Periods, clock.GetUtcNow()), signed.GetValueOrDefault(v.Id)?.Content, signed.GetValueOrDefault(v.Id)?.Keys[0].ContentHash,
            [.. (signed.GetValueOrDefault(v.Id)?.Keys ?? []).Select(k => new FindEquivalences.Approval(k.Government, k.At))],
            [.. pair.Periods.Where(p => p.VersionId == v.Id).OrderBy(p => p.From).Select(p => new PublishedEquivalence.Period(p.State, p.From, p.Until))]));
        return new(
            pair.Number, pair.Source, pair.SourceSide, pair.Target, pair.IsDemonstration, lines,
            ContentHash.Of(new { pair.Number, pair.Source, pair.SourceSide, pair.Target, pair.IsDemonstration, Versions = lines }));
    }
}
