using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Application.Shared;

namespace Portal.Infrastructure.Persistence;

/// <summary>One done operation of one actor, with its answer.</summary>
public sealed class OperationRecord
{
    public required Guid ActorId { get; init; }
    public required Guid OperationId { get; init; }
    public required string ContentHash { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>The result as JSON.</summary>
    public string Answer { get; set; } = "";
}

internal sealed class OperationRecordConfiguration : IEntityTypeConfiguration<OperationRecord>
{
    public void Configure(EntityTypeBuilder<OperationRecord> builder)
    {
        builder.ToTable("Operations");
        builder.HasKey(x => new { x.ActorId, x.OperationId });
        builder.Property(x => x.ContentHash).HasMaxLength(64);
        builder.Property(x => x.Answer).HasMaxLength(4000);
    }
}

internal sealed class OperationLog(PortalDbContext db, ICurrentActor current, ICurrentOperation operation, TimeProvider clock) : IOperationLog
{
    public const string Reused = "Shared.Operation.Reused";

    public async Task<TResult> OnceAsync<TResult>(string contentHash, Func<Task<TResult>> work, CancellationToken ct)
        where TResult : IResult<TResult> =>
        operation.Id is { } id
            ? await db.Database.CreateExecutionStrategy().ExecuteAsync(() => ForgettingAsync(() => OnceAsync(id, contentHash, work, ct)))
            : await ForgettingAsync(work);

    /// <summary>The page that follows a refusal reads from the same context: it must not meet what was changed and never saved.</summary>
    private async Task<TResult> ForgettingAsync<TResult>(Func<Task<TResult>> work)
        where TResult : IResult<TResult>
    {
        try
        {
            var result = await work();
            if (result.Errors.Count > 0)
            {
                db.ChangeTracker.Clear();
            }

            return result;
        }
        catch
        {
            db.ChangeTracker.Clear();
            throw;
        }
    }

    private async Task<TResult> OnceAsync<TResult>(Guid id, string contentHash, Func<Task<TResult>> work, CancellationToken ct)
        where TResult : IResult<TResult>
    {
        if (await DoneAsync(id, ct) is { } done)
        {
            return Replay<TResult>(done, contentHash);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var record = new OperationRecord { ActorId = current.Actor.UserId, OperationId = id, ContentHash = contentHash, At = clock.GetUtcNow() };
        db.Operations.Add(record);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // A parallel copy was first: it has committed by now, because its row kept us waiting.
            await transaction.RollbackAsync(ct);
            db.ChangeTracker.Clear();
            return Replay<TResult>(await DoneAsync(id, ct) ?? throw new StaleException(), contentHash);
        }

        var result = await work();
        if (result.Errors.Count > 0)
        {
            await transaction.RollbackAsync(ct);
            return result;
        }

        record.Answer = JsonSerializer.Serialize(result);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return result;
    }

    private async Task<OperationRecord?> DoneAsync(Guid id, CancellationToken ct) =>
        await db.Operations.AsNoTracking().FirstOrDefaultAsync(o => o.ActorId == current.Actor.UserId && o.OperationId == id, ct);

    private static TResult Replay<TResult>(OperationRecord done, string contentHash) where TResult : IResult<TResult> =>
        done.ContentHash == contentHash ? JsonSerializer.Deserialize<TResult>(done.Answer)! : TResult.Refused([new Error(Reused)]);
}
