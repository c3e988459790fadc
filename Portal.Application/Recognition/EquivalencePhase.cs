using Portal.Application.Recognition.Domain;

namespace Portal.Application.Recognition;

/// <summary>Where an equivalence stands, as everybody may know it. What is being reviewed shows only that it is.</summary>
public enum EquivalencePhase { Proposed, UnderReview, Scheduled, InForce, Suspended, Expired, Superseded, Withdrawn, Dropped }

public static class EquivalencePhases
{
    /// <summary>A decision of both governments stands, even while one of them has stopped its effect.</summary>
    public static bool Binds(this EquivalencePhase phase) => phase is EquivalencePhase.InForce or EquivalencePhase.Suspended;

    /// <summary>The phase of one version at an instant of law, as the periods were known at another.</summary>
    public static EquivalencePhase Of(EquivalenceStatus status, Guid versionId, IEnumerable<EquivalencePeriod> known, DateTimeOffset asOf)
    {
        if (status != EquivalenceStatus.Agreed)
        {
            return status switch
            {
                EquivalenceStatus.Proposed => EquivalencePhase.Proposed,
                EquivalenceStatus.Dropped => EquivalencePhase.Dropped,
                _ => EquivalencePhase.UnderReview,
            };
        }

        var own = known.Where(p => p.VersionId == versionId).OrderBy(p => p.From).ToList();
        return own.Find(p => p.Holds(asOf)) is { } now ? PhaseOf(now.State)
            : own.Count == 0 || asOf < own[0].From ? EquivalencePhase.Scheduled
            : own[^1].State is PeriodState.Withdrawn or PeriodState.Superseded ? PhaseOf(own[^1].State)
            : EquivalencePhase.Expired;
    }

    private static EquivalencePhase PhaseOf(PeriodState state) => state switch
    {
        PeriodState.InForce => EquivalencePhase.InForce,
        PeriodState.Suspended => EquivalencePhase.Suspended,
        PeriodState.Superseded => EquivalencePhase.Superseded,
        _ => EquivalencePhase.Withdrawn,
    };
}
