using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity;
using Portal.Application.Identity.Domain;
using Portal.Infrastructure.Persistence;

namespace Portal.Infrastructure.Identity;

/// <summary>Requests to be let in without any strong way in: stoppable for a day, usable once in the day after (S-19).</summary>
public sealed class RecoveryRequests(PortalDbContext db, TimeProvider clock)
{
    public static readonly TimeSpan Delay = TimeSpan.FromHours(24), Life = TimeSpan.FromHours(IAccountLinks.RecoveryHours);

    public Task<RecoveryRequest?> OfAsync(Guid personId, CancellationToken ct) => Live.FirstOrDefaultAsync(r => r.PersonId == personId, ct);

    /// <summary>One that can still be stopped.</summary>
    public Task<RecoveryRequest?> FindAsync(Guid id, CancellationToken ct) => Live.FirstOrDefaultAsync(r => r.Id == id, ct);

    /// <summary>One whose link can be used now.</summary>
    public Task<RecoveryRequest?> FindOpenAsync(Guid id, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return Live.FirstOrDefaultAsync(r => r.Id == id && r.OpensAt <= now, ct);
    }

    /// <summary>Asking again changes nothing: the day goes on.</summary>
    public async Task AskAsync(Guid personId, CancellationToken ct)
    {
        if (await OfAsync(personId, ct) is not null)
        {
            return;
        }

        await db.RecoveryRequests.Where(r => r.PersonId == personId).ExecuteDeleteAsync(ct);
        var request = new RecoveryRequest { Id = Guid.NewGuid(), PersonId = personId, OpensAt = clock.GetUtcNow() + Delay };
        db.RecoveryRequests.Add(request);
        await db.RecordAndTellOwnerAsync(personId, "AskForRecovery", person => person.AskForRecovery(request.Id, request.OpensAt), ct);
    }

    public async Task StopAsync(Guid personId, CancellationToken ct)
    {
        if (await db.RecoveryRequests.Where(r => r.PersonId == personId).ExecuteDeleteAsync(ct) == 1)
        {
            await db.RecordAndTellOwnerAsync(personId, "StopRecovery", person => person.TellFactorChange(FactorChange.RecoveryStopped), ct);
        }
    }

    /// <summary>True once for each request, however many ask at once.</summary>
    public async Task<bool> TakeAsync(Guid id, CancellationToken ct)
    {
        var (now, oldest) = (clock.GetUtcNow(), Oldest);
        return await db.RecoveryRequests.Where(r => r.Id == id && r.OpensAt <= now && r.OpensAt > oldest).ExecuteDeleteAsync(ct) == 1;
    }

    /// <summary>Mails the links whose day has passed; the clock calls it every minute.</summary>
    public async Task OpenDueAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        foreach (var due in await Live.Where(r => !r.IsOpen && r.OpensAt <= now).ToListAsync(ct))
        {
            if (await db.RecoveryRequests.Where(r => r.Id == due.Id && !r.IsOpen).ExecuteUpdateAsync(s => s.SetProperty(r => r.IsOpen, true), ct) == 1)
            {
                await db.TellOwnerAsync(due.PersonId, person => person.OpenRecovery(due.Id), ct);
            }
        }
    }

    private DateTimeOffset Oldest => clock.GetUtcNow() - Life;

    private IQueryable<RecoveryRequest> Live
    {
        get
        {
            var oldest = Oldest;
            return db.RecoveryRequests.AsNoTracking().Where(r => r.OpensAt > oldest);
        }
    }
}
