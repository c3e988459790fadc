using Portal.Infrastructure.Exports.Pdf;
using Xunit;

namespace Portal.Tests.Exports;

public sealed class LineBreakerTests
{
    // Every character is one wide, so a limit of 5 is five characters.
    [Theory]
    [InlineData("あいうえおかき", "あいうえお|かき")]
    [InlineData("あいうえお。かき", "あいうえ|お。かき")]
    [InlineData("あいうえ」。かき", "あいう|え」。かき")]
    [InlineData("あいうえおっかき", "あいうえ|おっかき")]
    [InlineData("あいうえお々かき", "あいうえ|お々かき")]
    [InlineData("あいうえおー", "あいうえ|おー")]
    [InlineData("あいうえ（お）", "あいうえ|（お）")]
    [InlineData("あいう「『えお", "あいう|「『えお")]
    [InlineData("あいう《日》本", "あいう|《日》本")]
    [InlineData("日本国IBM社", "日本国|IBM社")]
    [InlineData("one two", "one|two")]
    [InlineData("ab  cd  ef", "ab|cd|ef")]
    [InlineData("abcdefghijkl", "abcde|fghij|kl")]
    [InlineData("ab-cdef", "ab-|cdef")]
    [InlineData("12-3456", "12-34|56")]
    [InlineData("a\u00A0b c\u00A0d", "a\u00A0b|c\u00A0d")]
    [InlineData("。。。。。。。", "。。。。。|。。")]
    [InlineData("一\n\n二", "一||二")]
    [InlineData("", "")]
    [InlineData("　あいうえお", "　あいうえ|お")]
    [InlineData("abcde\u0301fg", "abcd|e\u0301fg")]
    [InlineData("𠮷𠮷𠮷𠮷𠮷𠮷", "𠮷𠮷𠮷𠮷𠮷|𠮷")]
    public void Lines_end_where_they_may(string text, string lines) =>
        Assert.Equal(lines.Split('|'), LineBreaker.Break(text, 5, _ => 1));

    [Fact]
    public void A_character_wider_than_the_line_still_gets_a_line() =>
        Assert.Equal(["あ", "い", "う"], LineBreaker.Break("あいう", 0.5f, _ => 1));

    [Theory]
    [InlineData("、。，．・：；？！」』）】〕〉》〙”’々〻ー…‥〜ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ％")]
    public void These_never_begin_a_line(string characters) => Assert.All(
        characters.EnumerateRunes(),
        never => Assert.All(Widths(), limit => Assert.DoesNotContain(Broken($"あいうえお{never}かきくけこ{never}さ", limit), line => line.StartsWith(never.ToString(), StringComparison.Ordinal))));

    [Theory]
    [InlineData("（「『【〔〈《〘“‘￥＄")]
    public void These_never_end_a_line(string characters) => Assert.All(
        characters.EnumerateRunes(),
        never => Assert.All(Widths(), limit => Assert.DoesNotContain(Broken($"あいうえお{never}かきくけこ{never}さ", limit), line => line.EndsWith(never.ToString(), StringComparison.Ordinal))));

    private static IEnumerable<int> Widths() => Enumerable.Range(2, 10);

    private static IEnumerable<string> Broken(string text, int limit) => LineBreaker.Break(text, limit, _ => 1);
}
