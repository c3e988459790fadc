using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition;
using Portal.Application.Recognition.Domain;

namespace Portal.Infrastructure.ReferenceData;

/// <summary>Loads the catalogue of certifications.</summary>
public static class CertificationImport
{
    private const int LongestValidityMonths = 600;

    private static readonly Dictionary<string, CertificationConfidence> s_confidence = new()
    {
        ["unverified"] = CertificationConfidence.Unverified, ["source"] = CertificationConfidence.Source, ["conflict"] = CertificationConfidence.Conflict,
    };

    public static ImportResult<IReadOnlyList<CertificationText>> Parse(Stream json) =>
        ImportFile.Parse<IReadOnlyList<CertificationText>>(json, Read);

    /// <summary>Adds and corrects in one save. Entries that the file leaves out stay, because people may hold them.</summary>
    public static async Task<ImportCounts> ApplyAsync(DbContext db, IReadOnlyList<CertificationText> catalogue, CancellationToken ct)
    {
        var known = await db.Set<Certification>().ToDictionaryAsync(x => x.Code, ct);
        var tally = new ImportTally();
        foreach (var text in catalogue)
        {
            if (known.TryGetValue(text.Code, out var certification))
            {
                tally.Keep(certification.Correct(text));
                continue;
            }

            db.Add(Certification.Create(text));
            tally.Add();
        }

        await db.SaveChangesAsync(ct);
        return tally.Total();
    }

    private static List<CertificationText> Read(ImportFile file, JsonElement root)
    {
        var seen = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var catalogue = new List<CertificationText>();
        foreach (var row in file.Rows(root, "certifications"))
        {
            var text = ReadRow(row);
            if (text.Code.Length > 0 && row.IsFirst(seen, text.Code)) catalogue.Add(text);
        }

        return catalogue;
    }

    private static CertificationText ReadRow(JsonRow row)
    {
        var code = row.Required("id", Certification.CodeLength);
        row.Item = code;
        if (!CodeAddress.Fits(code)) row.RefuseValue("id", code);
        return new(
            code,
            row.Required("name_en", Certification.NameLength),
            row.Optional("name_ja", Certification.NameLength),
            row.Required("issuer", Certification.IssuerLength),
            Country(row),
            row.Optional("level_hint", Certification.LevelHintLength),
            row.Whole("validity_months", 1, LongestValidityMonths),
            row.Word("confidence", s_confidence));
    }

    private static string Country(JsonRow row)
    {
        var alpha2 = row.Required("issuer_country", Certification.CountryLength);
        if (alpha2.Length == 0) return "";
        try
        {
            return new RegionInfo(alpha2).ThreeLetterISORegionName;
        }
        catch (ArgumentException)
        {
            row.RefuseValue("issuer_country", alpha2);
            return "";
        }
    }
}
