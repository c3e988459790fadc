using Microsoft.EntityFrameworkCore;
using Portal.Application.Shared;
using Portal.Infrastructure.Persistence;

namespace Portal.Infrastructure.Outbox;

internal sealed class Undelivered(PortalDbContext db) : IUndelivered
{
    private const int Shown = 1000;

    public async Task<IReadOnlyList<TEvent>> EventsAsync<TEvent>(CancellationToken ct) where TEvent : IDomainEvent
    {
        // With the completion first, as in the index: given-up rows stand together, and there are few.
        var dead = await db.Outbox.AsNoTracking()
            .Where(m => m.CompletedAt == null && m.DeadAt != null && m.Type == typeof(TEvent).Name)
            .OrderByDescending(m => m.DeadAt).Take(Shown).ToListAsync(ct);
        return [.. dead.Select(OutboxEvents.Read).OfType<TEvent>()];
    }
}
