namespace Portal.Application.Shared;

/// <summary>One line of a case's history: insert-only, chained by hash within the case. Holds no personal data; personal fields appear as "changed" only (S-44).</summary>
public sealed class AuditEntry
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The aggregate's type name and id.</summary>
    public required string CaseType { get; init; }
    public required Guid CaseId { get; init; }

    /// <summary>1, 2, 3 … within the case; unique, so a chain cannot fork.</summary>
    public required long Sequence { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Guid ActorId { get; init; }
    public Guid? OrganisationId { get; init; }

    /// <summary>How the person had signed in, and when: <c>Passkey 2026-11-23T09:41Z</c>.</summary>
    public string? Proof { get; init; }
    public Government? ActorGovernment { get; init; }

    /// <summary>The government whose auditors read this; null for both.</summary>
    public Government? Side { get; init; }
    public required string Operation { get; init; }
    public string? Reason { get; init; }
    public string? FromStatus { get; init; }
    public string? ToStatus { get; init; }

    /// <summary>JSON array of { "field", "old", "new" }.</summary>
    public required string Changes { get; init; }

    /// <summary>Text key of the refusal, when the operation was refused.</summary>
    public string? Refusal { get; init; }
    public Guid? OperationId { get; init; }
    public required string PreviousHash { get; init; }
    public required string Hash { get; set; }
}
