using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Infrastructure.Persistence;

namespace Portal.Infrastructure.ReferenceData.Claims;

internal sealed class ClaimFiles(PortalDbContext db, TimeProvider clock) : IClaimFiles
{
    private const int BatchSize = 500;

    public async Task<ClaimCheck> CheckAsync(Stream file, Guid? only, Actor author, CancellationToken ct)
    {
        file.Position = 0;
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct));
        var reading = await ClaimReading.OpenAsync(db, file, only, author, clock.GetUtcNow(), ct);
        foreach (var _ in reading.Changes())
        {
            ct.ThrowIfCancellationRequested();
        }

        return new ClaimCheck(hash, reading.Total, reading.Counts.Values.Count(c => !c.ChangesNothing), reading.Problems());
    }

    public async Task ApplyAsync(Stream file, Guid? only, ClaimCheck check, Actor author, CancellationToken ct)
    {
        // A form's operation has begun a transaction already; the command line has none.
        if (db.Database.CurrentTransaction is not null)
        {
            await WriteAsync(file, only, check, author, ct);
            return;
        }

        await db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            await WriteAsync(file, only, check, author, ct);
            await transaction.CommitAsync(ct);
        });
    }

    private async Task WriteAsync(Stream file, Guid? only, ClaimCheck check, Actor author, CancellationToken ct)
    {
        try
        {
            var reading = await ClaimReading.OpenAsync(db, file, only, author, clock.GetUtcNow(), ct);
            foreach (var batch in reading.Changes().Chunk(BatchSize))
            {
                await WriteAsync(batch, ct);
            }

            if (!reading.IsSound || reading.Total != check.Counts)
            {
                throw new StaleException();
            }

            await NoteAsync(reading, check.FileHash, author, ct);
        }
        catch (DbUpdateException taken) when (taken.IsTaken())
        {
            throw new StaleException();
        }
    }

    /// <summary>What is written leaves the context at once, so that it never holds more than one batch.</summary>
    private async Task WriteAsync(ClaimChange[] batch, CancellationToken ct)
    {
        var replaced = batch.Select(c => c.Replaced).OfType<Guid>().ToList();
        if (replaced.Count > 0)
        {
            await db.Set<EvidenceClaim>().Where(c => replaced.Contains(c.Id)).ExecuteDeleteAsync(ct);
        }

        db.AddRange(batch.Select(c => c.Claim));
        await db.SaveChangesAsync(ct);
        foreach (var claim in batch)
        {
            db.Entry(claim.Claim).State = EntityState.Detached;
        }
    }

    /// <summary>One line of history for each version that changed.</summary>
    private async Task NoteAsync(ClaimReading reading, string hash, Actor author, CancellationToken ct)
    {
        var changed = reading.Counts.Where(c => !c.Value.ChangesNothing).ToDictionary();
        var now = clock.GetUtcNow();
        var ids = changed.Keys.ToList();
        foreach (var version in await db.CertificationVersions.Where(v => ids.Contains(v.Id)).ToListAsync(ct))
        {
            version.Imported(hash, changed[version.Id], author, now);
        }

        await db.SaveChangesAsync(ct);
    }
}
