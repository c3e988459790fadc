using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Recognition.Queries;
using Portal.Application.Shared;

namespace Portal.Application.Recognition;

/// <summary>A version in force under which a holder may ask for recognition.</summary>
/// <param name="Missing">Certifications that the holder would need besides.</param>
/// <param name="Review">What is to be said about its review.</param>
public sealed record RecognitionOffer(
    Guid VersionId, string Number, int Version, EquivalenceSource Source, Government SourceSide, NamedCode Target, IReadOnlyList<NamedCode> Scope,
    DecisionType Decision, IReadOnlyList<Condition> Conditions, IReadOnlyList<Effect> Effects, Deadline ValidUntil, bool IsDemonstration, IReadOnlyList<NamedCode> Missing, ReviewNotice? Review);

internal static class RecognitionOffers
{
    private const int Most = 40, MostInForce = 5000;

    /// <summary>What is in force at an instant and asks for at least one of these certifications; what lacks nothing comes first.</summary>
    /// <param name="target">Code of the target; null for all.</param>
    public static async Task<IReadOnlyList<RecognitionOffer>> RecognitionOffersAsync(
        this IPortalDb db, IReadOnlySet<string> held, string? target, DateTimeOffset now, CancellationToken ct)
    {
        var equivalences = (await EquivalencesAsync(db, held, target, now, ct)).ToDictionary(e => e.Id);
        var ids = equivalences.Values.SelectMany(e => e.Periods).Where(p => p.State == PeriodState.InForce && p.Holds(now)).Select(p => p.VersionId).ToList();
        var versions = (await db.EquivalenceVersions.AsNoTracking().Where(v => ids.Contains(v.Id)).Select(v => new { v.Id, v.EquivalenceId, v.Number, v.Content, v.ReviewDueOn }).ToListAsync(ct))
            .Where(v => v.Content.Decision.Recognises()).ToList();
        var names = await EquivalenceNames.OfAsync(db, equivalences.Values, versions.SelectMany(v => v.Content.Scope), ct);
        return
        [
            .. versions.Select(v => (v, e: equivalences[v.EquivalenceId])).Select(x => new RecognitionOffer(
                x.v.Id, x.e.Number, x.v.Number, x.e.Source, x.e.SourceSide, names.Of(x.e.TargetCode), [.. x.v.Content.Scope.Select(names.Of)],
                x.v.Content.Decision, x.v.Content.Conditions, x.v.Content.Effects, x.v.Content.ValidUntil!.Value, x.e.IsDemonstration,
                [.. x.e.Source.Missing(held).Select(names.Of)], ReviewNotices.Of(x.v.Id, x.v.ReviewDueOn, x.e.ReviewCalls, x.e.Reviews, now)))
                .OrderBy(o => o.Missing.Count).ThenBy(o => o.Number, StringComparer.Ordinal),
        ];
    }

    private static async Task<List<Equivalence>> EquivalencesAsync(IPortalDb db, IReadOnlySet<string> held, string? target, DateTimeOffset now, CancellationToken ct)
    {
        var candidates = db.Equivalences.AsNoTracking().Where(e => target == null || e.TargetCode == target)
            .Where(e => e.Periods.Any(p => p.ReplacedAt == null && p.State == PeriodState.InForce && p.From <= now && now < p.Until));
        var sources = await candidates.OrderBy(e => e.SourceKey).ThenBy(e => e.TargetCode).Take(MostInForce).Select(e => new { e.Id, e.Source }).ToListAsync(ct);
        var ids = sources.Where(s => s.Source.Certifications.Any(held.Contains)).Select(s => s.Id).Take(Most).ToList();
        return ids.Count == 0 ? [] : await db.Equivalences.AsNoTracking().Include(e => e.Periods.Where(p => p.ReplacedAt == null)).Where(e => ids.Contains(e.Id)).ToListAsync(ct);
    }
}
