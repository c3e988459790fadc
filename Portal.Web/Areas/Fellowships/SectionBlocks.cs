using Portal.Application.Fellowships.Domain;
using Portal.Application.Fellowships.Queries;
using Portal.Web.Areas.Fellowships.Forms;
using Portal.Web.Infrastructure;

namespace Portal.Web.Areas.Fellowships;

/// <summary>Arranges the questions of a section: names in pairs under one legend, entries of a repeated part each under theirs.</summary>
internal sealed class SectionBlocks(SectionFields fields, FormText words, Text text)
{
    // Questions that stand under one legend, by the text key of the legend.
    private static readonly (string Key, string[] Fields)[] s_legends =
    [
        ("Fellowships.Form.about.native", ["about.nativeFamily", "about.nativeGiven"]),
        ("Fellowships.Form.about.kana", ["about.kanaFamily", "about.kanaGiven"]),
        ("Fellowships.Form.about.latin", ["about.latinFamily", "about.latinGiven", "about.singleName"]),
        ("Fellowships.Form.consent", ["consent.privacy", "consent.share", "consent.contact"]),
    ];

    private static readonly HashSet<string> s_inRow =
        ["about.nativeFamily", "about.nativeGiven", "about.kanaFamily", "about.kanaGiven", "about.latinFamily", "about.latinGiven"];

    public IReadOnlyList<FieldBlock> Of(AnsweredSection section, bool canChangeEntries) =>
        [.. Singles(section), .. section.Groups.SelectMany(g => Entries(g, canChangeEntries))];

    private IEnumerable<FieldBlock> Singles(AnsweredSection section)
    {
        foreach (var together in section.Fields.GroupBy(f => Array.Find(s_legends, l => l.Fields.Contains(f.Field.Key)).Key ?? f.Field.Key))
        {
            var isLegend = Array.Exists(s_legends, l => l.Key == together.Key);
            yield return new FieldBlock(
                [.. together.Select(Item)], isLegend ? text[together.Key] : null, isLegend && text.Has(together.Key + ".Hint") ? text[together.Key + ".Hint"] : null);
        }
    }

    private IEnumerable<FieldBlock> Entries(AnsweredGroup group, bool canChange)
    {
        foreach (var entry in group.Entries)
        {
            yield return new FieldBlock(
                [.. entry.Fields.Select(Item)], words.Entry(group.Name, entry.Number),
                Removes: canChange && entry.Number > group.Kept ? $"{group.Name}.{entry.Number}" : null);
        }

        if (canChange && group.Entries.Count < group.Max)
        {
            var key = $"Fellowships.Form.{group.Name}.{(group.Entries.Count == 0 ? "Add" : "AddAnother")}";
            yield return new FieldBlock([], Add: new AddButton(group.Name, text[key]));
        }
    }

    private BlockItem Item(AnsweredField asked) => new(asked, fields.Draw(asked), IsInRow(asked.Field));

    private static bool IsInRow(FormField field) => s_inRow.Contains(field.Key) || field.Kind == FieldKind.YearMonth;
}
