using Microsoft.EntityFrameworkCore;
using Portal.Application.Shared;
using Portal.Infrastructure.Persistence;

namespace Portal.Infrastructure.Audit;

/// <summary>Who did what, for one entry.</summary>
internal sealed record WhoAndWhat(Actor Actor, string Operation, string? Reason, Guid? OperationId);

/// <summary>Continues the chain of each case: every entry holds the hash of the one before, so that a changed or missing entry shows.</summary>
internal sealed class AuditChain
{
    private readonly Dictionary<Guid, (long Sequence, string Hash)> _heads;

    private AuditChain(Dictionary<Guid, (long, string)> heads) => _heads = heads;

    /// <summary>For cases that have no entry yet.</summary>
    public AuditChain() : this([]) { }

    public static async Task<AuditChain> OfAsync(PortalDbContext db, Guid[] cases, CancellationToken ct)
    {
        var heads = await db.AuditEntries.AsNoTracking()
            .Where(e => cases.Contains(e.CaseId) && !db.AuditEntries.Any(later => later.CaseId == e.CaseId && later.Sequence > e.Sequence))
            .Select(e => new { e.CaseId, e.Sequence, e.Hash }).ToListAsync(ct);
        return new AuditChain(heads.ToDictionary(h => h.CaseId, h => (h.Sequence, h.Hash)));
    }

    public AuditEntry Next(
        Aggregate subject, IReadOnlyList<ChangedField> changes, WhoAndWhat what, DateTimeOffset now, string? fromStatus, string? refusal = null)
    {
        var (sequence, previous) = _heads.GetValueOrDefault(subject.Id, (0, AuditLinks.Genesis));
        var entry = new AuditEntry
        {
            CaseType = subject.GetType().Name,
            CaseId = subject.Id,
            Sequence = sequence + 1,
            At = now,
            ActorId = what.Actor.UserId,
            OrganisationId = what.Actor.OrganisationId,
            ActorGovernment = what.Actor.Agency,
            Proof = what.Actor.Proof?.ToString(),
            Side = subject.Side,
            Operation = what.Operation,
            Reason = what.Reason,
            FromStatus = fromStatus,
            ToStatus = refusal is null ? subject.StatusName : null,
            Changes = ChangedField.ToJson(changes),
            Refusal = refusal,
            OperationId = what.OperationId,
            PreviousHash = previous,
            Hash = "",
        };
        entry.Hash = AuditLinks.HashOf(entry);
        _heads[subject.Id] = (entry.Sequence, entry.Hash);
        return entry;
    }
}
