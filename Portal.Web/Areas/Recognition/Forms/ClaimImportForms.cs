using Portal.Application.Recognition;
using Portal.Application.Recognition.Commands;
using Portal.Application.Recognition.Domain;
using Portal.Application.Recognition.Queries;
using Portal.Application.Shared;

namespace Portal.Web.Areas.Recognition.Forms;

/// <summary>A file of claims, and what its check said.</summary>
public sealed class ClaimFileForm
{
    public IFormFile? File { get; init; }

    public string? FileHash { get; init; }

    public int Added { get; init; }

    public int Changed { get; init; }

    public int Unchanged { get; init; }

    public int Versions { get; init; }

    public IReadOnlyList<Error> Problems() =>
        File is null ? [new Error("Recognition.ClaimImport.NoFile", nameof(File))]
        : File.Length == 0 ? [new Error("Recognition.ClaimImport.EmptyFile", nameof(File))]
        : File.Length > FileLimits.MaxBytes ? [new Error("Recognition.ClaimImport.TooLarge", nameof(File), FileRefusals.Slots(File.FileName))]
        : [];

    public ClaimCheck Checked() => new(FileHash ?? "", Counts, Versions, []);

    public ImportClaims ToCommand(Guid? version, Stream file) => new(version, FileHash ?? "", Counts, file);

    private ClaimCounts Counts => new(Added, Changed, Unchanged);
}

/// <param name="Check">Null before a file was checked.</param>
public sealed record ClaimImportPage(ClaimImportGuide.Guide Guide, ClaimCheck? Check)
{
    /// <summary>The list must stay readable; the count says how many there are.</summary>
    public const int MostShown = 200;
}
