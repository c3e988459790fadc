using Portal.Application.Shared;

namespace Portal.Application.Recognition.Domain;

// What becomes of a decision once it is agreed: one side suspends it for a time, both withdraw it.
public sealed partial class Equivalence
{
    /// <summary>One government stops the effect at once. All its suspensions of one version together last at most <see cref="LongestSuspension"/>.</summary>
    /// <exception cref="RefusedException">It is not in force at this instant, is suspended already, or the time is over.</exception>
    public void Suspend(Guid versionId, DateTimeOffset until, Actor actor, DateTimeOffset now)
    {
        RequireSignatory(actor);
        if (SuspendedAt(versionId, now) is { } already)
        {
            throw new RefusedException(already.By is null
                ? new Error(MissedReview) : new Error("Recognition.Suspend.Already", null, new Dictionary<string, object?> { ["Government"] = already.By }), this);
        }

        if (!KnownAt(now).Any(p => p.VersionId == versionId && p.State == PeriodState.InForce && p.Holds(now)))
        {
            throw new RefusedException("Recognition.Equivalence.NotInForce", this);
        }

        if (until <= now || until > now + SuspensionLeft(versionId, actor.Agency!.Value, now))
        {
            throw new RefusedException(new Error("Recognition.Suspend.Length", "Until", new Dictionary<string, object?> { ["Days"] = (int)SuspensionLeft(versionId, actor.Agency!.Value, now).TotalDays }), this);
        }

        Cut(p => p.VersionId == versionId && p.State == PeriodState.InForce, now, until, PeriodState.Suspended, now, actor.Agency);
        Raise(new EquivalenceSuspended(Id, versionId, actor.Agency!.Value));
    }

    /// <summary>How long one government may still suspend a version: a chain of suspensions would be a withdrawal by one side alone.</summary>
    public TimeSpan SuspensionLeft(Guid versionId, Government government, DateTimeOffset now) => LongestSuspension - KnownAt(now)
        .Where(p => p.VersionId == versionId && p.State == PeriodState.Suspended && p.By == government)
        .Aggregate(TimeSpan.Zero, (sum, p) => sum + (p.Until - p.From));

    /// <summary>The government that suspended lets the decision hold again.</summary>
    public void Lift(Guid versionId, Actor actor, DateTimeOffset now)
    {
        RequireSignatory(actor);
        var suspended = SuspendedAt(versionId, now) ?? throw new RefusedException("Recognition.Suspend.NotSuspended", this);
        if (suspended.By != actor.Agency)
        {
            throw new RefusedException(suspended.By is null ? MissedReview : "Recognition.Suspend.OtherSide", this);
        }

        Cut(p => p == suspended, now, suspended.Until, PeriodState.InForce, now);
        Raise(new EquivalenceLifted(Id, versionId));
    }

    /// <summary>What both governments sign to withdraw a version: which one, why, and what else it touches.</summary>
    public string WithdrawalHash(Guid versionId, string reason, WithdrawalEffect effect) =>
        ContentHash.Of(new { Number, versionId, reason = CleanText.Prose(reason).Trim(), effect });

    /// <summary>Turns the first key on a withdrawal; the other government reads the reason and what it touches before it turns the second one.</summary>
    /// <param name="effect">As the page showed it.</param>
    public void ProposeWithdrawal(Guid versionId, string reason, WithdrawalEffect effect, Actor actor, DateTimeOffset now)
    {
        RequireSignatory(actor);
        RequireStanding(versionId, now);
        if (Withdrawing is not null)
        {
            throw new RefusedException("Recognition.Withdraw.UnderWay", this);
        }

        Withdrawing = new PendingWithdrawal(versionId, reason, actor.Agency!.Value);
        var hash = WithdrawalHash(versionId, reason, effect);
        _signatures.Sign(nameof(Withdraw), hash, hash, actor, now, this);
        Touch();
        Raise(new EquivalenceWithdrawalProposed(Id, actor.Agency!.Value));
    }

    /// <summary>Turns the second key: the effect ends at this instant.</summary>
    /// <param name="effect">As it is now; a key on another effect does not count.</param>
    /// <exception cref="RefusedException">The same government, or what it touches has changed since it was shown.</exception>
    public void Withdraw(string seenHash, WithdrawalEffect effect, Actor actor, DateTimeOffset now)
    {
        RequireSignatory(actor);
        var (versionId, reason, _) = Withdrawing ?? throw new RefusedException("Recognition.Withdraw.NotProposed", this);
        RequireStanding(versionId, now);
        if (!_signatures.Sign(nameof(Withdraw), seenHash, WithdrawalHash(versionId, reason, effect), actor, now, this))
        {
            throw new RefusedException("Recognition.Withdraw.Changed", this);
        }

        Withdrawing = null;
        _signatures.RemoveAll(s => s.Purpose == nameof(Withdraw));
        RestorePredecessor(versionId, now);
        Cut(p => p.VersionId == versionId && p.State != PeriodState.Superseded, now, DateTimeOffset.MaxValue, PeriodState.Withdrawn, now);
        Raise(new EquivalenceWithdrawn(Id, versionId));
    }

    /// <summary>Either government ends a withdrawal that is not complete: the first one thinks again, or the second one says no.</summary>
    public void KeepInForce(Actor actor)
    {
        RequireSignatory(actor);
        if (Withdrawing is null)
        {
            throw new RefusedException("Recognition.Withdraw.NotProposed", this);
        }

        Withdrawing = null;
        _signatures.RemoveAll(s => s.Purpose == nameof(Withdraw));
        Touch();
        Raise(new EquivalenceKept(Id));
    }

    /// <summary>A holder's case is granted under a version that holds, or that a later one has replaced since the case began; never while its effect is stopped or has ended.</summary>
    public void RequireGrantable(Guid versionId, DateTimeOffset now)
    {
        if (!BasisPhase.Of(versionId, KnownAt(now), now).IsGrantable)
        {
            throw new RefusedException("Cases.Decide.NotInForce", this);
        }
    }

    /// <summary>What is withdrawn before its first day replaces nothing: the version before it goes on as it stood when this one was agreed.</summary>
    private void RestorePredecessor(Guid versionId, DateTimeOffset now)
    {
        var agreedAt = _periods.Where(p => p.VersionId == versionId).Min(p => p.RecordedAt);
        if (KnownAt(now).Where(p => p.VersionId == versionId).Min(p => p.From) <= now)
        {
            return;
        }

        foreach (var replaced in KnownAt(now).Where(p => p.VersionId != versionId && p.State == PeriodState.Superseded && p.RecordedAt == agreedAt).ToList())
        {
            var before = _periods.First(p => p.VersionId == replaced.VersionId && p.ReplacedAt == agreedAt && p.From <= replaced.From && replaced.Until <= p.Until);
            Cut(p => p == replaced, replaced.From, replaced.Until, before.State, now, before.By);
        }
    }

    private EquivalencePeriod? SuspendedAt(Guid versionId, DateTimeOffset now) =>
        KnownAt(now).FirstOrDefault(p => p.VersionId == versionId && p.State == PeriodState.Suspended && p.Holds(now));

    /// <summary>In force, suspended, or to come.</summary>
    internal bool Stands(Guid versionId, DateTimeOffset now) =>
        KnownAt(now).Any(p => p.VersionId == versionId && p.State is PeriodState.InForce or PeriodState.Suspended && p.Until > now);

    private void RequireStanding(Guid versionId, DateTimeOffset now)
    {
        if (!Stands(versionId, now))
        {
            throw new RefusedException("Recognition.Equivalence.NotInForce", this);
        }
    }

    private void RequireSignatory(Actor actor)
    {
        if (!actor.Has(Permission.SignEquivalence) || actor.Agency is null)
        {
            throw new ForbiddenException(this);
        }
    }
}
