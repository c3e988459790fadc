using Portal.Application.Shared;

namespace Portal.Infrastructure.Exports.Pdf;

internal static class TableLayout
{
    private const float Gutter = 12;

    public static IEnumerable<Strip> Strips(PrintedBlock.Table table, Typesetter text)
    {
        if (table.Rows.Any(row => row.Count != table.Columns.Count))
        {
            throw new ArgumentException("A row does not have one cell per column.", nameof(table));
        }

        var widths = Widths(table, text);
        var head = RowLayout.Head(Cells(table.Columns, Sheet.Column, widths, text));
        return [head, .. table.Rows.SelectMany(row => RowLayout.Row(Cells(row, Sheet.Cell, widths, text), head))];
    }

    private static List<Cell> Cells(IReadOnlyList<string> texts, TextStyle style, List<float> widths, Typesetter text)
    {
        var cells = new List<Cell>();
        var x = Sheet.Left;
        for (var i = 0; i < texts.Count; i++)
        {
            cells.Add(new Cell(x, style, text.Lines(texts[i], style, widths[i])));
            x += widths[i] + Gutter;
        }

        return cells;
    }

    // Narrow columns get what they need; the wide ones share what is left equally.
    private static List<float> Widths(PrintedBlock.Table table, Typesetter text)
    {
        var needed = table.Columns.Select((name, i) => Needed(name, table.Rows.Select(row => row[i]), text)).ToList();
        var left = Sheet.TextWidth - (Gutter * (needed.Count - 1));
        var widths = new float[needed.Count];
        var narrowFirst = Enumerable.Range(0, needed.Count).OrderBy(i => needed[i]).ToList();
        for (var done = 0; done < narrowFirst.Count; done++)
        {
            var i = narrowFirst[done];
            widths[i] = Math.Min(needed[i], left / (narrowFirst.Count - done));
            left -= widths[i];
        }

        return [.. widths.Select(width => width + (left / needed.Count))];
    }

    private static float Needed(string name, IEnumerable<string> cells, Typesetter text) =>
        // Half a point more than measured: sums of widths differ in the last digit.
        cells.Select(cell => text.NaturalWidth(cell, Sheet.Cell)).Append(text.NaturalWidth(name, Sheet.Column)).Max() + 0.5f;
}
