using System.Text;
using System.Text.RegularExpressions;

namespace Portal.Application.Shared;

/// <summary>The normal forms of Unicode (UAX #15), safe for any text that a request can carry.</summary>
internal static partial class UnicodeForms
{
    private const char Replacement = '\uFFFD';

    /// <summary>Composed (NFC).</summary>
    public static string Nfc(string text) => WellFormed(text).Normalize(NormalizationForm.FormC);

    /// <summary>Composed, width and presentation forms made plain (NFKC). For identifiers and search keys only: it turns ㈱ into (株).</summary>
    public static string Nfkc(string text) => WellFormed(text).Normalize(NormalizationForm.FormKC);

    /// <summary>
    /// NFC, but leaves CJK compatibility ideographs alone: NFC would put another shape (神 for U+FA19) into a person's name.
    /// </summary>
    public static string NfcKeepingKanji(string text) => !MayHoldCompatibilityIdeograph(text)
        ? Nfc(text)
        : string.Concat(CompatibilityIdeograph().Split(WellFormed(text)).Select((part, index) => IsBetween(index) ? part.Normalize(NormalizationForm.FormC) : part));

    private static bool MayHoldCompatibilityIdeograph(ReadOnlySpan<char> text) =>
        text.ContainsAnyInRange('\uF900', '\uFAFF') || text.Contains('\uD87E');

    /// <summary>Split gives the text between the ideographs at even places and the ideographs at odd ones.</summary>
    private static bool IsBetween(int index) => index % 2 == 0;

    /// <summary>Normalize throws on half a surrogate pair and on U+FFFE, which a form can carry; both become the visible U+FFFD.</summary>
    private static string WellFormed(string text)
    {
        // Nearly every text has no surrogate at all: rebuilding it would only cost.
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') && !text.Contains('\uFFFE'))
            return text;
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            result.Append(rune.Value == 0xFFFE ? Replacement.ToString() : rune.ToString());
        return result.ToString();
    }

    [GeneratedRegex("([\uF900-\uFAFF]|\uD87E[\uDC00-\uDE1F])")]
    private static partial Regex CompatibilityIdeograph();
}
