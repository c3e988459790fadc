namespace Portal.Application.Shared;

public enum ChainFaultKind { Gap, BrokenLink, ChangedEntry }

/// <summary>How the entries of one case hang together: each holds the hash of the one before, so that a changed or missing entry shows.</summary>
public static class AuditLinks
{
    /// <summary>What the first entry holds as the hash before it.</summary>
    public const string Genesis = "0000000000000000000000000000000000000000000000000000000000000000";

    /// <summary>SHA-256 over every column but the hash itself. An entry without a proof hashes as before there were proofs.</summary>
    public static string HashOf(AuditEntry e) => e.Proof is null ? ContentHash.Of(ColumnsOf(e)) : ContentHash.Of(new { Entry = ColumnsOf(e), e.Proof });

    private static object ColumnsOf(AuditEntry e) => new
    {
        e.Id, e.CaseType, e.CaseId, e.Sequence, e.At, e.ActorId, e.OrganisationId, e.ActorGovernment, e.Side, e.Operation, e.Reason,
        e.FromStatus, e.ToStatus, e.Changes, e.Refusal, e.OperationId, e.PreviousHash,
    };

    /// <summary>What is wrong with an entry that follows another of the same case; null when nothing is.</summary>
    public static ChainFaultKind? FaultAfter(this AuditEntry entry, AuditEntry? before)
    {
        if (entry.Sequence != (before?.Sequence ?? 0) + 1)
        {
            return ChainFaultKind.Gap;
        }

        if (entry.PreviousHash != (before?.Hash ?? Genesis))
        {
            return ChainFaultKind.BrokenLink;
        }

        return entry.Hash == HashOf(entry) ? null : ChainFaultKind.ChangedEntry;
    }
}
