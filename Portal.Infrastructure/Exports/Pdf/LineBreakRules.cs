using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Portal.Infrastructure.Exports.Pdf;

/// <summary>Where a line may end: kinsoku of JIS X 4051 (characters that never begin or never end a line) and whole Latin words.</summary>
internal static class LineBreakRules
{
    private static readonly FrozenSet<Rune> s_neverFirst = Set(
        "、。，．,.・：；:;？！?!‼⁇⁈⁉゛゜ヽヾゝゞ々〻ー―…‥〜～゠–’”）)〕]］}｝〉》」』】〙〗｠»"
        + "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ｡｣､･ｧｨｩｪｫｬｭｮｯｰﾞﾟ％%‰℃°′″");

    private static readonly FrozenSet<Rune> s_neverLast = Set("‘“（(〔[［{｛〈《「『【〘〖｟«｢￥¥＄$£＃#№");

    /// <summary>May the line end just before the character at <paramref name="at"/>?</summary>
    public static bool MayBreak(ReadOnlySpan<Rune> text, int at)
    {
        var (before, after) = (text[at - 1], text[at]);
        if (s_neverFirst.Contains(after) || s_neverLast.Contains(before) || IsMark(after) || IsBlank(after) || IsGlue(before) || IsGlue(after))
        {
            return false;
        }

        return IsBlank(before) || IsWide(before) || IsWide(after) || EndsHyphenatedPart(text, at);
    }

    public static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    // Not in numbers: a date or telephone number stays on one line.
    private static bool EndsHyphenatedPart(ReadOnlySpan<Rune> text, int at) =>
        text[at - 1].Value is '-' or 0x2010 && at > 1 && Rune.IsLetter(text[at - 2]) && Rune.IsLetter(text[at]);

    private static bool IsBlank(Rune rune) => Rune.IsWhiteSpace(rune) && !IsGlue(rune);

    private static bool IsGlue(Rune rune) => rune.Value is 0x00A0;

    // East Asian wide and half-width kana (Unicode Standard Annex 11), in blocks.
    private static bool IsWide(Rune rune) => rune.Value
        is (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF)
        or (>= 0xFE30 and <= 0xFE4F) or (>= 0xFF00 and <= 0xFFEF) or (>= 0x20000 and <= 0x3FFFF);

    private static FrozenSet<Rune> Set(string characters) => characters.EnumerateRunes().ToFrozenSet();
}
