using Microsoft.EntityFrameworkCore;
using Portal.Application.Shared;
using Portal.Infrastructure.Persistence;

namespace Portal.Infrastructure.Demonstration;

/// <summary>Whether the database holds made-up people. Pages then say so, and Production refuses to start.</summary>
public interface IDemonstrationData
{
    Task<bool> IsPresentAsync(CancellationToken ct);
}

/// <summary>The mark that seeding leaves before its first row, so that a broken run is known as well. Seeding is an operation with one fixed id: done once, it is done.</summary>
internal sealed class DemonstrationData(PortalDbContext db, TimeProvider clock) : IDemonstrationData
{
    private const string Begun = "begun", Finished = "done";

    private static readonly Guid s_world = new("d3305eed-0000-7000-8000-000000000001");

    public async Task<bool> IsPresentAsync(CancellationToken ct) => await Marks().AnyAsync(ct);

    /// <summary>Null when nothing was seeded, false while a run is under way or broke off.</summary>
    public async Task<bool?> IsCompleteAsync(CancellationToken ct) =>
        await Marks().Select(m => m.Answer).FirstOrDefaultAsync(ct) is { } answer ? answer == Finished : null;

    public async Task BeginAsync(CancellationToken ct)
    {
        db.Operations.Add(new OperationRecord
        {
            ActorId = Guid.Empty, OperationId = s_world, ContentHash = Sha256.Of(nameof(DemonstrationWorld)), At = clock.GetUtcNow(), Answer = Begun,
        });
        await db.SaveChangesAsync(ct);
    }

    public async Task FinishAsync(CancellationToken ct) => await Marks().ExecuteUpdateAsync(set => set.SetProperty(m => m.Answer, Finished), ct);

    private IQueryable<OperationRecord> Marks() => db.Operations.Where(o => o.ActorId == Guid.Empty && o.OperationId == s_world);
}
