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
/// <param name="Review">What is to be said about its review while it binds.</param>
public sealed record PublicStanding(
    Guid VersionId, int Version, EquivalencePhase Phase, PublishedFigures? Figures, DateTimeOffset? From, DateTimeOffset? Until, IReadOnlyList<string> Scope,
    Government? Awaited, PublicStop? Stopped, ReviewNotice? Review)
{
    /// <summary>What both governments signed and what has not ended. The figures of anything else are not to be read as holding.</summary>
    public bool IsCurrent => Phase.Binds() || Phase == EquivalencePhase.Scheduled;
}

/// <param name="By">Null where the rule did it, because the review was missed.</param>
public sealed record PublicStop(Government? By, DateTimeOffset Until);

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
    /// <summary>Reads no content of any version: what is not published yet cannot come out. Three queries for all pairs.</summary>
    public static async Task<IReadOnlyList<PublicPair>> PublicPairsAsync(this IPortalDb db, IQueryable<Equivalence> pairs, DateTimeOffset now, CancellationToken ct)
    {
        var reviews = await Reviews.OfAsync(db, pairs, now, ct);
        return [.. (await Rows(db, pairs).ToListAsync(ct)).GroupBy(r => r.Id).Select(g => PairOf([.. g], reviews, now))];
    }

    private static IQueryable<Row> Rows(IPortalDb db, IQueryable<Equivalence> pairs) =>
        from pair in pairs.AsNoTracking()
        join version in db.EquivalenceVersions on pair.Id equals version.EquivalenceId
        from period in pair.Periods.Where(p => p.VersionId == version.Id && p.ReplacedAt == null).DefaultIfEmpty()
        select new Row
        {
            Id = pair.Id, Number = pair.Number, SourceKey = pair.SourceKey, TargetKind = pair.TargetKind, TargetCode = pair.TargetCode, SourceSide = pair.SourceSide,
            IsDemonstration = pair.IsDemonstration, VersionId = version.Id, Version = version.Number, Status = version.Status, Period = period,
            JapanSigned = version.Status == EquivalenceStatus.Drafted && version.Signatures.Any(s => s.Government == Government.Japan),
            UnitedStatesSigned = version.Status == EquivalenceStatus.Drafted && version.Signatures.Any(s => s.Government == Government.UnitedStates),
        };

    private static PublicPair PairOf(Row[] rows, Reviews reviews, DateTimeOffset now)
    {
        var pair = rows[0];
        var (shown, next) = Shown([.. rows.GroupBy(r => r.VersionId).Select(v => StandingOf(v.First(), [.. v.Select(r => r.Period).OfType<EquivalencePeriod>()], reviews, now))]);
        return new(pair.Id, pair.Number, pair.SourceKey, new Target(pair.TargetKind, pair.TargetCode), pair.SourceSide, pair.IsDemonstration, shown, next);
    }

    public static Task<bool> AnyBindsAsync(this IQueryable<Equivalence> pairs, DateTimeOffset now, CancellationToken ct) => pairs.SelectMany(e => e.Periods)
        .AnyAsync(p => p.ReplacedAt == null && p.From <= now && now < p.Until && (p.State == PeriodState.InForce || p.State == PeriodState.Suspended), ct);

    private static PublicStanding StandingOf(Row version, EquivalencePeriod[] own, Reviews reviews, DateTimeOffset now)
    {
        var phase = EquivalencePhases.Of(version.Status, version.VersionId, own, now);
        var held = own.Where(p => p.State is PeriodState.InForce or PeriodState.Suspended).ToList();
        var stop = held.Find(p => p.State == PeriodState.Suspended && p.Holds(now));
        return new(
            version.VersionId, version.Version, phase, own.FirstOrDefault()?.Figures,
            held.Count == 0 ? null : held.Min(p => p.From), held.Count == 0 ? null : held.Max(p => p.Until), own.FirstOrDefault()?.Scope ?? [],
            version.Awaited, stop is null ? null : new PublicStop(stop.By, stop.Until),
            stop is { By: null } ? ReviewNotice.Stopped
                : phase == EquivalencePhase.InForce ? reviews.NoticeOf(version, now) : null);
    }

    private static (IReadOnlyList<PublicStanding> Shown, PublicStanding? Next) Shown(PublicStanding[] versions)
    {
        var latest = versions.OrderBy(v => v.Phase == EquivalencePhase.Dropped).ThenByDescending(v => v.Version).First();
        var binding = versions.Where(v => v.Phase.Binds()).OrderBy(v => v.Figures!.Content).ThenBy(v => v.Version).ToList();
        var isComing = latest.Phase is EquivalencePhase.Proposed or EquivalencePhase.UnderReview or EquivalencePhase.Scheduled;
        return binding.Count == 0 ? ([latest], null) : (binding, isComing ? latest : null);
    }

    /// <summary>The few whose review is overdue or called up. Read apart from the rows: the day stands behind the long columns of a version, which would be read with it.</summary>
    private sealed record Reviews(IReadOnlyDictionary<Guid, DateOnly?> Overdue, IReadOnlyDictionary<Guid, (IReadOnlyList<ReviewCall> Calls, IReadOnlyList<ReviewKept> Kept)> Called)
    {
        public static async Task<Reviews> OfAsync(IPortalDb db, IQueryable<Equivalence> pairs, DateTimeOffset now, CancellationToken ct)
        {
            var (today, none) = (ReviewRules.Today(now), (IReadOnlyList<ReviewCall>)[]);
            return new(
                await db.EquivalenceVersions.Where(v => v.Status == EquivalenceStatus.Agreed && v.ReviewDueOn < today).Select(v => new { v.Id, v.ReviewDueOn }).ToDictionaryAsync(v => v.Id, v => v.ReviewDueOn, ct),
                await pairs.AsNoTracking().Where(e => e.ReviewCalls != none).Select(e => new { e.Id, e.ReviewCalls, e.Reviews }).ToDictionaryAsync(e => e.Id, e => (e.ReviewCalls, e.Reviews), ct));
        }

        public ReviewNotice? NoticeOf(Row version, DateTimeOffset now)
        {
            var (calls, kept) = Called.GetValueOrDefault(version.Id, ([], []));
            return ReviewNotices.Of(version.VersionId, Overdue.GetValueOrDefault(version.VersionId), calls, kept, now);
        }
    }

    /// <summary>One version with one of its periods.</summary>
    private sealed record Row
    {
        public Guid Id { get; init; }

        public string Number { get; init; } = "";

        public string SourceKey { get; init; } = "";

        public TargetKind TargetKind { get; init; }

        public string TargetCode { get; init; } = "";

        public Government SourceSide { get; init; }

        public bool IsDemonstration { get; init; }

        public Guid VersionId { get; init; }

        public int Version { get; init; }

        public EquivalenceStatus Status { get; init; }

        public EquivalencePeriod? Period { get; init; }

        public bool JapanSigned { get; init; }

        public bool UnitedStatesSigned { get; init; }

        public Government? Awaited => (JapanSigned, UnitedStatesSigned) switch
        {
            (true, false) => Government.UnitedStates,
            (false, true) => Government.Japan,
            _ => null,
        };
    }
}
