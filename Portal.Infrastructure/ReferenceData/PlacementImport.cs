using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition;
using Portal.Application.Recognition.Domain;

namespace Portal.Infrastructure.ReferenceData;

/// <summary>Loads the qualification matrix of DoD 8140: which certification the U.S. places at which proficiency of a DCWF work role.</summary>
public static class PlacementImport
{
    private static readonly string[] s_columns = ["dcwf_code", "work_role", "element", "cert", "proficiency", "vendor"];

    private static readonly Dictionary<string, Proficiency> s_proficiencies = Enum.GetValues<Proficiency>().ToDictionary(x => x.ToString());

    public static ImportResult<IReadOnlyList<PlacementText>> Parse(Stream csv, string edition) =>
        CsvFile.Parse<IReadOnlyList<PlacementText>>(csv, s_columns, rows => Read(rows, edition));

    /// <summary>A placement needs its role. A certification that is not in the catalogue yet enters it by the placement itself.</summary>
    public static async Task<IReadOnlyList<ImportProblem>> CheckAsync(DbContext db, IReadOnlyList<PlacementText> matrix, CancellationToken ct)
    {
        var known = await db.Set<DcwfRole>().Select(x => x.Code).ToHashSetAsync(ct);
        return [.. matrix.Where(x => !known.Contains(x.DcwfCode)).Select(x => ImportProblem.NotLoaded(x.Row, x.Label, x.DcwfCode))];
    }

    /// <summary>Makes the stored placements those of the file, in one save: what a newer edition drops is no reference any more.</summary>
    /// <returns>Counts over the placements and the certifications that they brought along.</returns>
    public static async Task<ImportCounts> ApplyAsync(DbContext db, IReadOnlyList<PlacementText> matrix, CancellationToken ct)
    {
        var roles = await db.Set<DcwfRole>().ToDictionaryAsync(x => x.Code, x => x.Id, ct);
        var catalogue = new PlacementCatalogue(await db.Set<Certification>().ToListAsync(ct), matrix);
        var stored = await db.Set<ReferencePlacement>().ToDictionaryAsync(x => (x.CertificationId, x.DcwfRoleId), ct);
        var tally = new ImportTally();
        foreach (var text in matrix)
        {
            var key = (catalogue.Find(text).Id, roles[text.DcwfCode]);
            if (stored.Remove(key, out var placement))
            {
                tally.Keep(placement.Correct(text.Proficiency, text.Edition));
                continue;
            }

            db.Add(ReferencePlacement.Create(key.Item1, key.Item2, text.Proficiency, text.Edition));
            tally.Add();
        }

        db.AddRange(catalogue.Added);
        tally.Add(catalogue.Added.Count);
        db.RemoveRange(stored.Values);
        await db.SaveChangesAsync(ct);
        return tally.Total(stored.Count);
    }

    private static List<PlacementText> Read(IEnumerable<TableRow> rows, string edition)
    {
        var seen = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var matrix = new List<PlacementText>();
        foreach (var row in rows)
        {
            var label = row.Required("cert", Certification.CodeLength);
            row.Item = label;
            if (!CodeAddress.Fits(label)) row.RefuseValue("cert", label);
            var text = new PlacementText(
                label, row.Required("vendor", PlacementText.VendorLength), row.Required("dcwf_code", DcwfRole.CodeLength), row.Word("proficiency", s_proficiencies), edition) { Row = row.Number };
            row.Required("work_role", DcwfRole.TitleLength);
            row.Required("element", DcwfRole.ElementLength);
            if (label.Length > 0 && text.DcwfCode.Length > 0 && row.IsFirst(seen, $"{PlacementCatalogue.Fold(label)} {text.DcwfCode}")) matrix.Add(text);
        }

        return matrix;
    }
}
