using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Portal.Infrastructure.Exports.Pdf;

/// <summary>
/// Says the document's language, which SkiaSharp does not, so that readers speak it correctly (WCAG 2.2, 3.1.1).
/// Done as an incremental update (ISO 32000-1, 7.5.6): a new catalog after the end of the file, the rest untouched.
/// </summary>
internal static partial class PdfLanguage
{
    public static void Write(byte[] pdf, string language, Stream output)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var table = int.Parse(LastTable().Match(text).Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        var trailer = Trailer().Match(text, table).Value;
        var root = Root().Match(trailer).Groups[1].Value;
        var catalog = Regex.Match(text, $@"(?<=\n){root} 0 obj\n<<.*?\nendobj\n", RegexOptions.Singleline).Value;
        if (catalog.Length == 0)
        {
            throw new InvalidDataException("The PDF has no catalog.");
        }

        output.Write(pdf);
        output.Write(Encoding.Latin1.GetBytes(Update(WithLanguage(catalog, language), root, trailer, pdf.Length, table)));
    }

    private static string WithLanguage(string catalog, string language) =>
        catalog.Insert(catalog.IndexOf("<<", StringComparison.Ordinal) + 2, $"/Lang ({language})\n");

    private static string Update(string catalog, string root, string trailer, int offset, int previousTable) => string.Create(
        CultureInfo.InvariantCulture,
        $"\n{catalog}xref\n{root} 1\n{offset + 1:D10} 00000 n \n{trailer.Insert(trailer.IndexOf("<<", StringComparison.Ordinal) + 2, $"/Prev {previousTable}\n")}\nstartxref\n{offset + 1 + catalog.Length}\n%%EOF\n");

    [GeneratedRegex(@"startxref\n(\d+)", RegexOptions.RightToLeft)]
    private static partial Regex LastTable();

    [GeneratedRegex(@"trailer\n<<.*?>>(?=\nstartxref)", RegexOptions.Singleline)]
    private static partial Regex Trailer();

    [GeneratedRegex(@"/Root (\d+) 0 R")]
    private static partial Regex Root();
}
