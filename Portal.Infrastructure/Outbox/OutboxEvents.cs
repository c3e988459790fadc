using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using Portal.Application;
using Portal.Application.Shared;

namespace Portal.Infrastructure.Outbox;

/// <summary>Events as rows and back. Only the portal's own event types can come back: a row never chooses a type freely.</summary>
public static class OutboxEvents
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    private static readonly FrozenDictionary<string, Type> Types = typeof(IPortalDb).Assembly.GetTypes()
        .Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IDomainEvent)))
        .ToFrozenDictionary(t => t.Name);

    public static IEnumerable<Type> All => Types.Values;

    public static OutboxMessage ToMessage(IDomainEvent happened, DateTimeOffset now) => new()
    {
        Type = happened.GetType().Name,
        Payload = JsonSerializer.Serialize(happened, happened.GetType(), Json),
        CreatedAt = now,
        DueAt = now,
    };

    /// <exception cref="UnknownEventException">No event has this name.</exception>
    public static IDomainEvent Read(OutboxMessage message) => Types.TryGetValue(message.Type, out var type)
        ? (IDomainEvent)JsonSerializer.Deserialize(message.Payload, type, Json)!
        : throw new UnknownEventException();
}

/// <summary>A row from a version of the portal that knew other events.</summary>
public sealed class UnknownEventException() : Exception("Unknown event");
