using Portal.Application.Recognition.Domain;

namespace Portal.Application.Recognition;

/// <summary>Whether a statement can be relied on.</summary>
public enum StatementState { Valid, Suspended, Superseded, Withdrawn, Expired }

public static class StatementStates
{
    /// <summary>From the periods as they are known, at an instant; its own end comes on top.</summary>
    public static StatementState Of(Guid versionId, StatementContent content, IEnumerable<EquivalencePeriod> known, DateTimeOffset now) =>
        EquivalencePhases.Of(EquivalenceStatus.Agreed, versionId, known, now) switch
        {
            EquivalencePhase.Withdrawn => StatementState.Withdrawn,
            _ when content.ValidUntil.IsPast(now) => StatementState.Expired,
            EquivalencePhase.Superseded => StatementState.Superseded,
            EquivalencePhase.Suspended => StatementState.Suspended,
            EquivalencePhase.Expired => StatementState.Expired,
            _ => StatementState.Valid,
        };
}
