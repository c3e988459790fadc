using Portal.Application.Shared;

namespace Portal.Infrastructure.Exports.Pdf;

/// <summary>A document as strips, top to bottom, before it is divided into pages.</summary>
internal static class BlockLayout
{
    private const float LabelWidth = 140, ValueLeft = Sheet.Left + 156;

    public static IReadOnlyList<Strip> Strips(PrintedDocument document, Typesetter text) =>
        [.. Title(document.Title, text), .. document.Blocks.SelectMany(block => Strips(block, text))];

    private static IEnumerable<Strip> Title(string title, Typesetter text) =>
    [
        .. text.Strips(title, Sheet.Title, keepWithNext: true),
        new Strip(10, [RuleMark.Full(8, Sheet.Line, Sheet.Ink)], KeepWithNext: true),
        Strip.Gap(10, keep: true),
    ];

    private static IEnumerable<Strip> Strips(PrintedBlock block, Typesetter text) => block switch
    {
        PrintedBlock.Heading heading => Heading(heading, text),
        PrintedBlock.Paragraph paragraph => [.. text.Strips(paragraph.Text, Sheet.Body), Strip.Gap(8)],
        PrintedBlock.Facts facts => [TopRule(), .. facts.Items.SelectMany(fact => Fact(fact, text)), Strip.Gap(12)],
        PrintedBlock.Table table => [.. TableLayout.Strips(table, text), Strip.Gap(12)],
        PrintedBlock.Code code => QrLayout.Strips(code, text),
        _ => throw new ArgumentException($"{block.GetType().Name} cannot be printed.", nameof(block)),
    };

    private static IEnumerable<Strip> Heading(PrintedBlock.Heading heading, Typesetter text) =>
        [Strip.Gap(heading.Level <= 1 ? 12 : 6, keep: true), .. text.Strips(heading.Text, Sheet.Heading(heading.Level), keepWithNext: true), Strip.Gap(4, keep: true)];

    private static Strip TopRule() => new(Sheet.Hairline, [RuleMark.Full(0, Sheet.Hairline, Sheet.Rule)], KeepWithNext: true);

    private static IEnumerable<Strip> Fact(PrintedFact fact, Typesetter text) => RowLayout.Row(
    [
        new Cell(Sheet.Left, Sheet.Label, text.Lines(fact.Label, Sheet.Label, LabelWidth)),
        new Cell(ValueLeft, Sheet.Body, text.Lines(fact.Value, Sheet.Body, Sheet.Left + Sheet.TextWidth - ValueLeft)),
    ]);
}
