using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Queries;

/// <summary>What holds of one equivalence, and what a signatory may do about it: suspend, lift, withdraw.</summary>
public sealed record EquivalenceForce(Guid Id) : IQuery<EquivalenceForce.Page>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.ReadRecognition);

    /// <param name="Standing">Versions that hold or will hold, the first one first.</param>
    /// <param name="Withdrawing">A withdrawal that waits for its second key.</param>
    public sealed record Page(
        Guid Id, string Number, EquivalenceSource Source, Target Target, bool IsDemonstration, IReadOnlyList<Version> Standing, Pending? Withdrawing, bool CanAct, Government? Own);

    /// <param name="SuspendedBy">Null while it is not suspended, and where its review was missed.</param>
    /// <param name="DaysLeft">Days for which the reader's government may still suspend it.</param>
    public sealed record Version(
        Guid Id, int Number, DecisionType Decision, Deadline From, Deadline Until, EquivalencePhase Phase, Government? SuspendedBy, DateTimeOffset? SuspendedUntil, int DaysLeft, WithdrawalEffect Effect, Review Review);

    /// <param name="DueOn">Null where that is not on record.</param>
    /// <param name="StopsOn">Once it is missed: when the decision is suspended for that.</param>
    /// <param name="Keys">Governments that keep the decision as it is.</param>
    /// <param name="Hash">What a key is turned on.</param>
    public sealed record Review(DateOnly? DueOn, DateOnly? StopsOn, IReadOnlyList<DecisionKey> Keys, string Hash);

    /// <param name="Hash">What the second key is turned on.</param>
    public sealed record Pending(Guid VersionId, int Number, string Reason, Government By, DecisionKey? Key, WithdrawalEffect Effect, string Hash);
}

internal sealed class EquivalenceForceHandler(IPortalDb db, ReviewRules rules, ICurrentActor current, TimeProvider clock) : IQueryHandler<EquivalenceForce, EquivalenceForce.Page>
{
    public async ValueTask<EquivalenceForce.Page> Handle(EquivalenceForce query, CancellationToken ct)
    {
        var equivalence = await db.Equivalences.AsNoTracking().Include(e => e.Periods).GetAsync(query.Id, ct);
        var now = clock.GetUtcNow();
        var agreed = await db.EquivalenceVersions.AsNoTracking().Where(v => v.EquivalenceId == equivalence.Id && v.Status == EquivalenceStatus.Agreed).OrderBy(v => v.Number).ToListAsync(ct);
        var standing = new List<EquivalenceForce.Version>();
        foreach (var version in agreed)
        {
            var phase = EquivalencePhases.Of(version.Status, version.Id, equivalence.KnownAt(now), now);
            if (phase.Binds() || phase == EquivalencePhase.Scheduled)
            {
                standing.Add(await VersionAsync(equivalence, version, phase, now, ct));
            }
        }

        return new(
            equivalence.Id, equivalence.Number, equivalence.Source, equivalence.Target, equivalence.IsDemonstration, standing, await PendingAsync(equivalence, agreed, ct),
            current.Actor.Has(Permission.SignEquivalence) && current.Actor.Agency is not null, current.Actor.Agency);
    }

    private async Task<EquivalenceForce.Version> VersionAsync(Equivalence equivalence, EquivalenceVersion version, EquivalencePhase phase, DateTimeOffset now, CancellationToken ct)
    {
        var stopped = equivalence.KnownAt(now).FirstOrDefault(p => p.VersionId == version.Id && p.State == PeriodState.Suspended && p.Holds(now));
        var left = current.Actor.Agency is { } own ? equivalence.SuspensionLeft(version.Id, own, now) : TimeSpan.Zero;
        return new(
            version.Id, version.Number, version.Content.Decision, version.Content.ValidFrom!.Value, version.Content.ValidUntil!.Value, phase, stopped?.By, stopped?.Until,
            (int)left.TotalDays, await db.EffectOfAsync(version.Id, ct), await ReviewAsync(equivalence, version, now, ct));
    }

    private async Task<EquivalenceForce.Review> ReviewAsync(Equivalence equivalence, EquivalenceVersion version, DateTimeOffset now, CancellationToken ct)
    {
        var hash = equivalence.ReviewHash(version);
        return new(
            version.ReviewDueOn, rules.StopsOn(version.ReviewDueOn, version.ReviewMissedAt, now),
            await equivalence.Signatures.Where(s => s.ContentHash == hash).ToList().KeysAsync(db, true, ct), hash);
    }

    private async Task<EquivalenceForce.Pending?> PendingAsync(Equivalence equivalence, List<EquivalenceVersion> agreed, CancellationToken ct)
    {
        if (equivalence.Withdrawing is not { } pending)
        {
            return null;
        }

        var effect = await db.EffectOfAsync(pending.VersionId, ct);
        return new(
            pending.VersionId, agreed.Single(v => v.Id == pending.VersionId).Number, pending.Reason, pending.By,
            await equivalence.Signatures.Where(s => s.Purpose == nameof(Equivalence.Withdraw)).ToList().KeysAsync(db, true, ct) is [var key, ..] ? key : null, effect,
            equivalence.WithdrawalHash(pending.VersionId, pending.Reason, effect));
    }
}
