using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Portal.Application;
using Portal.Application.Shared;

namespace Portal.Infrastructure.Files;

/// <summary>Deletes what an interrupted upload left behind: files that no record names .</summary>
internal sealed class OrphanFiles(IPortalDb db, IFileStore files, TimeProvider clock, ILogger<OrphanFiles> log)
{
    /// <summary>Far longer than any upload: a younger file may be about to get its row.</summary>
    private static readonly TimeSpan Spared = TimeSpan.FromHours(24);

    private const int AtOnce = 500;

    public async Task<int> SweepAsync(CancellationToken ct)
    {
        var before = clock.GetUtcNow() - Spared;
        var deleted = 0;
        foreach (var chunk in files.List().Where(f => f.StoredAt < before).Select(f => f.Name).Chunk(AtOnce))
        {
            foreach (var name in chunk.Except(await NamedAsync(chunk, ct)))
            {
                await files.DeleteAsync(name, ct);
                deleted++;
            }
        }

        log.LogInformation("Orphan files: {Deleted} deleted", deleted);
        return deleted;
    }

    private async Task<List<string>> NamedAsync(string[] names, CancellationToken ct) =>
    [
        .. await db.FellowshipApplications.SelectMany(a => a.Documents).Where(d => names.Contains(d.StoredName)).Select(d => d.StoredName).ToListAsync(ct),
        .. await db.HeldCertifications.SelectMany(h => h.Files).Where(f => names.Contains(f.StoredName)).Select(f => f.StoredName).ToListAsync(ct),
        .. await db.RecognitionCases.SelectMany(c => c.Files).Where(f => names.Contains(f.StoredName)).Select(f => f.StoredName).ToListAsync(ct),
        .. await db.RecognitionStatements.SelectMany(s => s.Pdfs).Where(f => names.Contains(f.StoredName)).Select(f => f.StoredName).ToListAsync(ct),
    ];
}
