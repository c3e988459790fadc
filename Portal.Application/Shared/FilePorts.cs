namespace Portal.Application.Shared;

public enum FileKind { Pdf, Jpeg, Png }

/// <param name="Name">Random, made by the store; says nothing about the content or its owner.</param>
/// <param name="Size">Bytes as stored.</param>
/// <param name="Sha256">Of the bytes as stored, 64 lower-case hexadecimal digits.</param>
public sealed record StoredFile(string Name, long Size, string Sha256);

/// <summary>A file lying in the store, for the sweeper that removes those no record names.</summary>
public sealed record StoredName(string Name, DateTimeOffset StoredAt);

/// <summary>Uploaded files, outside the web root under random names (S-32).</summary>
public interface IFileStore
{
    /// <summary>Returns once the bytes are on the disk, not before.</summary>
    Task<StoredFile> SaveAsync(Stream content, CancellationToken ct);

    /// <exception cref="StoredFileChangedException">The bytes are not those that were stored.</exception>
    /// <exception cref="NotFoundException">There is no such file.</exception>
    Task<Stream> OpenAsync(string name, string sha256, CancellationToken ct);

    /// <summary>Deleting what is gone already is no error.</summary>
    Task DeleteAsync(string name, CancellationToken ct);

    /// <summary>Everything in the store, unfinished uploads included.</summary>
    IEnumerable<StoredName> List();
}

/// <summary>A stored file was altered or damaged. Nothing of it is served.</summary>
public sealed class StoredFileChangedException(string name) : Exception($"Stored file {name} does not match its SHA-256");

/// <param name="Kind">What the file is; null when refused.</param>
/// <param name="RefusalCode">Text key of the reason, one of <see cref="FileRefusals"/>; null when accepted.</param>
public sealed record FileVerdict(FileKind? Kind, string? RefusalCode)
{
    public bool IsAccepted => RefusalCode is null;
}

/// <summary>Decides what may be uploaded (S-31).</summary>
public interface IFileInspector
{
    /// <summary>Looks at the content, then at whether name and declared type agree with it. Leaves the stream at its start.</summary>
    /// <param name="content">Must be able to seek.</param>
    /// <param name="declaredType">Content type that the browser sent; null or application/octet-stream declares nothing.</param>
    FileVerdict Inspect(Stream content, string fileName, string? declaredType);

    /// <summary>The bytes to store: images lose place, device and comments but keep their rotation; a PDF stays as it is.</summary>
    /// <param name="content">An accepted file at its start.</param>
    Stream WithoutPersonalMetadata(Stream content, FileKind kind);
}

/// <summary>Slots offered to each sentence: {FileName}, {MaxMegabytes}, {MaxMegapixels}.</summary>
public static class FileRefusals
{
    public const string Empty = "Shared.File.Empty";
    public const string TooLarge = "Shared.File.TooLarge";
    public const string WrongType = "Shared.File.WrongType";
    /// <summary>Name or declared type disagrees with the content.</summary>
    public const string Renamed = "Shared.File.Renamed";
    public const string Encrypted = "Shared.File.Encrypted";
    /// <summary>A PDF with scripts, start commands or embedded files.</summary>
    public const string Active = "Shared.File.Active";
    /// <summary>Cut short, damaged, or built in a way that cannot be checked.</summary>
    public const string Broken = "Shared.File.Broken";
    public const string TooManyPixels = "Shared.File.TooManyPixels";

    public static IReadOnlyDictionary<string, object?> Slots(string fileName) => new Dictionary<string, object?>
    {
        ["FileName"] = fileName, ["MaxMegabytes"] = FileLimits.MaxMegabytes, ["MaxMegapixels"] = FileLimits.MaxMegapixels,
    };
}

public static class FileLimits
{
    public const int MaxMegabytes = 10;
    public const long MaxBytes = MaxMegabytes * 1024L * 1024;
    public const int MaxMegapixels = 50;
    public const long MaxPixels = MaxMegapixels * 1_000_000L;
}
