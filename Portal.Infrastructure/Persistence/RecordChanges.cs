using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;
using Portal.Infrastructure.Audit;
using Portal.Infrastructure.Outbox;

namespace Portal.Infrastructure.Persistence;

/// <summary>Every save: raises versions, writes one audit entry per changed case and one outbox row per event, all in the same transaction.</summary>
internal sealed class RecordChanges : SaveChangesInterceptor
{
    public static readonly RecordChanges Instance = new();

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is PortalDbContext db)
        {
            await RecordAsync(db, cancellationToken);
        }

        return result;
    }

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        if (eventData.Context is PortalDbContext db && Changed(db).Count > 0)
        {
            throw new InvalidOperationException("Aggregates are saved with SaveChangesAsync.");
        }

        return result;
    }

    /// <summary>Writes what changed as history, outbox rows and versions into the context, without saving.</summary>
    /// <param name="chain">Knows the last entry of each case that changed.</param>
    internal static void Record(PortalDbContext db, AuditChain chain)
    {
        var changed = Changed(db);
        foreach (var section in db.ChangeTracker.Entries<ApplicationSection>().Where(IsWritten))
        {
            section.Entity.RaiseVersion();
        }

        var now = (db.Scope?.GetService<TimeProvider>() ?? TimeProvider.System).GetUtcNow();
        foreach (var entry in changed.Where(e => e.Entity.IsOnRecord))
        {
            db.AuditEntries.Add(chain.Next(entry.Entity, ChangedFields.Of(db, entry), WhoAndWhat(db), now, FromStatus(entry)));
        }

        foreach (var entry in changed)
        {
            entry.Entity.RaiseVersion();
            db.Outbox.AddRange(entry.Entity.Events.Select(happened => OutboxEvents.ToMessage(happened, now)));
            entry.Entity.Saved();
        }
    }

    private static async Task RecordAsync(PortalDbContext db, CancellationToken ct)
    {
        db.ChangeTracker.DetectChanges();
        var changed = Changed(db);
        var recorded = changed.Where(e => e.Entity.IsOnRecord).Select(e => e.Entity.Id).ToArray();
        Record(db, recorded.Length == 0 ? new AuditChain() : await AuditChain.OfAsync(db, recorded, ct));
        if (changed.Count > 0)
        {
            OutboxSignal.AfterCommit();
        }
    }

    private static List<EntityEntry<Aggregate>> Changed(PortalDbContext db) =>
        [.. db.ChangeTracker.Entries<Aggregate>().Where(e => IsWritten(e) || e.Entity.IsTouched || e.Entity.Events.Count > 0)];

    private static bool IsWritten(EntityEntry entry) => entry.State is EntityState.Added or EntityState.Modified;

    private static string? FromStatus(EntityEntry<Aggregate> entry) =>
        entry.State != EntityState.Added && entry.Metadata.FindProperty("Status") is not null ? entry.OriginalValues["Status"]?.ToString() : null;

    private static WhoAndWhat WhoAndWhat(PortalDbContext db)
    {
        var operation = db.Scope?.GetService<ICurrentOperation>();
        return new(db.Scope?.GetService<ICurrentActor>()?.Actor ?? Actor.System, operation?.Name ?? "System", operation?.Reason, operation?.Id);
    }
}
