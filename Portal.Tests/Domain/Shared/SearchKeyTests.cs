using Portal.Application.Shared;
using Xunit;

namespace Portal.Tests.Domain.Shared;

public sealed class SearchKeyTests
{
    [Theory]
    [InlineData("さいとう", "サイトウ", "ｻｲﾄｳ", "さい とう")]
    [InlineData("斎藤", "齋藤", "斉藤", "齊藤")]
    [InlineData("SAITO", "ＳＡＩＴＯ", "saito", "Ｓａｉｔｏ")]
    [InlineData("高橋", "髙橋", "高　橋", "髙\uFE00橋")]
    [InlineData("山崎", "山﨑", "山 崎", "山嵜")]
    [InlineData("葛城", "葛\U000E0100城", "葛 城", "葛城")]
    [InlineData("吉田", "𠮷田", "吉 田", "吉田")]
    [InlineData("がぎぐ", "ガギグ", "ｶﾞｷﾞｸﾞ", "か\u3099き\u3099く\u3099")]
    [InlineData("システム", "シスてム", "ｼｽﾃﾑ", "しすてむ")]
    [InlineData("ジョン・スミス", "ジョンスミス", "ｼﾞｮﾝ･ｽﾐｽ", "ジョン スミス")]
    [InlineData("データ", "デ-タ", "でーた", "ﾃﾞｰﾀ")]
    [InlineData("O'Brien", "O’Brien", "OBRIEN", "o brien")]
    [InlineData("José Müller", "Jose Muller", "JOSE MULLER", "Jose\u0301 Mu\u0308ller")]
    [InlineData("CF27-004182", "ＣＦ２７ー００４１８２", "cf27 004182", "CF27−004182")]
    public void One_word_typed_in_four_ways_has_one_key(string first, string second, string third, string fourth)
    {
        var key = SearchKey.Fold(first);
        Assert.NotEmpty(key);
        Assert.Equal([key, key, key], new[] { second, third, fourth }.Select(SearchKey.Fold));
    }

    [Theory]
    [InlineData("かき", "がき")]
    [InlineData("びよういん", "びょういん")]
    [InlineData("佐藤", "左藤")]
    [InlineData("東京", "京東")]
    public void Different_words_keep_different_keys(string first, string second) =>
        Assert.NotEqual(SearchKey.Fold(first), SearchKey.Fold(second));

    [Fact]
    public void A_part_of_a_word_has_a_part_of_its_key() =>
        Assert.Contains(SearchKey.Fold("ｻｲﾊﾞｰ"), SearchKey.Fold("日米サイバー人材ポータル"));

    [Theory]
    [InlineData("ヴァイオリン サイトウ 髙﨑 José ㈱ Ｔｅｓｔ")]
    [InlineData("ヷヸヹヺ ヾヽ 々 ゟ ヿ")]
    public void Folding_a_key_changes_nothing(string text)
    {
        var key = SearchKey.Fold(text);
        Assert.Equal(key, SearchKey.Fold(key));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("　 ー・")]
    public void Nothing_to_search_is_an_empty_key(string? text) => Assert.Empty(SearchKey.Fold(text));

    // Not InlineData: the compiler would mend the half pair in an attribute.
    [Fact]
    public void Broken_text_is_folded_without_an_exception() =>
        Assert.All(["a\uD800b", "a\uDC00b", "a\uFFFEb"], text => Assert.Equal("a\uFFFDb", SearchKey.Fold(text)));
}
