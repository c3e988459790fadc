using System.Globalization;
using Portal.Application.Recognition.Domain;
using Portal.Application.Recognition.Queries;
using Portal.Application.Shared;
using Portal.Web.Infrastructure;

namespace Portal.Web.Areas.Recognition;

/// <summary>Pairs as files: for spreadsheets in the language of the page, for programs with the names of the fields. Figures are shares from 0 to 1.</summary>
internal static class PairTable
{
    private static readonly string[] s_columns =
    [
        "Number", "Version", "Source", "Target", "TargetKind", "Side", "Status", "Decision", "Content", "LowerBound", "Assured", "Scope",
        "ValidFrom", "ValidUntil", "SignedByJapan", "SignedByUnitedStates", "ContentHash", "Next", "Demo",
    ];

    public static TableFile Of(ListPublishedPairs.All all, Text text) => Table(all.Rows, all.Hash, text);

    public static TableFile Of(PublishedEquivalence.File pair, Text text) => Table(pair.Versions.Select(v => Row(pair, v)), pair.Hash, text);

    public static object Content(ListPublishedPairs.All all) => new { Kind = Kind(all.Rows.Any(r => r.IsDemonstration)), Notice, Sha256 = all.Hash, Pairs = all.Rows };

    public static object Content(PublishedEquivalence.File pair) => new { Kind = Kind(pair.IsDemonstration), Notice, Sha256 = pair.Hash, Pair = pair };

    private const string Notice = "Coverage is the share of the target that the source covers, in this direction and for these work roles only. It never stands for the target certification itself.";

    private static string Kind(bool hasDemonstration) =>
        hasDemonstration ? "Certification equivalences, with DEMO entries that no government approved" : "Certification equivalences";

    private static TableFile Table(IEnumerable<ListPublishedPairs.Row> rows, string hash, Text text) => new(
        text["Recognition.Matrix.Sheet"], [.. s_columns.Select(c => text[$"Recognition.Column.{c}"])], rows.Select(r => Cells(r, text)),
        [(text["Recognition.About.What"], text["Recognition.Matrix.Sheet"]), (text["Recognition.About.Notice"], text["Recognition.Matrix.FileNotice"]), (text["Recognition.About.RowHash"], hash)]);

    private static IReadOnlyList<object?> Cells(ListPublishedPairs.Row r, Text text) =>
    [
        r.Number, r.Version, r.Source, r.Target.Code, text[$"Recognition.Target.{r.Target.Kind}"], text[$"Identity.Government.{r.SourceSide}"], text[$"Recognition.Phase.{r.Phase}"],
        r.Decision is { } decision ? text[$"Recognition.Decision.{decision}"] : null, r.Content, r.LowerBound, r.Assured, string.Join(' ', r.Scope),
        Utc(r.ValidFrom), Utc(r.ValidUntil), Utc(r.SignedByJapan), Utc(r.SignedByUnitedStates), r.ContentHash,
        r.Next is { } next ? text[$"Recognition.Phase.{next}"] : null, r.IsDemonstration ? text["Recognition.Demonstration.Heading"] : null,
    ];

    private static ListPublishedPairs.Row Row(PublishedEquivalence.File pair, PublishedEquivalence.Version version)
    {
        var (content, held) = (version.Content, version.Periods.Where(p => p.State is PeriodState.InForce or PeriodState.Suspended).ToList());
        return new(
            pair.Number, version.Number, pair.Source.Key, pair.Target, pair.SourceSide, version.Phase, content?.Decision,
            content?.Coverage?.Content, content?.Coverage?.Assured, content?.Coverage?.LowerBound, content?.Scope ?? [],
            held.Count == 0 ? null : held.Min(p => p.From), held.Count == 0 ? null : held.Max(p => p.Until),
            At(version, Government.Japan), At(version, Government.UnitedStates), version.ContentHash, null, pair.IsDemonstration);
    }

    private static DateTimeOffset? At(PublishedEquivalence.Version version, Government government) =>
        version.Approvals.Where(s => s.Government == government).Select(s => (DateTimeOffset?)s.At).FirstOrDefault();

    private static string? Utc(DateTimeOffset? instant) => instant?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
