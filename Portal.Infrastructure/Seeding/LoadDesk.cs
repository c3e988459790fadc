using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Identity.Domain;
using Portal.Application.Shared;
using Portal.Infrastructure.Audit;
using Portal.Infrastructure.Outbox;
using Portal.Infrastructure.Persistence;

namespace Portal.Infrastructure.Seeding;

/// <summary>Records the changes of one application after another in a context that never saves, and hands over the rows that the saves would have left behind.</summary>
internal sealed class LoadDesk(PortalDbContext db)
{
    private readonly PastScope _scope = new();
    private AuditChain _chain = new();

    public void Add(Aggregate aggregate) => db.Add(aggregate);

    public void Record(Actor actor, DateTimeOffset at, string operation)
    {
        _scope.Now(actor, at, operation);
        db.Scope = _scope;
        db.ChangeTracker.DetectChanges();
        RecordChanges.Record(db, _chain);
        db.ChangeTracker.DetectChanges();
        db.ChangeTracker.AcceptAllChanges();
    }

    /// <summary>Parents first. Nobody is mailed about a load.</summary>
    public IReadOnlyList<LoadRow> Take()
    {
        foreach (var message in db.ChangeTracker.Entries<OutboxMessage>())
        {
            message.Entity.CompletedAt = message.Entity.CreatedAt;
        }

        db.ChangeTracker.DetectChanges();
        LoadRow[] rows = [.. db.ChangeTracker.Entries().OrderBy(Rank).Select(LoadRow.Of)];
        db.ChangeTracker.Clear();
        _chain = new AuditChain();
        return rows;
    }

    private static int Rank(EntityEntry entry) => entry.Entity switch
    {
        Person => 0,
        FellowshipApplication => 1,
        _ => 2,
    };
}

/// <summary>One row to insert: the table's command and the values as the engine takes them.</summary>
internal sealed record LoadRow(string Table, IReadOnlyList<string> Columns, IReadOnlyList<object?> Values)
{
    public static LoadRow Of(EntityEntry entry)
    {
        var properties = entry.Properties.ToList();
        return new LoadRow(
            entry.Metadata.GetTableName()!,
            [.. properties.Select(p => p.Metadata.GetColumnName())],
            [.. properties.Select(p => p.Metadata.GetRelationalTypeMapping().Converter is { } converter ? converter.ConvertToProvider(p.CurrentValue) : p.CurrentValue)]);
    }
}

/// <summary>Inserts rows with one prepared command per table.</summary>
internal sealed class LoadWriter(DbConnection connection, DbTransaction transaction, ISqlGenerationHelper sql) : IAsyncDisposable
{
    private readonly Dictionary<string, DbCommand> _commands = [];

    public async Task WriteAsync(LoadRow row, CancellationToken ct)
    {
        if (!_commands.TryGetValue(row.Table, out var command))
        {
            _commands[row.Table] = command = Command(row);
        }

        for (var i = 0; i < row.Values.Count; i++)
        {
            command.Parameters[i].Value = row.Values[i] ?? DBNull.Value;
        }

        await command.ExecuteNonQueryAsync(ct);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in _commands.Values)
        {
            await command.DisposeAsync();
        }
    }

    private DbCommand Command(LoadRow row)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        var names = row.Columns.Select((_, i) => $"@p{i}").ToList();
        command.CommandText =
            $"INSERT INTO {sql.DelimitIdentifier(row.Table)} ({string.Join(", ", row.Columns.Select(sql.DelimitIdentifier))}) VALUES ({string.Join(", ", names)})";
        foreach (var name in names)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
