namespace Portal.Application.Shared;

/// <summary>
/// A name in the scripts its owner gave: native, reading in katakana, Latin as on the passport. One name alone goes into a family
/// field. A name is never split, turned round or spelt from its reading here: only its owner knows how.
/// </summary>
/// <param name="KnownAs">What the person likes to be called; not used in decisions and certificates.</param>
public sealed record PersonName(
    string? NativeFamily, string? NativeGiven,
    string? KanaFamily, string? KanaGiven,
    string? LatinFamily, string? LatinGiven,
    string? KnownAs)
{
    /// <summary>The full name on a page: 姓 名 in Japanese; in English Given FAMILY for names in Japanese script, Given Family for others.</summary>
    public string In(string language) => language == "ja"
        ? FirstGiven(Native, Latin, Kana, KnownAs)
        : FirstGiven(Latin, Native, Kana, KnownAs);

    /// <summary>
    /// What lists are sorted by, in ordinal order: the reading in Japanese (no collation knows how a kanji name is read),
    /// the Latin family name in English. People without one come by their other name.
    /// </summary>
    public string SortKey(string language)
    {
        var kana = KanaOrder.Key(CleanText.Katakana(KanaFamily), CleanText.Katakana(KanaGiven));
        var latin = Joined(SearchKey.Fold(LatinFamily), SearchKey.Fold(LatinGiven));
        var native = Joined(SearchKey.Fold(NativeFamily), SearchKey.Fold(NativeGiven));
        return language == "ja" ? FirstGiven(kana, latin, native, KnownAs) : FirstGiven(latin, kana, native, KnownAs);
    }

    private string Native => IsJapanese ? Joined(NativeFamily, NativeGiven) : Joined(NativeGiven, NativeFamily);

    private string Kana => Joined(KanaFamily, KanaGiven);

    private string Latin => Joined(LatinGiven, IsJapanese ? LatinFamily?.ToUpperInvariant() : LatinFamily);

    private bool IsJapanese => (NativeFamily + NativeGiven).EnumerateRunes().Any(rune => Characters.IsIdeograph(rune) || Characters.IsKana(rune));

    private static string Joined(string? first, string? second) =>
        string.Join(' ', new[] { first, second }.Where(part => !string.IsNullOrWhiteSpace(part)));

    private static string FirstGiven(params ReadOnlySpan<string?> candidates)
    {
        foreach (var candidate in candidates)
            if (!string.IsNullOrWhiteSpace(candidate))
                return candidate;
        return "";
    }
}
