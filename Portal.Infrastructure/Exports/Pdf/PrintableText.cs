using System.Globalization;
using System.Text;

namespace Portal.Infrastructure.Exports.Pdf;

/// <summary>Turns any text into text the font can show, and remembers what it could not show.</summary>
internal sealed class PrintableText
{
    private readonly SortedSet<(int Character, int Variation)> _substituted = [];

    public IReadOnlyList<string> Substituted =>
        [.. _substituted.Select(lack => lack.Variation == 0 ? CodePoint(lack.Character) : $"{CodePoint(lack.Character)} {CodePoint(lack.Variation)}")];

    /// <summary>Every character of the result has a glyph, except line feeds, which are the only line ends left.</summary>
    public string Make(string text, TrueTypeFont font)
    {
        var result = new StringBuilder(text.Length);
        Rune? before = null;
        foreach (var rune in Composed(text.ReplaceLineEndings("\n")).EnumerateRunes())
        {
            result.Append(IsVariationSelector(rune) ? Varied(before, rune, font) : Shown(rune, font));
            before = rune;
        }

        return result.ToString();
    }

    // The base is printed in its ordinary form. After an emoji the base itself is already reported.
    private string Varied(Rune? character, Rune variation, TrueTypeFont font)
    {
        if (character is { } known && font.Has(known))
        {
            _substituted.Add((known.Value, variation.Value));
        }

        return "";
    }

    private string Shown(Rune rune, TrueTypeFont font)
    {
        if (rune.Value == '\n' || font.Has(rune))
        {
            return rune.ToString();
        }

        return rune.Value switch
        {
            '\t' => " ",
            0x2011 => "-",
            0x2007 or 0x202F => "\u00A0",
            0x200B or 0x2060 or 0xFEFF => "",
            _ when Rune.GetUnicodeCategory(rune) == UnicodeCategory.SpaceSeparator => " ",
            _ => Substitute(rune),
        };
    }

    private string Substitute(Rune rune)
    {
        _substituted.Add((rune.Value, 0));
        return $"〔{CodePoint(rune.Value)}〕";
    }

    // か + U+3099 has a glyph only as が. Whole-text NFC is not an option: it replaces compatibility ideographs (神 U+FA19), which are people's names.
    private static string Composed(string text)
    {
        if (!text.EnumerateRunes().Any(IsMark))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            var element = string.Concat(elements.GetTextElement().EnumerateRunes());
            result.Append(element.EnumerateRunes().Any(IsMark) ? element.Normalize(NormalizationForm.FormC) : element);
        }

        return result.ToString();
    }

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark && !IsVariationSelector(rune);

    private static bool IsVariationSelector(Rune rune) => rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

    private static string CodePoint(int value) => "U+" + value.ToString("X4", CultureInfo.InvariantCulture);
}
