using Microsoft.EntityFrameworkCore;
using Portal.Application.Shared;
using Portal.Infrastructure.Persistence;

namespace Portal.Infrastructure.Seeding;

/// <summary>What seeding leaves in the database before its first row, so that a run that broke off is known as well. A row of the operation log: done once, it is done.</summary>
internal sealed class SeedMark(PortalDbContext db, TimeProvider clock, Guid profile)
{
    private const string Begun = "begun", Finished = "done";

    public static readonly Guid World = new("d3305eed-0000-7000-8000-000000000001"), Load = new("d3305eed-0000-7000-8000-000000000002");

    public async Task<bool> IsPresentAsync(CancellationToken ct) => await Marks().AnyAsync(ct);

    /// <exception cref="InvalidOperationException">A run broke off, and nobody can say what is missing.</exception>
    public async Task<bool> IsFinishedAsync(CancellationToken ct) => await Marks().Select(m => m.Answer).FirstOrDefaultAsync(ct) switch
    {
        null => false,
        Finished => true,
        _ => throw new InvalidOperationException("Seeding broke off half way: delete the state folder and seed again."),
    };

    public async Task BeginAsync(CancellationToken ct)
    {
        db.Operations.Add(new OperationRecord
        {
            ActorId = Guid.Empty, OperationId = profile, ContentHash = Sha256.Of(nameof(SeedMark)), At = clock.GetUtcNow(), Answer = Begun,
        });
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }

    public async Task FinishAsync(CancellationToken ct) => await Marks().ExecuteUpdateAsync(set => set.SetProperty(m => m.Answer, Finished), ct);

    private IQueryable<OperationRecord> Marks() => db.Operations.Where(o => o.ActorId == Guid.Empty && o.OperationId == profile);
}
