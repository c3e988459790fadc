using System.Globalization;

namespace Portal.Infrastructure.Exports.Pdf;

/// <summary>What stands around the content: the title again from page 2 on, the footer and the page number.</summary>
internal sealed class PageEdges(string title, string footer, Typesetter text)
{
    private const float NumberWidth = 70, HeadLine = 44;

    private readonly IReadOnlyList<string> _footer = text.Lines(footer, Sheet.Edge, Sheet.TextWidth - NumberWidth);
    private readonly string _title = Short(text.Lines(title, Sheet.Edge, Sheet.TextWidth));

    /// <summary>Height left for the content.</summary>
    public float Room => FooterTop - 14 - Sheet.Top;

    private float FooterTop => Sheet.Height - Sheet.Bottom - (_footer.Count * Sheet.Edge.Leading) + Sheet.Edge.Leading;

    public IEnumerable<Mark> Around(IEnumerable<Mark> content, int page, int pages) =>
        [.. page > 1 ? Head() : [], .. content.Select(mark => mark with { Y = mark.Y + Sheet.Top }), .. Foot(page, pages)];

    private IEnumerable<Mark> Head() =>
        [new TextMark(Sheet.Left, HeadLine - 5, _title, Sheet.Edge), RuleMark.Full(HeadLine, Sheet.Hairline, Sheet.Rule)];

    private IEnumerable<Mark> Foot(int page, int pages)
    {
        var number = string.Create(CultureInfo.InvariantCulture, $"{page} / {pages}");
        var right = Sheet.Left + Sheet.TextWidth - Sheet.Edge.WidthOf(number);
        return
        [
            RuleMark.Full(FooterTop, Sheet.Hairline, Sheet.Rule),
            .. _footer.Select((line, i) => new TextMark(Sheet.Left, FooterTop + 4 + (i * Sheet.Edge.Leading) + Sheet.Edge.Baseline, line, Sheet.Edge)),
            new TextMark(right, FooterTop + 4 + Sheet.Edge.Baseline, number, Sheet.Edge),
        ];
    }

    private static string Short(IReadOnlyList<string> lines) => lines.Count == 1 ? lines[0] : lines[0][..^1] + "…";
}
