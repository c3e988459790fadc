using Portal.Application.Shared;

namespace Portal.Application.Recognition.Domain;

/// <summary>
/// One direction of one pair: what a holder of the source is given in view of the target. Its periods are the only place that says
/// what holds when, and two governments that publish at once meet here: the second save of one equivalence is refused as stale.
/// </summary>
public sealed class Equivalence : Aggregate
{
    public const int NumberLength = 12;

    /// <summary>One side may suspend for so long; then the decision holds again, unless both withdraw it. A proposal for the agreement's annex.</summary>
    public static readonly TimeSpan LongestSuspension = TimeSpan.FromDays(90);

    private readonly List<EquivalencePeriod> _periods = [];
    private readonly List<Signature> _signatures = [];

    private Equivalence() { }

    /// <summary>Its stable public number, for example EQ-000123.</summary>
    public string Number { get; private set; } = "";
    public EquivalenceSource Source { get; private set; } = null!;

    /// <summary>The source as a text that can be compared and searched.</summary>
    public string SourceKey { get; private set; } = "";
    public TargetKind TargetKind { get; private set; }
    public string TargetCode { get; private set; } = "";

    /// <summary>Which government's holders it serves: the one on whose side the source is issued.</summary>
    public Government SourceSide { get; private set; }

    /// <summary>Made up for the demonstration world: no government stands behind it, and every page and file says so.</summary>
    public bool IsDemonstration { get; private set; }

    /// <summary>When the first of its versions was agreed; null while no decision was ever made.</summary>
    public DateTimeOffset? AgreedAt { get; private set; }

    /// <summary>One government wants to withdraw a version, and the other one has not answered yet.</summary>
    public PendingWithdrawal? Withdrawing { get; private set; }

    public IReadOnlyList<EquivalencePeriod> Periods => _periods;
    public IReadOnlyList<Signature> Signatures => _signatures;

    public Target Target => new(TargetKind, TargetCode);

    /// <summary>Until something is published, what happens is the history of its versions.</summary>
    public override bool IsOnRecord => AgreedAt is not null;

    public static Equivalence Between(string number, EquivalenceSource source, Government sourceSide, Target target, Actor actor)
    {
        var equivalence = new Equivalence { Number = number };
        EquivalenceWorkflow.Rules.Require(EquivalenceStatus.Proposed, EquivalenceStep.Propose, actor, actor.AgencyParty, equivalence);
        return equivalence.Joining(source, sourceSide, target);
    }

    /// <summary>One of the pairs that ship with the portal.</summary>
    public static Equivalence Starting(string number, EquivalenceSource source, Government sourceSide, Target target) =>
        new Equivalence { Number = number }.Joining(source, sourceSide, target);

    public void MarkAsDemonstration() => IsDemonstration = true;

    private Equivalence Joining(EquivalenceSource source, Government sourceSide, Target target)
    {
        source.RequireSound();
        if (target.Kind == TargetKind.Certification && source.Certifications.Contains(target.Code))
        {
            throw new RefusedException(new Error("Recognition.Equivalence.Itself", nameof(Target)));
        }

        (Source, SourceKey, SourceSide) = (source, source.Key, sourceSide);
        (TargetKind, TargetCode) = (target.Kind, target.Code);
        return this;
    }

    /// <summary>The periods as they were known at an instant.</summary>
    public IEnumerable<EquivalencePeriod> KnownAt(DateTimeOffset knownAt) => _periods.Where(p => p.IsKnownAt(knownAt));

    /// <summary>What holds at one instant for one work role, as it was known at another.</summary>
    public EquivalencePeriod? At(string role, DateTimeOffset asOf, DateTimeOffset knownAt) =>
        KnownAt(knownAt).Where(p => p.Scope.Contains(role) && p.Holds(asOf)).MinBy(p => p.State);

    /// <summary>Puts an agreed version into force. The version that it names as its predecessor ends where it begins.</summary>
    /// <exception cref="RefusedException">It would hold beside another version that shares a work role.</exception>
    internal void Publish(EquivalenceVersion version, Guid? supersedes, DateTimeOffset now)
    {
        var (from, until, scope) = (version.Content.ValidFrom!.Value.Instant, version.Content.ValidUntil!.Value.Instant, version.Content.Scope);
        if (supersedes is { } earlier)
        {
            Cut(p => p.VersionId == earlier && p.State is PeriodState.InForce or PeriodState.Suspended, from, DateTimeOffset.MaxValue, PeriodState.Superseded, now);
        }

        if (KnownAt(now).Any(p => p.State is PeriodState.InForce or PeriodState.Suspended && p.Overlaps(from, until, scope)))
        {
            throw new RefusedException(new Error("Recognition.Equivalence.Overlaps", nameof(EquivalenceContent.ValidFrom)), this);
        }

        AgreedAt ??= now;
        _periods.Add(EquivalencePeriod.Of(Id, version.Id, scope, PublishedFigures.Of(version.Content), from, until, PeriodState.InForce, now));
        Touch();
        Raise(new EquivalencePublished(Id, version.Id));
    }

    /// <summary>One government stops the effect at once. All its suspensions of one version together last at most <see cref="LongestSuspension"/>.</summary>
    /// <exception cref="RefusedException">It is not in force at this instant, is suspended already, or the time is over.</exception>
    public void Suspend(Guid versionId, DateTimeOffset until, Actor actor, DateTimeOffset now)
    {
        RequireSignatory(actor);
        if (SuspendedAt(versionId, now) is { } already)
        {
            throw new RefusedException(new Error("Recognition.Suspend.Already", null, new Dictionary<string, object?> { ["Government"] = already.By }), this);
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
            throw new RefusedException("Recognition.Suspend.OtherSide", this);
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
        _signatures.Clear();
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
        _signatures.Clear();
        Touch();
        Raise(new EquivalenceKept(Id));
    }

    // What was known stays as it was: a period that changes is closed as known until now, and its parts are recorded anew.
    private void Cut(Predicate<EquivalencePeriod> which, DateTimeOffset from, DateTimeOffset until, PeriodState state, DateTimeOffset now, Government? by = null)
    {
        foreach (var period in _periods.FindAll(p => p.IsKnownAt(now) && which(p) && p.From < until && from < p.Until))
        {
            _periods.AddRange(period.Split(from, until, state, by, now));
        }

        Touch();
    }

    private EquivalencePeriod? SuspendedAt(Guid versionId, DateTimeOffset now) =>
        KnownAt(now).FirstOrDefault(p => p.VersionId == versionId && p.State == PeriodState.Suspended && p.Holds(now));

    private void RequireStanding(Guid versionId, DateTimeOffset now)
    {
        if (!KnownAt(now).Any(p => p.VersionId == versionId && p.State is PeriodState.InForce or PeriodState.Suspended && p.Until > now))
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
