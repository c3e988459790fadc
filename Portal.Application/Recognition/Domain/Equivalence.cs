using Portal.Application.Shared;

namespace Portal.Application.Recognition.Domain;

/// <summary>
/// One direction of one pair: what a holder of the source is given in view of the target. Its periods are the only place that says
/// what holds when, and two governments that publish at once meet here: the second save of one equivalence is refused as stale.
/// </summary>
public sealed partial class Equivalence : Aggregate
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

    /// <summary>When evidence under one of its decisions was withdrawn.</summary>
    public IReadOnlyList<ReviewCall> ReviewCalls { get; private set; } = [];

    /// <summary>When both governments looked at one of its decisions again and kept it.</summary>
    public IReadOnlyList<ReviewKept> Reviews { get; private set; } = [];

    public IReadOnlyList<EquivalencePeriod> Periods => _periods;
    public IReadOnlyList<Signature> Signatures => _signatures;

    public Target Target => new(TargetKind, TargetCode);

    /// <summary>Codes of the certifications on both sides.</summary>
    public IReadOnlyList<string> Certifications() => [.. Source.Certifications, .. TargetKind == TargetKind.Certification ? [TargetCode] : Array.Empty<string>()];

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

    // What was known stays as it was: a period that changes is closed as known until now, and its parts are recorded anew.
    private void Cut(Predicate<EquivalencePeriod> which, DateTimeOffset from, DateTimeOffset until, PeriodState state, DateTimeOffset now, Government? by = null)
    {
        foreach (var period in _periods.FindAll(p => p.IsKnownAt(now) && which(p) && p.From < until && from < p.Until))
        {
            _periods.AddRange(period.Split(from, until, state, by, now));
        }

        Touch();
    }
}
