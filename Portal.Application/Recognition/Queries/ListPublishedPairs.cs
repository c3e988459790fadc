using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Queries;

/// <summary>The whole matrix, for a file: every pair in every direction, with figures where both governments signed.</summary>
public sealed record ListPublishedPairs : IQuery<ListPublishedPairs.All>, IPortalMessage
{
    /// <summary>Every pair of 500 certifications, both ways.</summary>
    public const int Most = 250_000;

    public static Access Access => Access.Anyone;

    /// <param name="Hash">SHA-256 of the rows: the same content has the same hash wherever it is computed.</param>
    public sealed record All(IReadOnlyList<Row> Rows, string Hash);

    /// <param name="ContentHash">What both governments signed; null, like the figures and dates, unless they have.</param>
    /// <param name="Next">Where the following version stands, while this one binds.</param>
    public sealed record Row(
        string Number, int Version, string Source, Target Target, Government SourceSide, EquivalencePhase Phase, DecisionType? Decision,
        double? Content, double? Assured, double? LowerBound, IReadOnlyList<string> Scope, DateTimeOffset? ValidFrom, DateTimeOffset? ValidUntil,
        DateTimeOffset? SignedByJapan, DateTimeOffset? SignedByUnitedStates, string? ContentHash, EquivalencePhase? Next, bool IsDemonstration);
}

internal sealed class ListPublishedPairsHandler(IPortalDb db, TimeProvider clock) : IQueryHandler<ListPublishedPairs, ListPublishedPairs.All>
{
    public async ValueTask<ListPublishedPairs.All> Handle(ListPublishedPairs query, CancellationToken ct)
    {
        var pairs = db.Equivalences.OrderBy(e => e.Number).Take(ListPublishedPairs.Most);
        var signed = (await db.EquivalenceVersions.Where(v => v.Status == EquivalenceStatus.Agreed)
            .SelectMany(v => v.Signatures, (v, s) => new { v.Id, s.Government, s.At, s.ContentHash }).ToListAsync(ct)).ToLookup(s => s.Id, s => (s.Government, s.At, s.ContentHash));
        var rows = (await db.PublicPairsAsync(pairs, clock.GetUtcNow(), ct)).OrderBy(p => p.Number, StringComparer.Ordinal)
            .SelectMany(p => p.Standings, (p, s) => Row(p, s, [.. signed[s.VersionId]])).ToList();
        return new(rows, ContentHash.Of(rows));
    }

    private static ListPublishedPairs.Row Row(PublicPair pair, PublicStanding standing, (Government Government, DateTimeOffset At, string Hash)[] signed) => new(
        pair.Number, standing.Version, pair.SourceKey, pair.Target, pair.SourceSide, standing.Phase, standing.Figures?.Decision,
        standing.Figures?.Content, standing.Figures?.Assured, standing.Figures?.LowerBound, standing.Scope, standing.From, standing.Until,
        At(signed, Government.Japan), At(signed, Government.UnitedStates), signed.FirstOrDefault().Hash, pair.Next?.Phase, pair.IsDemonstration);

    private static DateTimeOffset? At((Government Government, DateTimeOffset At, string Hash)[] signed, Government government) =>
        signed.Where(s => s.Government == government).Select(s => (DateTimeOffset?)s.At).FirstOrDefault();
}
