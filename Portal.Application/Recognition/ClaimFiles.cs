using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition;

/// <param name="Row">As a spreadsheet counts: the names of the columns are row 1. Null when the whole file is meant.</param>
public sealed record ClaimProblem(int? Row, string? Column, Error Reason);

/// <summary>What a file of claims would do, or all that is wrong with it.</summary>
/// <param name="FileHash">SHA-256 of the file, 64 lower-case hexadecimal digits.</param>
/// <param name="Versions">Versions of certifications that would change.</param>
public sealed record ClaimCheck(string FileHash, ClaimCounts Counts, int Versions, IReadOnlyList<ClaimProblem> Problems)
{
    /// <summary>After so many the reading stops: such a file is no file of claims.</summary>
    public const int MostProblems = 1000;

    public bool IsCut => Problems.Count >= MostProblems;
}

/// <summary>Claims from a CSV file in UTF-8 or the first sheet of an XLSX workbook. Rows stream: a long file needs hardly more memory than a short one.</summary>
public interface IClaimFiles
{
    static IReadOnlyList<string> Columns { get; } = ["certification", "version", "framework", "statement", "level", "strength", "confidence", "source", "items"];

    /// <param name="file">Must be able to seek.</param>
    /// <param name="only">The one version of a certification that may be named; null: any.</param>
    Task<ClaimCheck> CheckAsync(Stream file, Guid? only, Actor author, CancellationToken ct);

    /// <summary>Writes all rows in one transaction, each in place of what was recorded for its statement before. The same file again changes nothing.</summary>
    /// <exception cref="StaleException">It would no longer do what the check said; nothing is written.</exception>
    Task ApplyAsync(Stream file, Guid? only, ClaimCheck check, Actor author, CancellationToken ct);
}
