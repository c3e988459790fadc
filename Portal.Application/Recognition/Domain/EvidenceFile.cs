using Portal.Application.Shared;

namespace Portal.Application.Recognition.Domain;

/// <summary>A stored file of a holder: the certificate itself, or what was asked for in a case.</summary>
/// <remarks>The bytes lie outside the web root under <see cref="StoredName"/>; <see cref="Sha256"/> is checked at every read (S-32).</remarks>
public sealed class EvidenceFile
{
    /// <summary>Of one certification, and of one case.</summary>
    public const int Most = 10;

    private EvidenceFile() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public string FileName { get; private init; } = "";
    public FileKind Kind { get; private init; }
    public string StoredName { get; private init; } = "";
    public long Size { get; private init; }
    public string Sha256 { get; private init; } = "";
    public DateTimeOffset StoredAt { get; private init; }

    internal static EvidenceFile Of(string fileName, FileKind kind, StoredFile file, DateTimeOffset now) => new()
    {
        FileName = fileName, Kind = kind, StoredName = file.Name, Size = file.Size, Sha256 = file.Sha256, StoredAt = now,
    };

    internal static void RequireRoom(IReadOnlyCollection<EvidenceFile> files)
    {
        if (files.Count >= Most)
        {
            throw new RefusedException(new Error("Cases.File.TooMany", "File", new Dictionary<string, object?> { ["Most"] = Most }));
        }
    }
}
