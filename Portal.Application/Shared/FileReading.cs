namespace Portal.Application.Shared;

/// <summary>That one person opened one personal file, at most once in a quarter of an hour.</summary>
public sealed class FileReading
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ActorId { get; init; }
    public Guid? OrganisationId { get; init; }
    public required string CaseType { get; init; }
    public required Guid CaseId { get; init; }
    public required DateTimeOffset At { get; init; }
}
