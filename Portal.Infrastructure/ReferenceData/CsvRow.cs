using System.Text;

namespace Portal.Infrastructure.ReferenceData;

/// <summary>A record of a CSV file; the number is its row in a spreadsheet, where the names of the columns are row 1.</summary>
internal sealed class CsvRow(ICollection<ImportProblem> problems, int number, IReadOnlyDictionary<string, int> columns, IReadOnlyList<string> fields)
    : ImportRow(problems, section: null, number)
{
    protected override bool IsMissing(string field) => string.IsNullOrWhiteSpace(Raw(field));

    protected override string? Text(string field)
    {
        var text = Raw(field).Trim();
        // PostgreSQL keeps no NUL, and no name or definition has any other control character.
        return text.Any(x => char.IsControl(x) && x is not ('\r' or '\n' or '\t')) ? null : text.Normalize(NormalizationForm.FormC);
    }

    protected override string Raw(string field) => fields[columns[field]];
}
