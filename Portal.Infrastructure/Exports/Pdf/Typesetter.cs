namespace Portal.Infrastructure.Exports.Pdf;

/// <summary>Text to lines in a style. One per document: it collects what could not be shown.</summary>
internal sealed class Typesetter
{
    private readonly PrintableText _printable = new();

    public IReadOnlyList<string> Substituted => _printable.Substituted;

    public IReadOnlyList<string> Lines(string text, TextStyle style, float width)
    {
        var font = style.Font.Outlines;
        return [.. LineBreaker.Break(_printable.Make(text, font), width, rune => font.Width(rune, style.Size))];
    }

    /// <summary>Width of the text if no line were broken.</summary>
    public float NaturalWidth(string text, TextStyle style) =>
        _printable.Make(text, style.Font.Outlines).Split('\n').Max(style.WidthOf);

    /// <summary>Lines across the page. At least two stay together at each end, so that no page begins or ends with a single line.</summary>
    public IEnumerable<Strip> Strips(string text, TextStyle style, bool keepWithNext = false)
    {
        var lines = Lines(text, style, Sheet.TextWidth);
        return lines.Select((line, i) => new Strip(
            style.Leading,
            [new TextMark(Sheet.Left, style.Baseline, line, style)],
            keepWithNext || Together(i, lines.Count)));
    }

    /// <summary>Is line <paramref name="i"/> kept with the one after it?</summary>
    public static bool Together(int i, int count) => i < count - 1 && (i == 0 || i == count - 2);
}
