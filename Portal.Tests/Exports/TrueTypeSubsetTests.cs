using System.Text;
using Portal.Infrastructure.Exports.Pdf;
using SkiaSharp;
using Xunit;

namespace Portal.Tests.Exports;

public sealed class TrueTypeSubsetTests
{
    private const string Sample = "AgÇē髙﨑一月東京ー。（㈱①";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_glyph_keeps_its_outline_and_width(bool bold)
    {
        using var subset = new SKFont((bold ? PdfFont.Bold : PdfFont.Regular).Typeface([Sample]), 100);
        using var whole = new SKFont(Whole(bold), 100);

        Assert.All(Sample.EnumerateRunes(), rune =>
        {
            Assert.Equal(Outline(whole, rune), Outline(subset, rune));
            Assert.Equal(whole.MeasureText(rune.ToString()), subset.MeasureText(rune.ToString()));
        });
    }

    [Fact]
    public void Only_the_characters_asked_for_are_inside()
    {
        using var subset = PdfFont.Regular.Typeface(["一一月"]);

        Assert.Equal(3, subset.GlyphCount);
        Assert.Equal([1, 2], subset.GetGlyphs("一月"));
        Assert.Equal([0], subset.GetGlyphs("二"));
    }

    [Fact]
    public void Measured_widths_are_the_widths_drawn()
    {
        using var font = new SKFont(PdfFont.Regular.Typeface([Sample]), 10) { Subpixel = true, LinearMetrics = true, Hinting = SKFontHinting.None };

        Assert.Equal(font.MeasureText(Sample), PdfFont.Regular.Outlines.Width(Sample, 10), tolerance: 0.01);
    }

    private static string Outline(SKFont font, Rune rune)
    {
        using var path = font.GetGlyphPath(font.GetGlyph(rune.Value));
        Assert.False(path.IsEmpty);
        return path.ToSvgPathData();
    }

    private static SKTypeface Whole(bool bold) => SKTypeface.FromStream(
        typeof(PdfFont).Assembly.GetManifestResourceStream(typeof(PdfFont), $"Fonts.BIZUDPGothic-{(bold ? "Bold" : "Regular")}.ttf"));
}
