using System.Text;

namespace Portal.Application.Shared;

/// <summary>
/// What is stored beside a text, and made of a query, so that both meet however they were typed:
/// さいとう, サイトウ and ｻｲﾄｳ; 斎藤, 齋藤 and 斉藤; SAITO and ＳＡＩＴＯ; José and Jose.
/// </summary>
public static class SearchKey
{
    private const int KatakanaToHiragana = 0x60;

    /// <summary>The key; empty for null. Folding a key again changes nothing.</summary>
    public static string Fold(string? text)
    {
        var key = new StringBuilder();
        foreach (var rune in WithoutAccents(UnicodeForms.Nfkc(text ?? "").ToLowerInvariant()).EnumerateRunes())
            if (!IsDropped(rune))
                key.Append(KanjiVariants.Fold(Hiragana(rune)).ToString());
        return key.ToString();
    }

    /// <summary>Latin accents only: the voicing marks of kana lie in another block and come back when composed.</summary>
    private static string WithoutAccents(string text)
    {
        var decomposed = text.Normalize(NormalizationForm.FormD);
        return new string([.. decomposed.Where(c => c is < '\u0300' or > '\u036F')]).Normalize(NormalizationForm.FormC);
    }

    private static bool IsDropped(Rune rune) =>
        Rune.IsWhiteSpace(rune) || Characters.IsIgnorable(rune) || Characters.IsHyphenLike(rune)
        || Characters.IsMiddleDot(rune) || Characters.IsApostrophe(rune);

    private static Rune Hiragana(Rune rune) =>
        rune.Value is >= 'ァ' and <= 'ヶ' or 'ヽ' or 'ヾ' ? new Rune(rune.Value - KatakanaToHiragana) : rune;
}
