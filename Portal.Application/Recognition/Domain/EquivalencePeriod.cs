using Portal.Application.Shared;

namespace Portal.Application.Recognition.Domain;

/// <summary>In the order in which one speaks for a moment that several versions touch: what holds comes before what ended.</summary>
public enum PeriodState { InForce, Suspended, Superseded, Withdrawn }

/// <summary>What was decided, and on which figures: kept beside the periods, so that a table of many pairs reads no whole contents.</summary>
/// <param name="Content">0 to 1, like the other two.</param>
public sealed record PublishedFigures(DecisionType Decision, double Content, double Assured, double LowerBound)
{
    internal static PublishedFigures Of(EquivalenceContent content) =>
        new(content.Decision, content.Coverage!.Content, content.Coverage.Assured, content.Coverage.LowerBound);
}

/// <summary>
/// One version of an equivalence from one instant of law to another, as recorded at one instant and, once corrected, replaced at another.
/// All four bounds are half-open: the first instant belongs to it, the last one does not.
/// </summary>
public sealed class EquivalencePeriod
{
    private EquivalencePeriod() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid EquivalenceId { get; private init; }
    public Guid VersionId { get; private init; }
    public IReadOnlyList<string> Scope { get; private init; } = [];
    public DateTimeOffset From { get; private init; }
    public DateTimeOffset Until { get; private init; }
    public PeriodState State { get; private init; }
    public PublishedFigures Figures { get; private init; } = null!;

    /// <summary>The government that suspended; null otherwise.</summary>
    public Government? By { get; private init; }
    public DateTimeOffset RecordedAt { get; private init; }
    public DateTimeOffset? ReplacedAt { get; private set; }

    public bool Holds(DateTimeOffset asOf) => From <= asOf && asOf < Until;

    public bool IsKnownAt(DateTimeOffset knownAt) => RecordedAt <= knownAt && (ReplacedAt is not { } replaced || knownAt < replaced);

    public bool Overlaps(DateTimeOffset from, DateTimeOffset until, IEnumerable<string> scope) => From < until && from < Until && Scope.Intersect(scope).Any();

    internal static EquivalencePeriod Of(
        Guid equivalenceId, Guid versionId, IReadOnlyList<string> scope, PublishedFigures figures, DateTimeOffset from, DateTimeOffset until, PeriodState state,
        DateTimeOffset now, Government? by = null) => new()
    {
        EquivalenceId = equivalenceId, VersionId = versionId, Scope = scope, Figures = figures, From = from, Until = until, State = state, RecordedAt = now, By = by,
    };

    /// <summary>Closes this record and gives its parts: before, the stretch in the new state, and after.</summary>
    internal IEnumerable<EquivalencePeriod> Split(DateTimeOffset from, DateTimeOffset until, PeriodState state, Government? by, DateTimeOffset now)
    {
        ReplacedAt = now;
        var (start, end) = (from > From ? from : From, until < Until ? until : Until);
        (DateTimeOffset From, DateTimeOffset Until, PeriodState State, Government? By)[] parts =
            [(From, start, State, By), (start, end, state, by), (end, Until, State, By)];
        return parts.Where(p => p.From < p.Until).Select(p => Of(EquivalenceId, VersionId, Scope, Figures, p.From, p.Until, p.State, now, p.By));
    }
}
