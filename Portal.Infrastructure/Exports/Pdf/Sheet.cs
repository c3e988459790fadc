using SkiaSharp;

namespace Portal.Infrastructure.Exports.Pdf;

/// <summary>The look of every printed page, in points (1/72 inch). Colours keep 4.5:1 against white.</summary>
internal static class Sheet
{
    public const float Width = 595.28f, Height = 841.89f; // ISO 216 A4
    public const float Left = 62, Top = 62, Bottom = 56;
    public const float TextWidth = Width - (2 * Left);
    public const float Hairline = 0.5f, Line = 1f;

    public static readonly SKColor Ink = new(0x1B, 0x1B, 0x1B);
    public static readonly SKColor Muted = new(0x56, 0x5C, 0x65);
    public static readonly SKColor Rule = new(0xC6, 0xCA, 0xCE);

    public static readonly TextStyle Title = new(PdfFont.Bold, 18, 26, Ink);
    public static readonly TextStyle Body = new(PdfFont.Regular, 10, 16, Ink);
    public static readonly TextStyle Label = new(PdfFont.Regular, 9.5f, 16, Muted);
    public static readonly TextStyle Cell = new(PdfFont.Regular, 9, 14, Ink);
    public static readonly TextStyle Column = new(PdfFont.Bold, 9, 14, Ink);
    public static readonly TextStyle Edge = new(PdfFont.Regular, 8, 12, Muted);

    private static readonly TextStyle[] s_headings =
        [new(PdfFont.Bold, 13, 20, Ink), new(PdfFont.Bold, 11, 17, Ink), new(PdfFont.Bold, 10, 16, Ink)];

    public static TextStyle Heading(int level) => s_headings[Math.Clamp(level, 1, s_headings.Length) - 1];
}

/// <param name="Leading">Distance between the lines, at least the size.</param>
internal sealed record TextStyle(PdfFont Font, float Size, float Leading, SKColor Color)
{
    // The font's Japanese characters reach 0.88 em above the baseline and 0.12 em below.
    public float Baseline => ((Leading - Size) / 2) + (Size * 0.88f);

    public float WidthOf(string text) => Font.Outlines.Width(text, Size);
}
