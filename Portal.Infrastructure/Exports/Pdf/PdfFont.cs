using SkiaSharp;

namespace Portal.Infrastructure.Exports.Pdf;

/// <summary>The two fonts the portal prints with, each read once. BIZ UDPGothic, SIL Open Font License 1.1 (Fonts/OFL.txt).</summary>
internal sealed class PdfFont
{
    public static readonly PdfFont Regular = new("BIZUDPGothic-Regular");
    public static readonly PdfFont Bold = new("BIZUDPGothic-Bold");

    private readonly string _name;
    private readonly Lazy<TrueTypeFont> _outlines;

    private PdfFont(string name)
    {
        _name = name;
        _outlines = new Lazy<TrueTypeFont>(() => Load(name));
    }

    public TrueTypeFont Outlines => _outlines.Value;

    /// <summary>A typeface that holds only the characters of these texts.</summary>
    public SKTypeface Typeface(IEnumerable<string> texts)
    {
        var characters = texts.SelectMany(text => text.EnumerateRunes()).Distinct().Order().ToList();
        using var data = SKData.CreateCopy(TrueTypeSubset.Make(Outlines, characters, _name));
        return SKTypeface.FromData(data) ?? throw new InvalidDataException("The font subset cannot be read.");
    }

    private static TrueTypeFont Load(string name)
    {
        using var resource = typeof(PdfFont).Assembly.GetManifestResourceStream(typeof(PdfFont), $"Fonts.{name}.ttf")
            ?? throw new InvalidDataException($"The font {name} is not embedded.");
        var file = new byte[resource.Length];
        resource.ReadExactly(file);
        return new TrueTypeFont(file);
    }
}
