using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace Portal.Application.Shared;

/// <summary>
/// Accepts text as people type it and stores it in one form (S-46). Nothing is cut and no character that carries meaning is
/// replaced; what may not be stored at all is found by <see cref="HasForbidden"/> and refused by the validators.
/// </summary>
public static partial class CleanText
{
    /// <summary>UTF-16 units that a column has for each perceived character: it can carry any number of marks, and 葛󠄀 has three.</summary>
    public const int UnitsEach = 4;

    private const int HiraganaToKatakana = 0x60, MaxFileName = 200;

    private static readonly JavaScriptEncoder s_json = JavaScriptEncoder.Create(UnicodeRanges.All);

    /// <summary>One-line fields such as names and titles: NFC, no outer space, inner white space as one space.</summary>
    public static string Line(string? text) => Spaces().Replace(UnicodeForms.NfcKeepingKanji(text ?? ""), " ").Trim();

    /// <summary>Text of several lines: NFC, line ends as LF, everything else as typed.</summary>
    public static string Prose(string? text) =>
        UnicodeForms.NfcKeepingKanji(text ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    /// <summary>Postal codes and numbers as ASCII digits: 〒１００ー８９２６ gives 1008926. A letter stays, for the validator to refuse.</summary>
    public static string Digits(string? text) =>
        Keep(UnicodeForms.Nfkc(text ?? ""), rune => !Characters.IsHyphenLike(rune) && !Rune.IsWhiteSpace(rune) && !IsBracketOrPostalMark(rune));

    /// <summary>Postal codes of any country. A Japanese one is stored as seven digits, however typed; a ZIP+4 keeps its hyphen.</summary>
    public static string PostalCode(string? text)
    {
        var code = Line(ReplaceHyphens(Latin(text))).TrimStart('〒', '〶', ' ');
        return JapanesePostalCode().IsMatch(code) ? code.Replace("-", "", StringComparison.Ordinal) : code;
    }

    /// <summary>The last part of an uploaded file's name, safe to show and to store: no folder, nothing invisible, an end of 200 units at most.</summary>
    public static string FileName(string? text)
    {
        var name = Line((text ?? "").Split('/', '\\')[^1]);
        var visible = string.Concat(name.EnumerateRunes().Where(r => !IsForbidden(r, default)).Select(r => r.ToString()));
        return Line(visible.Length <= MaxFileName ? visible : visible[^MaxFileName..]);
    }

    /// <summary>Readings: full-width katakana with composed voicing marks, from half-width kana or hiragana.</summary>
    public static string Katakana(string? text)
    {
        // The standing voicing marks ゛ and ゜ decompose to a space and a mark, which would tear the kana apart.
        var joined = (text ?? "").Replace('\u309B', '\u3099').Replace('\u309C', '\u309A');
        return new string([.. Latin(joined).Select(Katakana)]);
    }

    /// <summary>Names and codes in Latin letters: full-width letters as plain ones, spaces as in <see cref="Line"/>.</summary>
    public static string Latin(string? text) => Line(UnicodeForms.Nfkc(text ?? ""));

    /// <summary>Telephone numbers in the groups that were typed: （０３）１２３４ー５６７８ gives 03-1234-5678.</summary>
    public static string Phone(string? text) =>
        PhoneGaps().Replace(ReplaceHyphens(UnicodeForms.Nfkc(text ?? "")), "-").Trim('-');

    /// <summary>
    /// Controls (but for LF and TAB), direction overrides and characters that show nothing, or half of one. Kept: a variation
    /// selector after a kanji (葛󠄀), and what holds an emoji together.
    /// </summary>
    public static bool HasForbidden(string text)
    {
        var before = default(Rune);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsForbidden(rune, before))
                return true;
            before = rune;
        }
        return false;
    }

    /// <summary>Length as a reader counts it: user-perceived characters (UAX #29), so 葛󠄀 and a family emoji are one each.</summary>
    public static int Length(string? text) => new StringInfo(Prose(text)).LengthInTextElements;

    /// <summary>Whether a reader counts no more than so many characters, and a column of <see cref="UnitsEach"/> units for each holds them.</summary>
    public static bool Fits(string? text, int max) => Length(text) <= max && Prose(text).Length <= UnitsEach * max;

    /// <summary>UTF-16 units in a JSON column, where quotes, angle brackets and each half of a character such as 𠮷 take six.</summary>
    public static int JsonLength(string? text) => s_json.Encode(Prose(text)).Length;

    private static bool IsForbidden(Rune rune, Rune before)
    {
        if (rune == Rune.ReplacementChar || (Rune.IsControl(rune) && rune.Value is not ('\n' or '\t')))
            return true;
        if (!Characters.IsIgnorable(rune))
            return false;
        return !(Characters.IsVariationSelector(rune) && Characters.IsIdeograph(before))
            && !(Characters.IsEmojiSelector(rune) && (Characters.IsEmoji(before) || Characters.HasEmojiForm(before)))
            && !(Characters.IsJoiner(rune) && (Characters.IsEmoji(before) || Characters.IsEmojiSelector(before)));
    }

    private static char Katakana(char c) => c is >= 'ぁ' and <= 'ゖ' or 'ゝ' or 'ゞ' ? (char)(c + HiraganaToKatakana) : c;

    private static bool IsBracketOrPostalMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.OpenPunctuation or UnicodeCategory.ClosePunctuation || rune.Value is '〒' or '〶';

    private static string ReplaceHyphens(string text) =>
        string.Concat(text.EnumerateRunes().Select(rune => Characters.IsHyphenLike(rune) ? "-" : rune.ToString()));

    private static string Keep(string text, Func<Rune, bool> isKept) =>
        string.Concat(text.EnumerateRunes().Where(isKept).Select(rune => rune.ToString()));

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[-\s().]+")]
    private static partial Regex PhoneGaps();

    [GeneratedRegex(@"^[0-9]{3}-[0-9]{4}$")]
    private static partial Regex JapanesePostalCode();
}
