namespace Portal.Infrastructure.Exports.Pdf;

/// <summary>A cell as it stands in a row.</summary>
internal sealed record Cell(float X, TextStyle Style, IReadOnlyList<string> Lines);

/// <summary>Rows of a list of facts or of a table: a strip per line of text, so that a very long cell can continue on the next page.</summary>
internal static class RowLayout
{
    private const float Padding = 4;
    private const int WholeUpTo = 12;

    public static IEnumerable<Strip> Row(IReadOnlyList<Cell> cells, Strip? repeated = null)
    {
        var leading = cells.Max(cell => cell.Style.Leading);
        var count = cells.Max(cell => cell.Lines.Count);
        for (var i = 0; i < count; i++)
        {
            var (above, below) = (i == 0 ? Padding : 0, i == count - 1 ? Padding : 0);
            var height = above + leading + below;
            var marks = Line(cells, i, above);
            if (i == count - 1)
            {
                marks.Add(RuleMark.Full(height - Sheet.Hairline, Sheet.Hairline, Sheet.Rule));
            }

            yield return new Strip(height, marks, Keep(i, count), repeated);
        }
    }

    /// <summary>The same row as one strip, under a strong rule: the head of a table.</summary>
    public static Strip Head(IReadOnlyList<Cell> cells)
    {
        var leading = cells.Max(cell => cell.Style.Leading);
        var count = cells.Max(cell => cell.Lines.Count);
        var height = (count * leading) + (2 * Padding);
        var marks = Enumerable.Range(0, count).SelectMany(i => Line(cells, i, Padding + (i * leading))).ToList();
        marks.Add(RuleMark.Full(height - Sheet.Line, Sheet.Line, Sheet.Ink));
        return new Strip(height, marks, KeepWithNext: true);
    }

    private static List<Mark> Line(IReadOnlyList<Cell> cells, int i, float top) =>
        [.. cells.Where(cell => i < cell.Lines.Count).Select(cell => new TextMark(cell.X, top + cell.Style.Baseline, cell.Lines[i], cell.Style))];

    private static bool Keep(int i, int count) => count <= WholeUpTo ? i < count - 1 : Typesetter.Together(i, count);
}
