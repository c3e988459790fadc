using System.Text;

namespace Portal.Application.Shared;

/// <summary>
/// 五十音順 as a plain key, after JIS X 4061: voicing, small kana and long vowels count only when the rest is equal,
/// so ガカ comes before カキ and マーク beside マアク.
/// </summary>
internal static class KanaOrder
{
    private const string Small = "ァィゥェォッャュョヮヵヶ", Large = "アイウエオツヤユヨワカケ";

    private static readonly (char Vowel, string Kana)[] Columns =
    [
        ('ア', "アカサタナハマヤラワ"), ('イ', "イキシチニヒミリヰ"), ('ウ', "ウクスツヌフムユル"), ('エ', "エケセテネヘメレヱ"), ('オ', "オコソトノホモヨロヲ"),
    ];

    /// <summary>Both parts by their plain kana, then as written. A space sorts before every kana, so サト アキ comes before サトウ アイ.</summary>
    public static string Key(string family, string given)
    {
        var written = $"{family} {given}".Trim();
        return written.Length == 0 ? "" : $"{Plain(written)}  {written}";
    }

    private static string Plain(string katakana)
    {
        var plain = new StringBuilder();
        foreach (var c in katakana.Normalize(NormalizationForm.FormD).Where(c => c is not ('\u3099' or '\u309A' or '・')))
            plain.Append(c == 'ー' && plain.Length > 0 ? Vowel(plain[^1]) : Enlarged(c));
        return plain.ToString();
    }

    private static char Enlarged(char c) => Small.IndexOf(c) is >= 0 and var index ? Large[index] : c;

    private static char Vowel(char before) => Array.Find(Columns, column => column.Kana.Contains(before)) is (var vowel, not null) ? vowel : before;
}
