using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity;
using Portal.Application.Recognition;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Infrastructure.ReferenceData.Claims;

/// <summary>A claim that is not there yet, and the one that it takes the place of.</summary>
internal sealed record ClaimChange(EvidenceClaim Claim, Guid? Replaced);

/// <summary>One reading of a file against what is recorded now: what it would change, and what is wrong with it.</summary>
internal sealed class ClaimReading
{
    private readonly Stream _file;
    private readonly ClaimLookups _known;
    private readonly Guid? _only;
    private readonly Actor _author;
    private readonly List<ImportProblem> _problems = [];
    private readonly Dictionary<(Guid Version, Guid Framework, string Statement), int> _seen = [];

    private ClaimReading(Stream file, ClaimLookups known, Guid? only, Actor author) => (_file, _known, _only, _author) = (file, known, only, author);

    /// <summary>By version of a certification.</summary>
    public Dictionary<Guid, ClaimCounts> Counts { get; } = [];

    public bool IsSound => _problems.Count == 0;

    public ClaimCounts Total => Counts.Values.Aggregate(ClaimCounts.None, (sum, x) => sum + x);

    public static async Task<ClaimReading> OpenAsync(DbContext db, Stream file, Guid? only, Actor author, DateTimeOffset now, CancellationToken ct) =>
        new(file, await ClaimLookups.OfAsync(db, Named(file), Staff.Today(author.Agency ?? throw new ForbiddenException(), now), ct), only, author);

    public IEnumerable<ClaimChange> Changes()
    {
        foreach (var row in Rows(_file, _problems))
        {
            if (new ClaimRow(row, _known, _only, _author).Read() is { } claim && IsFirst(row, claim) && Counted(claim) is { } change)
            {
                yield return change;
            }

            if (_problems.Count >= ClaimCheck.MostProblems)
            {
                yield break;
            }
        }
    }

    public IReadOnlyList<ClaimProblem> Problems() =>
        [.. _problems.Take(ClaimCheck.MostProblems).Select(p => new ClaimProblem(p.Row, p.Column, new Error(p.Code, null, p.Slots)))];

    private static (HashSet<string> Certifications, HashSet<string> Frameworks) Named(Stream file)
    {
        var (certifications, frameworks) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var row in Rows(file, []))
        {
            certifications.Add(row.Cell("certification"));
            frameworks.Add(row.Cell("framework"));
        }

        return (certifications, frameworks);
    }

    private static IEnumerable<TableRow> Rows(Stream file, ICollection<ImportProblem> problems)
    {
        file.Position = 0;
        return XlsxFile.IsWorkbook(file) ? XlsxFile.Rows(file, IClaimFiles.Columns, problems) : CsvFile.Rows(file, IClaimFiles.Columns, problems);
    }

    private bool IsFirst(TableRow row, EvidenceClaim claim)
    {
        var key = (claim.CertificationVersionId, claim.FrameworkId, claim.Statement);
        if (_seen.TryAdd(key, row.Number))
        {
            return true;
        }

        row.Refuse(ImportProblems.Duplicate, ("FirstRow", _seen[key]));
        return false;
    }

    private ClaimChange? Counted(EvidenceClaim claim)
    {
        var before = _known.Claims.GetValueOrDefault((claim.CertificationVersionId, claim.FrameworkId, claim.Statement));
        var isSame = before is not null && before.Says(claim);
        var one = new ClaimCounts(before is null ? 1 : 0, before is not null && !isSame ? 1 : 0, isSame ? 1 : 0);
        Counts[claim.CertificationVersionId] = Counts.GetValueOrDefault(claim.CertificationVersionId, ClaimCounts.None) + one;
        return isSame ? null : new ClaimChange(claim, before?.Id);
    }
}
