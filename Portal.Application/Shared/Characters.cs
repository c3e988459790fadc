using System.Globalization;
using System.Text;

namespace Portal.Application.Shared;

/// <summary>What a character is, for names and search in two scripts. Ranges are those of the Unicode Character Database.</summary>
internal static class Characters
{
    private const int JapaneseLongVowel = 0x30FC, MinusSign = 0x2212, SoftHyphen = 0x00AD, HyphenBullet = 0x2043, ZeroWidthJoiner = 0x200D;

    private static readonly (int First, int Last)[] Ideographs =
        [(0x2E80, 0x2FDF), (0x3005, 0x3007), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF)];

    /// <summary>Unicode's Default_Ignorable_Code_Point: characters that show nothing.</summary>
    private static readonly (int First, int Last)[] Ignorables =
    [
        (0x00AD, 0x00AD), (0x034F, 0x034F), (0x061C, 0x061C), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F),
        (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0x3164, 0x3164), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF),
        (0xFFA0, 0xFFA0), (0xFFF0, 0xFFF8), (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A), (0xE0000, 0xE0FFF),
    ];

    public static bool IsIdeograph(Rune rune) => In(Ideographs, rune.Value);

    public static bool IsKana(Rune rune) => rune.Value is >= 0x3041 and <= 0x30FF or >= 0xFF66 and <= 0xFF9F;

    public static bool IsIgnorable(Rune rune) => In(Ignorables, rune.Value);

    public static bool IsVariationSelector(Rune rune) => rune.Value is >= 0xFE00 and <= 0xFE0F or >= 0xE0100 and <= 0xE01EF;

    /// <summary>The selectors that only choose between a text and a colour form of an emoji.</summary>
    public static bool IsEmojiSelector(Rune rune) => rune.Value is 0xFE0E or 0xFE0F;

    public static bool IsJoiner(Rune rune) => rune.Value is ZeroWidthJoiner;

    /// <summary>A symbol or a skin tone: what a joiner may follow.</summary>
    public static bool IsEmoji(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol or UnicodeCategory.MathSymbol || rune.Value is >= 0x1F3FB and <= 0x1F3FF;

    /// <summary>Punctuation and digits that also have an emoji form: ‼️, 1️⃣.</summary>
    public static bool HasEmojiForm(Rune rune) => rune.Value is >= '0' and <= '9' or '#' or '*' or 0x203C or 0x2049 or 0x3030 or 0x303D;

    /// <summary>Dashes of any kind; the Japanese long-vowel mark too, which keyboards give instead of a hyphen.</summary>
    public static bool IsHyphenLike(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.DashPunctuation
        || rune.Value is JapaneseLongVowel or MinusSign or SoftHyphen or HyphenBullet or '~';

    public static bool IsMiddleDot(Rune rune) => rune.Value is 0x00B7 or 0x2022 or 0x2027 or 0x2219 or 0x22C5 or 0x30FB or 0xFF65;

    public static bool IsApostrophe(Rune rune) => rune.Value is '\'' or '`' or 0x00B4 or 0x02B9 or 0x02BB or 0x02BC or 0x2018 or 0x2019 or 0x2032;

    private static bool In((int First, int Last)[] ranges, int value) => Array.Exists(ranges, r => value >= r.First && value <= r.Last);
}
