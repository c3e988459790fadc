using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Queries;

/// <summary>One equivalence as everybody may know it: what holds and why, who has approved it, and every version.</summary>
/// <param name="Version">One agreed version, whether it holds or not; null for what holds.</param>
/// <param name="AsOf">What holds at the end of this day, on the calendar of the side that issues the source; null is now.</param>
/// <param name="KnownAt">As it was on record at the end of this day; null is now.</param>
public sealed record EquivalenceDetails(string Number, int? Version = null, DateOnly? AsOf = null, DateOnly? KnownAt = null) : IQuery<EquivalenceDetails.Page>, IPortalMessage
{
    public static Access Access => Access.Anyone;

    /// <param name="AsOf">The instant that the page speaks of.</param>
    /// <param name="Shown">The decision; null where neither government has signed anything.</param>
    /// <param name="Versions">The latest first.</param>
    /// <param name="DeskId">The version that the reader's own desk works on; null for everybody else.</param>
    public sealed record Page(
        Guid Id, string Number, bool IsDemonstration, EquivalenceSource Source, IReadOnlyList<NamedCode> Sources, Government SourceSide, Target Target, NamedCode TargetName,
        IReadOnlyList<NamedCode> Scope, EquivalencePhase Phase, DateTimeOffset AsOf, DateTimeOffset KnownAt, Decision? Shown, IReadOnlyList<VersionLine> Versions, Guid? DeskId);

    /// <param name="Statements">Their texts by code, as the framework words them.</param>
    /// <param name="ReviewCalledAt">When evidence under it was withdrawn; null where that never happened.</param>
    /// <param name="SuspendedUntil">While it is suspended: when it holds again, and who stopped it; nobody where its review was missed.</param>
    /// <param name="ReviewDueOn">By when it is looked at again; null where that is not on record.</param>
    /// <param name="StopsOn">While its review is missed: when it is suspended for that.</param>
    /// <param name="Later">What a later framework version changes under a decision that binds today.</param>
    public sealed record Decision(
        Guid VersionId, int Number, EquivalenceContent Content, CoverageReport? Report, IReadOnlyDictionary<string, string> Statements, IReadOnlyList<DecisionKey> Keys, string ContentHash,
        DateTimeOffset? SuspendedUntil, Government? SuspendedBy, DateTimeOffset? ReviewCalledAt, DateOnly? ReviewDueOn, DateOnly? StopsOn, LaterFramework? Later);

    public sealed record VersionLine(int Number, EquivalencePhase Phase, DecisionType? Decision, Deadline? From, Deadline? Until);
}

internal sealed class EquivalenceDetailsHandler(IPortalDb db, ReviewRules rules, ICurrentActor current, TimeProvider clock) : IQueryHandler<EquivalenceDetails, EquivalenceDetails.Page>
{
    public async ValueTask<EquivalenceDetails.Page> Handle(EquivalenceDetails query, CancellationToken ct)
    {
        var equivalence = await db.Equivalences.AsNoTracking().Include(e => e.Periods).FirstOrDefaultAsync(e => e.Number == query.Number, ct) ?? throw new NotFoundException();
        var now = clock.GetUtcNow();
        var (asOf, knownAt) = (EndOf(query.AsOf, equivalence.SourceSide) ?? now, EndOf(query.KnownAt, equivalence.SourceSide) ?? now);
        var known = equivalence.KnownAt(knownAt).ToList();
        var versions = await db.EquivalenceVersions.AsNoTracking().Where(v => v.EquivalenceId == equivalence.Id).OrderByDescending(v => v.Number)
            .Select(v => new Standing(v.Id, v.Number, v.Status, v.Content)).ToListAsync(ct);
        var lines = versions.ConvertAll(v => Line(v, known, asOf));
        var chosen = Chosen(query.Version, versions, lines, query.AsOf is not null);
        var decision = chosen is null ? null : await DecisionAsync(equivalence, chosen.Id, known, asOf, knownAt, ct);
        var speaks = chosen ?? versions[0];
        var phase = lines.Single(l => l.Number == speaks.Number).Phase;
        var names = await EquivalenceNames.OfAsync(db, equivalence, (decision?.Report?.Rows ?? []).Select(r => r.Statement).Concat(speaks.Content.Scope), ct);
        return new(
            equivalence.Id, equivalence.Number, equivalence.IsDemonstration, equivalence.Source, [.. equivalence.Source.Certifications.Select(names.Of)], equivalence.SourceSide,
            equivalence.Target, names.Of(equivalence.TargetCode), [.. speaks.Content.Scope.Select(names.Of)], phase, asOf, knownAt,
            decision is null ? null : decision with { Statements = names.Statements, Later = await LaterAsync(equivalence, decision, phase, asOf, knownAt, ct) }, lines, current.Actor.Has(Permission.ReadRecognition) ? versions[0].Id : null);
    }

    /// <summary>The version asked for, else what binds; of today also what is to come or was the last, so that the page is never empty after a decision.</summary>
    private static Standing? Chosen(int? asked, List<Standing> versions, List<EquivalenceDetails.VersionLine> lines, bool isDated)
    {
        if (asked is { } number)
        {
            return versions.Find(v => v.Number == number && v.Status == EquivalenceStatus.Agreed) ?? throw new NotFoundException();
        }

        var holding = lines.FindIndex(l => l.Phase.Binds());
        return holding >= 0 ? versions[holding] : isDated ? null : versions.Find(v => v.Status == EquivalenceStatus.Agreed);
    }

    private async Task<EquivalenceDetails.Decision> DecisionAsync(Equivalence equivalence, Guid id, List<EquivalencePeriod> known, DateTimeOffset asOf, DateTimeOffset knownAt, CancellationToken ct)
    {
        var version = await db.EquivalenceVersions.AsNoTracking().GetAsync(id, ct);
        var stopped = known.Find(p => p.VersionId == id && p.State == PeriodState.Suspended && p.Holds(asOf));
        // A day before both governments last kept it had another due day, which nothing has kept but the text.
        var due = equivalence.Reviews.Any(r => r.VersionId == id && (r.At > asOf || r.At > knownAt)) ? null : version.ReviewDueOn;
        return new(
            id, version.Number, version.Content, version.Report, new Dictionary<string, string>(), await version.Signatures.KeysAsync(db, false, ct), version.ContentHash(equivalence), stopped?.Until, stopped?.By,
            ReviewNotices.CalledAt(id, equivalence.ReviewCalls, equivalence.Reviews, asOf, knownAt), due,
            rules.StopsOn(due, version.ReviewMissedAt, asOf), null);
    }

    /// <summary>A version that appeared after the day asked about, or before both governments kept the decision, says nothing.</summary>
    private async Task<LaterFramework?> LaterAsync(Equivalence equivalence, EquivalenceDetails.Decision decision, EquivalencePhase phase, DateTimeOffset asOf, DateTimeOffset knownAt, CancellationToken ct)
    {
        var kept = ReviewNotices.KeptAt(decision.VersionId, equivalence.Reviews, asOf);
        var later = decision.Report is { } report && phase.Binds() ? await db.LaterFrameworkAsync(report, kept, ct) : null;
        var appeared = later?.To.AppearedAt ?? clock.GetUtcNow();
        return appeared <= asOf && appeared <= knownAt ? later : null;
    }

    private static EquivalenceDetails.VersionLine Line(Standing version, List<EquivalencePeriod> known, DateTimeOffset asOf)
    {
        var (phase, isSigned) = (EquivalencePhases.Of(version.Status, version.Id, known, asOf), version.Status == EquivalenceStatus.Agreed);
        return new(version.Number, phase, isSigned ? version.Content.Decision : null, isSigned ? version.Content.ValidFrom : null, isSigned ? version.Content.ValidUntil : null);
    }

    private static DateTimeOffset? EndOf(DateOnly? day, Government side) =>
        day is { } given && Deadline.TryFromLocal(given, new TimeOnly(23, 59, 59), PortalZones.OfficialFor(side), out var end, out _) ? end.Instant : null;

    private sealed record Standing(Guid Id, int Number, EquivalenceStatus Status, EquivalenceContent Content);
}
