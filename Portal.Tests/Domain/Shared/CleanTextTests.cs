using Portal.Application.Shared;
using Xunit;

namespace Portal.Tests.Domain.Shared;

public sealed class CleanTextTests
{
    private const string Family = "👨‍👩‍👧‍👦";

    public static TheoryData<string> Names =>
    [
        "髙橋", "山﨑", "葛\U000E0100城", "𠮷田", "神\uFA19谷", "\U0002F81A", "斎藤", "O'Brien", "D’Angelo", "Smith-Jones", "Nguyễn", "Ng", "Q", "李",
        "María de los Ángeles", "ジョン・スミス", "サトー", string.Concat(Enumerable.Repeat("Wolfeschlegel", 12)), new string('寿', 120),
    ];

    [Theory, MemberData(nameof(Names))]
    public void A_name_is_stored_as_typed_and_allowed(string name)
    {
        Assert.Equal(name, CleanText.Line(name));
        Assert.Equal(name, CleanText.Prose(name));
        Assert.False(CleanText.HasForbidden(name));
    }

    [Theory]
    [InlineData("  佐藤　花子 ", "佐藤 花子")]
    [InlineData("a \t\r\n b", "a b")]
    [InlineData("か\u3099", "が")]
    [InlineData("e\u0301", "é")]
    [InlineData("㈱サイバー", "㈱サイバー")]
    [InlineData(null, "")]
    public void A_line_is_composed_and_has_single_spaces(string? typed, string stored) => Assert.Equal(stored, CleanText.Line(typed));

    [Theory]
    [InlineData("a\r\nb\rc\nd\n\n  e\t", "a\nb\nc\nd\n\n  e\t")]
    [InlineData(null, "")]
    public void Prose_keeps_its_lines_and_indents(string? typed, string stored) => Assert.Equal(stored, CleanText.Prose(typed));

    [Theory]
    [InlineData("〒１００ー８９２６", "1008926")]
    [InlineData("100-8926", "1008926")]
    [InlineData("（１２３）４５‐６−７—８ 9", "123456789")]
    [InlineData("12A4", "12A4")]
    [InlineData("1.5", "1.5")]
    [InlineData(null, "")]
    public void Digits_lose_their_marks_but_never_a_letter(string? typed, string stored) => Assert.Equal(stored, CleanText.Digits(typed));

    [Theory]
    [InlineData("ｻﾄｳ", "サトウ")]
    [InlineData("ｶﾞｷﾞﾊﾟｰ", "ガギパー")]
    [InlineData("さとう　はなこ", "サトウ ハナコ")]
    [InlineData("ｼﾞｮﾝ･ｽﾐｽ", "ジョン・スミス")]
    [InlineData("カ゛ハ゜ゔゝ", "ガパヴヽ")]
    [InlineData("佐藤", "佐藤")]
    [InlineData(null, "")]
    public void Readings_become_full_width_katakana(string? typed, string stored) => Assert.Equal(stored, CleanText.Katakana(typed));

    [Theory]
    [InlineData("　ＳＡＴＯ　Ｈａｎａｋｏ ", "SATO Hanako")]
    [InlineData("O’Brien", "O’Brien")]
    [InlineData(null, "")]
    public void Latin_names_lose_full_width(string? typed, string stored) => Assert.Equal(stored, CleanText.Latin(typed));

    [Theory]
    [InlineData("０９０ー１２３４ー５６７８", "090-1234-5678")]
    [InlineData("（０３）１２３４ー５６７８", "03-1234-5678")]
    [InlineData("＋８１ ３ 1234 5678", "+81-3-1234-5678")]
    [InlineData("+1 (202) 555-0100", "+1-202-555-0100")]
    [InlineData("202.555.0100", "202-555-0100")]
    [InlineData("09012345678", "09012345678")]
    [InlineData("03-1234-5678 内線9", "03-1234-5678-内線9")]
    [InlineData(null, "")]
    public void Telephone_numbers_keep_their_groups(string? typed, string stored) => Assert.Equal(stored, CleanText.Phone(typed));

    [Theory]
    [InlineData("a\u0000b")]
    [InlineData("a\rb")]
    [InlineData("a\u007F")]
    [InlineData("a\u0085b")]
    [InlineData("abc\u202Egpj.exe")]
    [InlineData("\u2067a\u2069")]
    [InlineData("a\u200Bb")]
    [InlineData("a\u200Db")]
    [InlineData("1\u200D2")]
    [InlineData("sato\uFE0F")]
    [InlineData("\u3164")]
    [InlineData("a\u00ADb")]
    [InlineData("\uFEFFa")]
    [InlineData("a\U000E0041")]
    [InlineData("\U000E0100葛")]
    [InlineData("葛\U000E0100\U000E0101")]
    public void Unseen_or_broken_characters_are_forbidden(string text) => Assert.True(CleanText.HasForbidden(text));

    [Theory]
    [InlineData("a\tb\nc")]
    [InlineData(Family)]
    [InlineData("❤️ ‼️ 1️⃣ 👍🏽 🏳️‍🌈 👩🏽‍💻")]
    [InlineData("日本語、English – “quoted”…")]
    public void Ordinary_prose_and_emoji_are_allowed(string text) => Assert.False(CleanText.HasForbidden(text));

    [Theory]
    [InlineData(Family, 1)]
    [InlineData("葛\U000E0100城", 2)]
    [InlineData("𠮷田", 2)]
    [InlineData("か\u3099", 1)]
    [InlineData("a\r\nb", 3)]
    [InlineData("", 0)]
    [InlineData(null, 0)]
    public void Length_is_what_a_reader_counts(string? text, int length) => Assert.Equal(length, CleanText.Length(text));

    // Not InlineData: the compiler would mend the half pair in an attribute.
    [Fact]
    public void Text_that_cannot_be_normalised_is_marked_and_then_refused() => Assert.All(["a\uD800", "a\uDC00", "a\uFFFE"], text =>
    {
        var stored = CleanText.Line(text);
        Assert.Equal("a\uFFFD", stored);
        Assert.True(CleanText.HasForbidden(stored));
    });
}
