using Microsoft.EntityFrameworkCore;
using Portal.Application.Shared;
using Portal.Infrastructure.Persistence;

namespace Portal.Infrastructure.Audit;

internal sealed class AuditLog(IDbContextFactory<PortalDbContext> contexts, ICurrentActor current, ICurrentOperation operation, TimeProvider clock) : IAuditLog
{
    private static readonly TimeSpan s_quietTime = TimeSpan.FromMinutes(15);

    private const int Tries = 5;

    public async Task ViewedAsync(Aggregate subject, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var (now, me) = (clock.GetUtcNow(), current.Actor.UserId);
        var since = now - s_quietTime;
        if (await db.FileReadings.AnyAsync(r => r.CaseId == subject.Id && r.ActorId == me && r.At > since, ct))
        {
            return;
        }

        db.FileReadings.Add(new FileReading
        {
            ActorId = me, OrganisationId = current.Actor.OrganisationId, CaseType = subject.GetType().Name, CaseId = subject.Id, At = now,
        });
        await db.SaveChangesAsync(ct);
    }

    public async Task RefusedAsync(Aggregate subject, string code, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            var chain = await AuditChain.OfAsync(db, [subject.Id], ct);
            var what = new WhoAndWhat(current.Actor, operation.Name ?? "", null, operation.Id);
            db.AuditEntries.Add(chain.Next(subject, [], what, clock.GetUtcNow(), null, code));
            try
            {
                await db.SaveChangesAsync(ct);
                return;
            }
            catch (DbUpdateException) when (attempt < Tries)
            {
                // Somebody else continued the chain first; take the new head.
            }
        }
    }
}
