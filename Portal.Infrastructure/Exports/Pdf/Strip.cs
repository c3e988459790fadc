namespace Portal.Infrastructure.Exports.Pdf;

/// <summary>Something drawn; Y grows downwards, from the top of its strip and later of its page.</summary>
internal abstract record Mark(float X, float Y);

internal sealed record TextMark(float X, float Y, string Text, TextStyle Style) : Mark(X, Y);

internal sealed record RuleMark(float X, float Y, float Width, float Thickness, SkiaSharp.SKColor Color) : Mark(X, Y)
{
    public static RuleMark Full(float y, float thickness, SkiaSharp.SKColor color) => new(Sheet.Left, y, Sheet.TextWidth, thickness, color);
}

/// <summary>A slice across the page that is never cut.</summary>
/// <param name="KeepWithNext">Stays on the page of the strip after it, unless both do not fit on any page.</param>
/// <param name="Repeated">Printed again first when this strip begins a page: the column names of its table.</param>
internal sealed record Strip(float Height, IReadOnlyList<Mark> Marks, bool KeepWithNext = false, Strip? Repeated = null)
{
    public static Strip Gap(float height, bool keep = false) => new(height, [], keep);

    public bool IsGap => Marks.Count == 0;
}
