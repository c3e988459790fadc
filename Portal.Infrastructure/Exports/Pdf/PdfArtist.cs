using SkiaSharp;

namespace Portal.Infrastructure.Exports.Pdf;

/// <summary>Draws finished pages with SkiaSharp, each font cut down to the characters used.</summary>
internal sealed class PdfArtist : IDisposable
{
    private readonly Dictionary<PdfFont, SKTypeface> _typefaces;

    public PdfArtist(IEnumerable<IEnumerable<Mark>> pages) =>
        _typefaces = pages.SelectMany(page => page).OfType<TextMark>()
            .GroupBy(mark => mark.Style.Font, mark => mark.Text)
            .ToDictionary(texts => texts.Key, texts => texts.Key.Typeface(texts));

    public void Draw(IEnumerable<IEnumerable<Mark>> pages, string title, Stream output)
    {
        // PDF/A stays off: conformance was not validated, and a false claim is worse than none.
        using var pdf = SKDocument.CreatePdf(output, new SKDocumentPdfMetadata { Title = title, PdfA = false });
        foreach (var page in pages)
        {
            var canvas = pdf.BeginPage(Sheet.Width, Sheet.Height);
            foreach (var mark in page)
            {
                Draw(mark, canvas);
            }

            pdf.EndPage();
        }

        pdf.Close();
    }

    public void Dispose()
    {
        foreach (var typeface in _typefaces.Values)
        {
            typeface.Dispose();
        }
    }

    private void Draw(Mark mark, SKCanvas canvas)
    {
        using var paint = new SKPaint { IsAntialias = true };
        if (mark is TextMark text)
        {
            using var font = new SKFont(_typefaces[text.Style.Font], text.Style.Size) { Subpixel = true, LinearMetrics = true, Hinting = SKFontHinting.None };
            paint.Color = text.Style.Color;
            canvas.DrawText(text.Text, text.X, text.Y, SKTextAlign.Left, font, paint);
        }
        else if (mark is RuleMark rule)
        {
            paint.Color = rule.Color;
            canvas.DrawRect(rule.X, rule.Y, rule.Width, rule.Thickness, paint);
        }
    }
}
