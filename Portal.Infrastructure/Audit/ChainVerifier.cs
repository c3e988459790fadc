using Microsoft.EntityFrameworkCore;
using Portal.Application.Shared;
using Portal.Infrastructure.Persistence;

namespace Portal.Infrastructure.Audit;

/// <param name="First">The first bad entry; null when every chain holds.</param>
public sealed record ChainReport(long Entries, long Chains, ChainFault? First);

public sealed record ChainFault(ChainFaultKind Kind, string CaseType, Guid CaseId, long Sequence, Guid EntryId);

/// <summary>Recomputes every chain from the first entry on.</summary>
public interface IChainVerifier
{
    Task<ChainReport> VerifyAsync(CancellationToken ct);
}

internal sealed class ChainVerifier(PortalDbContext db) : IChainVerifier
{
    public async Task<ChainReport> VerifyAsync(CancellationToken ct)
    {
        long entries = 0, chains = 0;
        AuditEntry? previous = null;
        await foreach (var entry in db.AuditEntries.AsNoTracking().OrderBy(e => e.CaseId).ThenBy(e => e.Sequence).AsAsyncEnumerable().WithCancellation(ct))
        {
            var before = previous?.CaseId == entry.CaseId ? previous : null;
            chains += before is null ? 1 : 0;
            entries++;
            if (entry.FaultAfter(before) is { } kind)
            {
                return new(entries, chains, new(kind, entry.CaseType, entry.CaseId, entry.Sequence, entry.Id));
            }

            previous = entry;
        }

        return new(entries, chains, null);
    }
}
