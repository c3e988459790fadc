using System.Text;

namespace Portal.Infrastructure.ReferenceData;

/// <summary>A record of a table, CSV or XLSX; the number is its row in a spreadsheet, where the names of the columns are row 1.</summary>
internal sealed class TableRow(ICollection<ImportProblem> problems, int number, IReadOnlyDictionary<string, int> columns, IReadOnlyList<string> fields)
    : ImportRow(problems, section: null, number)
{
    /// <summary>Where each column stands; null when the names are not exactly these, which is then noted.</summary>
    public static Dictionary<string, int>? Places(IReadOnlyList<string> head, IReadOnlyList<string> columns, ICollection<ImportProblem> problems)
    {
        var found = head.Select(x => x.Trim()).ToList();
        if (found.Order(StringComparer.Ordinal).SequenceEqual(columns.Order(StringComparer.Ordinal)))
        {
            return found.Index().ToDictionary(x => x.Item, x => x.Index);
        }

        problems.Add(found.Any(x => x.Contains('\0', StringComparison.Ordinal))
            ? new(null, 1, null, ImportProblems.NotUtf8, new Dictionary<string, object?>())
            : new(null, 1, null, ImportProblems.WrongColumns, new Dictionary<string, object?> { ["Expected"] = string.Join(", ", columns), ["Found"] = Shown(found) }));
        return null;
    }

    /// <summary>A file that is no such table may hold anything in its first line.</summary>
    private static string Shown(IReadOnlyList<string> found)
    {
        const int longest = 400;
        var words = new string([.. string.Join(", ", found).Where(x => !char.IsControl(x))]);
        return words.Length > longest ? words[..longest] + "…" : words;
    }

    /// <summary>A cell as it stands, without edge spaces.</summary>
    public string Cell(string field) => Raw(field).Trim();

    protected override bool IsMissing(string field) => string.IsNullOrWhiteSpace(Raw(field));

    protected override string? Text(string field)
    {
        var text = Raw(field).Trim();
        // PostgreSQL keeps no NUL, and no name or definition has any other control character.
        return text.Any(x => char.IsControl(x) && x is not ('\r' or '\n' or '\t')) ? null : text.Normalize(NormalizationForm.FormC);
    }

    protected override string Raw(string field) => fields[columns[field]];
}
