using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Queries;

public enum PublicChange { Published, Superseded, Suspended, Lifted, Withdrawn }

/// <summary>What became known about published equivalences, the latest first.</summary>
public sealed record RecognitionChanges(int Page = 1) : IQuery<RecognitionChanges.Log>, IPortalMessage
{
    public const int PageSize = 25;

    public static Access Access => Access.Anyone;

    public sealed record Log(IReadOnlyList<Line> Lines, int Count, int Page)
    {
        public int Pages => Math.Max(1, (Count + PageSize - 1) / PageSize);
    }

    /// <param name="At">When it was recorded: since then everybody may know it.</param>
    /// <param name="By">The government that suspended; null otherwise.</param>
    /// <param name="From">First instant at which it takes effect.</param>
    public sealed record Line(
        DateTimeOffset At, PublicChange Change, Government? By, DateTimeOffset From, string Number, EquivalenceSource Source, Target Target, int Version, bool IsDemonstration);
}

internal sealed class RecognitionChangesHandler(IPortalDb db) : IQueryHandler<RecognitionChanges, RecognitionChanges.Log>
{
    public async ValueTask<RecognitionChanges.Log> Handle(RecognitionChanges query, CancellationToken ct)
    {
        var changes = Changes();
        var count = await changes.CountAsync(ct);
        var page = Math.Clamp(query.Page, 1, Math.Max(1, (count + RecognitionChanges.PageSize - 1) / RecognitionChanges.PageSize));
        var shown = await changes.OrderByDescending(c => c.At).ThenBy(c => c.VersionId).ThenBy(c => c.State)
            .Skip((page - 1) * RecognitionChanges.PageSize).Take(RecognitionChanges.PageSize).ToListAsync(ct);
        var (pairs, versions) = (shown.ConvertAll(c => c.EquivalenceId), shown.ConvertAll(c => c.VersionId));
        var named = await db.Equivalences.AsNoTracking().Where(e => pairs.Contains(e.Id)).Select(e => new { e.Id, e.Number, e.Source, e.TargetKind, e.TargetCode, e.IsDemonstration }).ToDictionaryAsync(e => e.Id, ct);
        var numbers = await db.EquivalenceVersions.Where(v => versions.Contains(v.Id)).Select(v => new { v.Id, v.Number }).ToDictionaryAsync(v => v.Id, v => v.Number, ct);
        return new(shown.ConvertAll(c =>
        {
            var pair = named[c.EquivalenceId];
            return new RecognitionChanges.Line(c.At, ChangeOf(c), c.By, c.From, pair.Number, pair.Source, new Target(pair.TargetKind, pair.TargetCode), numbers[c.VersionId], pair.IsDemonstration);
        }), count, page);
    }

    /// <summary>
    /// A stretch of the calendar says something new unless it was cut out of one that said the same. One act may change several stretches of
    /// a version; it is one line.
    /// </summary>
    private IQueryable<Found> Changes()
    {
        var periods = db.Equivalences.SelectMany(e => e.Periods);
        return periods.Where(p => !periods.Any(q => q.EquivalenceId == p.EquivalenceId && q.VersionId == p.VersionId && q.ReplacedAt == p.RecordedAt && q.State == p.State && q.From <= p.From && p.Until <= q.Until))
            .GroupBy(p => new { p.EquivalenceId, p.VersionId, p.RecordedAt, p.State, p.By })
            .Select(g => new Found
            {
                EquivalenceId = g.Key.EquivalenceId, VersionId = g.Key.VersionId, At = g.Key.RecordedAt, State = g.Key.State, By = g.Key.By, From = g.Min(p => p.From),
                IsLifted = g.Key.State == PeriodState.InForce && periods.Any(q => q.EquivalenceId == g.Key.EquivalenceId && q.VersionId == g.Key.VersionId && q.ReplacedAt == g.Key.RecordedAt),
            });
    }

    private static PublicChange ChangeOf(Found found) => found.State switch
    {
        PeriodState.InForce => found.IsLifted ? PublicChange.Lifted : PublicChange.Published,
        PeriodState.Suspended => PublicChange.Suspended,
        PeriodState.Superseded => PublicChange.Superseded,
        _ => PublicChange.Withdrawn,
    };

    private sealed record Found
    {
        public Guid EquivalenceId { get; init; }

        public Guid VersionId { get; init; }

        public DateTimeOffset At { get; init; }

        public PeriodState State { get; init; }

        public Government? By { get; init; }

        public DateTimeOffset From { get; init; }

        public bool IsLifted { get; init; }
    }
}
