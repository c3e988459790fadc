using Portal.Application.Recognition.Queries;
using Portal.Application.Shared;
using Portal.Web.Infrastructure;

namespace Portal.Web.Areas.Recognition;

/// <summary>The placements as a file: for spreadsheets in the language of the page, for programs with the names of the fields.</summary>
internal static class PlacementTable
{
    private static readonly string[] s_columns =
    [
        "Certification", "NameEn", "NameJa", "Issuer", "Country", "Confidence", "NiceCode", "NiceTitle", "DcwfCode", "DcwfTitle", "DcwfElement", "Proficiency", "Kind",
    ];

    public static TableFile Of(ListPlacements.All all, Text text)
    {
        var kind = text["Recognition.Placements.Label"];
        return new(
            text["Recognition.Placements.Sheet"],
            [.. s_columns.Select(x => text[$"Recognition.Column.{x}"])],
            all.Rows.Select(IReadOnlyList<object?> (x) =>
            [
                x.Certification, x.NameEn, x.NameJa, x.Issuer, x.IssuerCountry, text[$"Recognition.Confidence.{x.Confidence}"],
                x.NiceCode, x.NiceTitle, Whole(x.DcwfCode), x.DcwfTitle, x.DcwfElement, text[$"Recognition.Proficiency.{x.Proficiency}"], kind,
            ]),
            [
                (text["Recognition.About.What"], kind), (text["Recognition.About.Notice"], text["Recognition.Placements.What"]),
                (text["Recognition.About.Nice"], all.Editions.Nice ?? ""), (text["Recognition.About.Dcwf"], all.Editions.Dcwf ?? ""),
                (text["Recognition.About.Matrix"], all.Editions.Matrix ?? ""), (text["Recognition.About.Hash"], all.Hash),
            ]);
    }

    public static object Content(ListPlacements.All all, Text text) => new
    {
        Kind = "US reference placement (DoD 8140)",
        IsEquivalence = false,
        Notice = new { Ja = In("ja", text), En = In("en", text) },
        Version = all.Editions,
        Sha256 = all.Hash,
        Placements = all.Rows,
    };

    private static string In(string language, Text text) => LanguageChoice.In(language, () => text["Recognition.Placements.Label"]);

    private static object Whole(string code) => int.TryParse(code, out var whole) ? whole : code;
}
