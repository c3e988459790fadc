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

    public IReadOnlyList<EquivalencePeriod> Periods => _periods;
    public IReadOnlyList<Signature> Signatures => _signatures;

    public Target Target => new(TargetKind, TargetCode);

    /// <summary>Until something is published, what happens is the history of its versions.</summary>
    public override bool IsOnRecord => _periods.Count > 0;

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

        _periods.Add(EquivalencePeriod.Of(Id, version.Id, scope, PublishedFigures.Of(version.Content), from, until, PeriodState.InForce, now));
        Touch();
        Raise(new EquivalencePublished(Id, version.Id));
    }

    /// <summary>One government stops the effect at once, for at most <see cref="LongestSuspension"/>.</summary>
    public void Suspend(Guid versionId, DateTimeOffset until, Actor actor, DateTimeOffset now)
    {
        RequireSignatory(actor);
        if (until <= now || until > now + LongestSuspension)
        {
            throw new RefusedException(new Error("Recognition.Suspend.Length", "Until", new Dictionary<string, object?> { ["Days"] = LongestSuspension.Days }));
        }

        RequireInForce(versionId, now);
        Cut(p => p.VersionId == versionId && p.State == PeriodState.InForce, now, until, PeriodState.Suspended, now, actor.Agency);
        Raise(new EquivalenceSuspended(Id, versionId, actor.Agency!.Value));
    }

    /// <summary>The government that suspended lets the decision hold again.</summary>
    public void Lift(Guid versionId, Actor actor, DateTimeOffset now)
    {
        RequireSignatory(actor);
        var suspended = KnownAt(now).FirstOrDefault(p => p.VersionId == versionId && p.State == PeriodState.Suspended && p.Holds(now))
            ?? throw new RefusedException("Recognition.Suspend.NotSuspended", this);
        if (suspended.By != actor.Agency)
        {
            throw new RefusedException("Recognition.Suspend.OtherSide", this);
        }

        Cut(p => p == suspended, now, suspended.Until, PeriodState.InForce, now);
        Raise(new EquivalenceLifted(Id, versionId));
    }

    /// <summary>What both governments sign to withdraw a version: which one, and the reason.</summary>
    public string WithdrawalHash(Guid versionId, string reason) => ContentHash.Of(new { Number, versionId, reason = CleanText.Prose(reason).Trim() });

    /// <summary>Turns one government's key on a withdrawal; the second one ends the effect at this instant. True then.</summary>
    public bool Withdraw(Guid versionId, string reason, string seenHash, Actor actor, DateTimeOffset now)
    {
        RequireSignatory(actor);
        RequireInForce(versionId, now);
        var isJoint = _signatures.Sign(nameof(Withdraw), seenHash, WithdrawalHash(versionId, reason), actor, now, this);
        Touch();
        if (!isJoint)
        {
            return false;
        }

        _signatures.Clear();
        Cut(p => p.VersionId == versionId && p.State != PeriodState.Superseded, now, DateTimeOffset.MaxValue, PeriodState.Withdrawn, now);
        Raise(new EquivalenceWithdrawn(Id, versionId));
        return true;
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

    private void RequireInForce(Guid versionId, DateTimeOffset now)
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
