namespace Portal.Infrastructure.Outbox;

/// <summary>A domain event waiting to be told, saved in the same transaction as the change that raised it.</summary>
public sealed class OutboxMessage
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Name of the event's type.</summary>
    public required string Type { get; init; }

    /// <summary>The event as JSON: ids and values only.</summary>
    public required string Payload { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Not before this instant; moves on with every failed attempt.</summary>
    public required DateTimeOffset DueAt { get; set; }
    public int Attempts { get; set; }

    /// <summary>The worker that holds the lease; unique per lease, so that a late worker cannot complete another's work.</summary>
    public Guid? LockedBy { get; set; }
    public DateTimeOffset? LockedUntil { get; set; }
    public DateTimeOffset? CompletedAt { get; set; }

    /// <summary>Given up after too many attempts; stays for a person to look at.</summary>
    public DateTimeOffset? DeadAt { get; set; }
    public string? LastError { get; set; }
}

/// <summary>A mail that was handed over, so that a repeated event does not send it twice.</summary>
public sealed class SentMail
{
    /// <summary>SHA-256 of outbox id, recipient and template: also the Message-ID.</summary>
    public required string Id { get; init; }
    public required DateTimeOffset SentAt { get; init; }
}
