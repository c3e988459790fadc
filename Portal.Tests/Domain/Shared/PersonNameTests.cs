using Portal.Application.Shared;
using Xunit;

namespace Portal.Tests.Domain.Shared;

public sealed class PersonNameTests
{
    private static readonly PersonName Hanako = new("佐藤", "花子", "サトウ", "ハナコ", "Sato", "Hanako", null);
    private static readonly PersonName Sean = new(null, null, null, null, "O'Brien", "Seán", "Shay");

    [Fact]
    public void A_japanese_name_is_family_given_in_japanese() => Assert.Equal("佐藤 花子", Hanako.In("ja"));

    [Fact]
    public void A_japanese_name_shows_its_family_name_in_capitals_in_english() => Assert.Equal("Hanako SATO", Hanako.In("en"));

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public void Another_name_stays_as_its_owner_wrote_it(string language) => Assert.Equal("Seán O'Brien", Sean.In(language));

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public void A_single_name_stands_alone(string language) =>
        Assert.Equal("Suharto", new PersonName(null, null, null, null, "Suharto", "", null).In(language));

    [Fact]
    public void A_native_name_in_another_script_keeps_given_family_order() =>
        Assert.Equal("Олена Шевченко", new PersonName("Шевченко", "Олена", null, null, "Shevchenko", "Olena", null).In("ja"));

    [Fact]
    public void A_name_without_latin_letters_still_shows_in_english() =>
        Assert.Equal("佐藤 花子", new PersonName("佐藤", "花子", null, null, null, null, null).In("en"));

    [Fact]
    public void Kanji_outside_the_basic_plane_and_variants_survive() =>
        Assert.Equal("𠮷田 葛\U000E0100", new PersonName("𠮷田", "葛\U000E0100", null, null, "Yoshida", "Kuzu", null).In("ja"));

    [Fact]
    public void A_space_inside_a_name_never_splits_it() =>
        Assert.Equal("Ana María De la Cruz", new PersonName(null, null, null, null, "De la Cruz", "Ana María", null).In("en"));

    [Fact]
    public void An_empty_name_is_empty_and_not_an_exception() =>
        Assert.Equal("", new PersonName(null, null, null, null, null, null, null).In("en"));

    [Fact]
    public void Japanese_lists_follow_the_reading() => Assert.Equal(
        ["阿部", "齋藤", "佐藤", "渡辺"],
        Sorted("ja", Named("渡辺", "ワタナベ", ""), Named("佐藤", "サトウ", ""), Named("齋藤", "さいとう", ""), Named("阿部", "ｱﾍﾞ", "")));

    [Fact]
    public void A_shorter_family_name_comes_before_a_longer_one_whatever_the_given_name() => Assert.Equal(
        ["里", "佐藤"], Sorted("ja", Named("佐藤", "サトウ", "アイ"), Named("里", "サト", "ユウ")));

    [Theory]
    [InlineData("カカ", "ガカ", "カキ", "ガキ")]
    [InlineData("ショウ", "シヨウ", "シヨエ", "ジョエ")]
    [InlineData("マアク", "マーク", "マアコ", "マーコ")]
    public void Voicing_small_kana_and_long_vowels_count_only_when_the_rest_is_equal(params string[] inOrder) =>
        Assert.Equal(inOrder, Sorted("ja", [.. inOrder.Reverse().Select(reading => Named(reading, reading, ""))]));

    [Fact]
    public void English_lists_follow_the_latin_family_name_without_accents_or_case() => Assert.Equal(
        ["Nakamura", "O'Brien", "ÓBRIEN", "Ono", "Ōtani", "sato"],
        Sorted("en", [.. new[] { "sato", "Ōtani", "Ono", "ÓBRIEN", "Nakamura", "O'Brien" }.Select(f => new PersonName(f, null, null, null, f, f[..1] == "Ó" ? "B" : "A", null))]));

    [Fact]
    public void Who_has_no_reading_is_sorted_by_latin_name_and_before_the_readings() => Assert.Equal(
        ["O'Brien", "佐藤"], Sorted("ja", Hanako, Sean with { NativeFamily = "O'Brien" }));

    private static PersonName Named(string native, string kana, string givenKana) => new(native, null, kana, givenKana, null, null, null);

    private static IEnumerable<string?> Sorted(string language, params PersonName[] people) =>
        people.OrderBy(p => p.SortKey(language), StringComparer.Ordinal).Select(p => p.NativeFamily);
}
