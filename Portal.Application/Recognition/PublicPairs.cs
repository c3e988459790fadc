using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition;

/// <summary>One version of a pair as everybody may know it.</summary>
/// <param name="VersionId">For what else is asked about the version; never shown.</param>
/// <param name="Figures">Null unless both governments have signed it.</param>
/// <param name="From">First instant of validity; null, like its end and its work roles, unless both governments have signed it.</param>
/// <param name="Awaited">The government whose signature is still missing; null while neither or after both have signed.</param>
/// <param name="Stopped">Who suspended it and until when; null otherwise.</param>
public sealed record PublicStanding(
    Guid VersionId, int Version, EquivalencePhase Phase, PublishedFigures? Figures, DateTimeOffset? From, DateTimeOffset? Until, IReadOnlyList<string> Scope,
    Government? Awaited, PublicStop? Stopped)
{
    /// <summary>What both governments signed and what has not ended. The figures of anything else are not to be read as holding.</summary>
    public bool IsCurrent => Phase.Binds() || Phase == EquivalencePhase.Scheduled;
}

public sealed record PublicStop(Government By, DateTimeOffset Until);

/// <summary>One pair in one direction, with what speaks for it now.</summary>
/// <param name="Standings">All that bind, each for its own work roles, the lowest coverage first; otherwise the latest one. Never empty.</param>
/// <param name="Next">The version that is to follow while an earlier one binds; it has no figures.</param>
public sealed record PublicPair(
    Guid Id, string Number, string SourceKey, Target Target, Government SourceSide, bool IsDemonstration, IReadOnlyList<PublicStanding> Standings, PublicStanding? Next)
{
    public PublicStanding Shown => Standings[0];
}

internal static class PublicPairs
{
    /// <summary>Reads no content of any version: what is not published yet cannot come out.</summary>
    public static async Task<IReadOnlyList<PublicPair>> PublicPairsAsync(this IPortalDb db, IQueryable<Equivalence> pairs, DateTimeOffset now, CancellationToken ct)
    {
        var found = await pairs.AsNoTracking().Select(e => new { e.Id, e.Number, e.SourceKey, e.TargetKind, e.TargetCode, e.SourceSide, e.IsDemonstration }).ToListAsync(ct);
        var periods = (await pairs.SelectMany(e => e.Periods).AsNoTracking().Where(p => p.ReplacedAt == null).ToListAsync(ct)).ToLookup(p => p.VersionId);
        var versions = (await VersionsOf(db, pairs).ToListAsync(ct)).ToLookup(v => v.EquivalenceId, v => StandingOf(v, [.. periods[v.Id]], now));
        return found.ConvertAll(e =>
        {
            var (shown, next) = Shown([.. versions[e.Id]]);
            return new PublicPair(e.Id, e.Number, e.SourceKey, new Target(e.TargetKind, e.TargetCode), e.SourceSide, e.IsDemonstration, shown, next);
        });
    }

    public static Task<bool> AnyBindsAsync(this IQueryable<Equivalence> pairs, DateTimeOffset now, CancellationToken ct) => pairs.SelectMany(e => e.Periods)
        .AnyAsync(p => p.ReplacedAt == null && p.From <= now && now < p.Until && (p.State == PeriodState.InForce || p.State == PeriodState.Suspended), ct);

    private static IQueryable<VersionRow> VersionsOf(IPortalDb db, IQueryable<Equivalence> pairs) =>
        from pair in pairs
        join version in db.EquivalenceVersions on pair.Id equals version.EquivalenceId
        select new VersionRow(
            version.Id, version.EquivalenceId, version.Number, version.Status,
            version.Status == EquivalenceStatus.Drafted && version.Signatures.Any(s => s.Government == Government.Japan),
            version.Status == EquivalenceStatus.Drafted && version.Signatures.Any(s => s.Government == Government.UnitedStates));

    private static PublicStanding StandingOf(VersionRow version, EquivalencePeriod[] own, DateTimeOffset now)
    {
        var phase = EquivalencePhases.Of(version.Status, version.Id, own, now);
        var held = own.Where(p => p.State is PeriodState.InForce or PeriodState.Suspended).ToList();
        var stop = held.Find(p => p.State == PeriodState.Suspended && p.Holds(now));
        return new(
            version.Id, version.Number, phase, own.FirstOrDefault()?.Figures,
            held.Count == 0 ? null : held.Min(p => p.From), held.Count == 0 ? null : held.Max(p => p.Until), own.FirstOrDefault()?.Scope ?? [],
            version.Awaited, stop is null ? null : new PublicStop(stop.By!.Value, stop.Until));
    }

    private static (IReadOnlyList<PublicStanding> Shown, PublicStanding? Next) Shown(PublicStanding[] versions)
    {
        var latest = versions.OrderBy(v => v.Phase == EquivalencePhase.Dropped).ThenByDescending(v => v.Version).First();
        var binding = versions.Where(v => v.Phase.Binds()).OrderBy(v => v.Figures!.Content).ThenBy(v => v.Version).ToList();
        var isComing = latest.Phase is EquivalencePhase.Proposed or EquivalencePhase.UnderReview or EquivalencePhase.Scheduled;
        return binding.Count == 0 ? ([latest], null) : (binding, isComing ? latest : null);
    }

    private sealed record VersionRow(Guid Id, Guid EquivalenceId, int Number, EquivalenceStatus Status, bool JapanSigned, bool UnitedStatesSigned)
    {
        public Government? Awaited => (JapanSigned, UnitedStatesSigned) switch
        {
            (true, false) => Government.UnitedStates,
            (false, true) => Government.Japan,
            _ => null,
        };
    }
}
