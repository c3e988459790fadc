namespace Portal.Application.Recognition.Domain;

/// <summary>What one file of claims did to one version of a certification: the one line that the history keeps of it.</summary>
public sealed class ClaimImport
{
    public const int HashLength = 64;

    private ClaimImport() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid CertificationVersionId { get; private init; }

    /// <summary>SHA-256 of the file, 64 lower-case hexadecimal digits.</summary>
    public string FileHash { get; private init; } = "";
    public int Added { get; private init; }
    public int Changed { get; private init; }
    public int Unchanged { get; private init; }
    public DateTimeOffset At { get; private init; }

    internal static ClaimImport Of(Guid versionId, string fileHash, ClaimCounts counts, DateTimeOffset now) => new()
    {
        CertificationVersionId = versionId, FileHash = fileHash, Added = counts.Added, Changed = counts.Changed, Unchanged = counts.Unchanged, At = now,
    };
}

/// <summary>What a file of claims does, or would do.</summary>
public sealed record ClaimCounts(int Added, int Changed, int Unchanged)
{
    public static readonly ClaimCounts None = new(0, 0, 0);

    public bool ChangesNothing => Added + Changed == 0;

    public static ClaimCounts operator +(ClaimCounts one, ClaimCounts other) =>
        new(one.Added + other.Added, one.Changed + other.Changed, one.Unchanged + other.Unchanged);
}
