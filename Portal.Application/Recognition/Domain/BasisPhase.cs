using Portal.Application.Shared;

namespace Portal.Application.Recognition.Domain;

/// <summary>Where the decision that a case rests on stands at one instant.</summary>
/// <param name="At">When a suspension ends, or since when the decision has ended; null while it holds.</param>
/// <param name="By">The government that suspended it.</param>
public sealed record BasisPhase(EquivalencePhase Phase, DateTimeOffset? At = null, Government? By = null)
{
    /// <summary>It holds, or a later version has replaced it since the case began.</summary>
    public bool IsGrantable => Phase is EquivalencePhase.InForce or EquivalencePhase.Superseded;

    /// <summary>For good. A suspension passes.</summary>
    public bool HasEnded => Phase is EquivalencePhase.Withdrawn or EquivalencePhase.Expired;

    /// <summary>From the periods as they are known. What was replaced is granted no longer than it would have held itself.</summary>
    public static BasisPhase Of(Guid versionId, IEnumerable<EquivalencePeriod> known, DateTimeOffset now)
    {
        var own = known.Where(p => p.VersionId == versionId).OrderBy(p => p.From).ToList();
        return EquivalencePhases.Of(EquivalenceStatus.Agreed, versionId, own, now) switch
        {
            EquivalencePhase.Suspended => own.Find(p => p.Holds(now)) is { } stopped ? new(EquivalencePhase.Suspended, stopped.Until, stopped.By) : new(EquivalencePhase.Suspended),
            EquivalencePhase.Withdrawn => new(EquivalencePhase.Withdrawn, own.Find(p => p.State == PeriodState.Withdrawn)?.From),
            EquivalencePhase.Superseded or EquivalencePhase.Expired when own[^1].Until <= now => new(EquivalencePhase.Expired, own[^1].Until),
            var phase => new(phase),
        };
    }
}
