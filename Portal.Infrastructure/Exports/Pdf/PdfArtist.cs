using SkiaSharp;

namespace Portal.Infrastructure.Exports.Pdf;

/// <summary>Draws finished pages with SkiaSharp, each font cut down to the characters used.</summary>
internal sealed class PdfArtist : IDisposable
{
    private readonly List<List<Mark>> _pages;
    private readonly Dictionary<PdfFont, SKTypeface> _typefaces;
    private readonly Dictionary<TextStyle, SKFont> _fonts;
    private readonly SKPaint _paint = new() { IsAntialias = true };

    public PdfArtist(List<List<Mark>> pages)
    {
        _pages = pages;
        var texts = pages.SelectMany(page => page).OfType<TextMark>().ToList();
        _typefaces = texts.GroupBy(mark => mark.Style.Font, mark => mark.Text).ToDictionary(used => used.Key, used => used.Key.Typeface(used));
        _fonts = texts.Select(mark => mark.Style).Distinct().ToDictionary(style => style, Unhinted);
    }

    public void Draw(string title, Stream output)
    {
        // PDF/A stays off: conformance was not validated, and a false claim is worse than none.
        using var pdf = SKDocument.CreatePdf(output, new SKDocumentPdfMetadata { Title = title, PdfA = false });
        foreach (var page in _pages)
        {
            var canvas = pdf.BeginPage(Sheet.Width, Sheet.Height);
            page.ForEach(mark => Draw(mark, canvas));
            pdf.EndPage();
        }

        pdf.Close();
    }

    public void Dispose()
    {
        foreach (var used in _fonts.Values.Cast<IDisposable>().Concat(_typefaces.Values).Append(_paint))
        {
            used.Dispose();
        }
    }

    // Hinting would move the glyphs away from the widths the lines were broken with.
    private SKFont Unhinted(TextStyle style) =>
        new(_typefaces[style.Font], style.Size) { Subpixel = true, LinearMetrics = true, Hinting = SKFontHinting.None };

    private void Draw(Mark mark, SKCanvas canvas)
    {
        if (mark is TextMark text)
        {
            _paint.Color = text.Style.Color;
            canvas.DrawText(text.Text, text.X, text.Y, SKTextAlign.Left, _fonts[text.Style], _paint);
        }
        else if (mark is RuleMark rule)
        {
            _paint.Color = rule.Color;
            canvas.DrawRect(rule.X, rule.Y, rule.Width, rule.Thickness, _paint);
        }
    }
}
