using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;

namespace Portal.Infrastructure.ReferenceData;

/// <summary>Loads the work roles of the DoD Cyber Workforce Framework with their links to NICE work roles.</summary>
public static class DcwfImport
{
    private static readonly string[] s_columns = ["dcwf_code", "title", "element", "ncwf_id", "definition"];

    public static ImportResult<IReadOnlyList<DcwfRoleText>> Parse(Stream csv, string edition) =>
        CsvFile.Parse<IReadOnlyList<DcwfRoleText>>(csv, s_columns, rows => Read(rows, edition));

    /// <summary>A link must lead to a work role of a loaded framework version.</summary>
    public static async Task<IReadOnlyList<ImportProblem>> CheckAsync(DbContext db, IReadOnlyList<DcwfRoleText> roles, CancellationToken ct)
    {
        var known = await db.Set<FrameworkElement>().Where(x => x.Kind == FrameworkElementKind.WorkRole).Select(x => x.Code).ToHashSetAsync(ct);
        return [.. roles.Where(x => x.NiceCode is { } code && !known.Contains(code)).Select(x => ImportProblem.NotLoaded(x.Row, x.Code, x.NiceCode!))];
    }

    /// <summary>Adds and corrects in one save. Roles that the file leaves out stay in their last edition, because placements rest on them.</summary>
    public static async Task<ImportCounts> ApplyAsync(DbContext db, IReadOnlyList<DcwfRoleText> roles, CancellationToken ct)
    {
        var known = await db.Set<DcwfRole>().ToDictionaryAsync(x => x.Code, ct);
        var tally = new ImportTally();
        foreach (var text in roles)
        {
            if (known.TryGetValue(text.Code, out var role))
            {
                tally.Keep(role.Correct(text));
                continue;
            }

            db.Add(DcwfRole.Create(text));
            tally.Add();
        }

        await db.SaveChangesAsync(ct);
        return tally.Total();
    }

    private static List<DcwfRoleText> Read(IEnumerable<TableRow> rows, string edition)
    {
        var seen = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var roles = new List<DcwfRoleText>();
        foreach (var row in rows)
        {
            var code = row.Required("dcwf_code", DcwfRole.CodeLength);
            row.Item = code;
            var role = new DcwfRoleText(
                code, row.Required("title", DcwfRole.TitleLength), row.Required("element", DcwfRole.ElementLength),
                row.Optional("ncwf_id", FrameworkElement.CodeLength), row.Required("definition", DcwfRole.DefinitionLength), edition) { Row = row.Number };
            if (code.Length > 0 && row.IsFirst(seen, code)) roles.Add(role);
        }

        return roles;
    }
}
