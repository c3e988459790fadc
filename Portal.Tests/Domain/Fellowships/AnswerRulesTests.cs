using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;
using Xunit;

namespace Portal.Tests.Domain.Fellowships;

/// <summary>Accept what people type, store one form, say what is wrong.</summary>
public sealed class AnswerRulesTests
{
    private const string Family = "👨‍👩‍👧‍👦";

    [Theory]
    [InlineData(FieldKind.Line, "  髙﨑　葛\U000E0100葉 ", "髙﨑 葛\U000E0100葉")]
    [InlineData(FieldKind.Line, "\uFA19", "\uFA19")]
    [InlineData(FieldKind.Line, "e\u0301cole", "école")]
    [InlineData(FieldKind.Prose, "一行目\r\n二行目 ", "一行目\n二行目 ")]
    [InlineData(FieldKind.Kana, "ﾀｶｻｷ", "タカサキ")]
    [InlineData(FieldKind.Kana, "ｼﾞｮﾝ･ｽﾐｽ", "ジョン・スミス")]
    [InlineData(FieldKind.Kana, "たかさき", "タカサキ")]
    [InlineData(FieldKind.Latin, "ＴＡＫＡＳＡＫＩ", "TAKASAKI")]
    [InlineData(FieldKind.Phone, "（０３）１２３４ー５６７８", "03-1234-5678")]
    [InlineData(FieldKind.Phone, "+1 (202) 555-0100", "+1-202-555-0100")]
    [InlineData(FieldKind.PostalCode, "〒１００ー８９２６", "1008926")]
    [InlineData(FieldKind.PostalCode, "〒 100-8926", "1008926")]
    [InlineData(FieldKind.PostalCode, "20500–0003", "20500-0003")]
    [InlineData(FieldKind.PostalCode, "SW1A 1AA", "SW1A 1AA")]
    [InlineData(FieldKind.Date, "２０２４-２-３", "2024-2-3")]
    [InlineData(FieldKind.Date, "--", "")]
    [InlineData(FieldKind.Date, "2024--3", "2024--3")]
    [InlineData(FieldKind.YearMonth, "２０２４-０４", "2024-04")]
    [InlineData(FieldKind.Choices, "b\na\n\nb", "a\nb")]
    [InlineData(FieldKind.Choice, " a ", "a")]
    [InlineData(FieldKind.File, "cv.pdf", "")]
    [InlineData(FieldKind.Line, null, "")]
    public void What_people_type_is_stored_in_one_form(FieldKind kind, string? typed, string stored) =>
        Assert.Equal(stored, AnswerRules.Clean(Field(kind), typed));

    [Theory]
    [InlineData(FieldKind.Line, "髙﨑葛\U000E0100")]
    [InlineData(FieldKind.Line, "𠮷")]
    [InlineData(FieldKind.Prose, "一行目\n\t二行目 " + Family)]
    [InlineData(FieldKind.Kana, "タカサキ")]
    [InlineData(FieldKind.Kana, "ジョン・スミス ジュニア")]
    [InlineData(FieldKind.Kana, "ヴァイオレット")]
    [InlineData(FieldKind.Latin, "O'Brien-Núñez Jr.")]
    [InlineData(FieldKind.Latin, "Keali\u02BBi")]
    [InlineData(FieldKind.Phone, "03-1234-5678")]
    [InlineData(FieldKind.Phone, "+1-202-555-0100-ext-12")]
    [InlineData(FieldKind.Phone, "03-1234-5678-内線-12")]
    [InlineData(FieldKind.PostalCode, "1008926")]
    [InlineData(FieldKind.PostalCode, "20500-0003")]
    [InlineData(FieldKind.PostalCode, "SW1A 1AA")]
    [InlineData(FieldKind.Date, "2024-2-29")]
    [InlineData(FieldKind.Date, "1900-01-01")]
    [InlineData(FieldKind.YearMonth, "2024-4")]
    [InlineData(FieldKind.YesNo, "no")]
    [InlineData(FieldKind.MustBeYes, "yes")]
    [InlineData(FieldKind.Tick, "yes")]
    [InlineData(FieldKind.MustTick, "yes")]
    [InlineData(FieldKind.Choice, "a")]
    [InlineData(FieldKind.Choices, "a\nb")]
    [InlineData(FieldKind.Country, "JPN")]
    [InlineData(FieldKind.Certification, TestData.Certification)]
    [InlineData(FieldKind.WorkRole, TestData.WorkRole)]
    public void A_good_answer_has_no_problem(FieldKind kind, string value) => Assert.Null(Problem(Field(kind), value));

    [Theory]
    [InlineData(FieldKind.Line, "\u202Eevil", "Forbidden")]
    [InlineData(FieldKind.Line, "a\0b", "Forbidden")]
    [InlineData(FieldKind.Prose, "zero\u200Bwidth", "Forbidden")]
    [InlineData(FieldKind.Kana, "髙﨑", "KanaOnly")]
    [InlineData(FieldKind.Kana, "Takasaki", "KanaOnly")]
    [InlineData(FieldKind.Latin, "タカサキ", "LatinOnly")]
    [InlineData(FieldKind.Latin, "Т", "LatinOnly")] // Cyrillic
    [InlineData(FieldKind.Phone, "12345", "PhoneInvalid")]
    [InlineData(FieldKind.Phone, "1234567890123456", "PhoneInvalid")]
    [InlineData(FieldKind.Phone, "call-me-123456", "PhoneInvalid")]
    [InlineData(FieldKind.Phone, "03-1234-5678\u202E", "PhoneInvalid")]
    [InlineData(FieldKind.PostalCode, "霞が関", "PostalInvalid")]
    [InlineData(FieldKind.PostalCode, "12", "PostalInvalid")]
    [InlineData(FieldKind.Date, "2024-2-30", "DateNotReal")]
    [InlineData(FieldKind.Date, "2023-2-29", "DateNotReal")]
    [InlineData(FieldKind.Date, "2024--3", "DateNotReal")]
    [InlineData(FieldKind.Date, "24-2-3", "DateNotReal")]
    [InlineData(FieldKind.Date, "2024-13-1", "DateNotReal")]
    [InlineData(FieldKind.Date, "2024-2-3-4", "DateNotReal")]
    [InlineData(FieldKind.Date, "abcd-2-3", "DateNotReal")]
    [InlineData(FieldKind.Date, "0085-2-3", "DateTooEarly")]
    [InlineData(FieldKind.YearMonth, "2024-", "MonthNotReal")]
    [InlineData(FieldKind.YearMonth, "2024", "MonthNotReal")]
    [InlineData(FieldKind.YearMonth, "2024-13", "MonthNotReal")]
    [InlineData(FieldKind.YearMonth, "2024-2-3", "MonthNotReal")]
    [InlineData(FieldKind.YesNo, "maybe", "Choose")]
    [InlineData(FieldKind.MustBeYes, "no", "MustBeYes")]
    [InlineData(FieldKind.MustBeYes, "1", "Choose")]
    [InlineData(FieldKind.Tick, "on", "Choose")]
    [InlineData(FieldKind.Choice, "c", "Choose")]
    [InlineData(FieldKind.Choice, "a b", "Choose")]
    [InlineData(FieldKind.Choices, "a\nc", "Choose")]
    [InlineData(FieldKind.Country, "Japan", "Choose")]
    [InlineData(FieldKind.Country, "jpn", "Choose")]
    [InlineData(FieldKind.Certification, "NONE", "Choose")]
    [InlineData(FieldKind.WorkRole, "ZZ-WRL-999", "Choose")]
    public void A_bad_answer_says_what_is_wrong(FieldKind kind, string value, string code) =>
        Assert.Equal(("Fellowships.Answer." + code, "key"), Said(Problem(Field(kind), value)));

    [Theory]
    [InlineData(FieldKind.Line, "Missing")]
    [InlineData(FieldKind.Prose, "Missing")]
    [InlineData(FieldKind.Kana, "Missing")]
    [InlineData(FieldKind.Latin, "Missing")]
    [InlineData(FieldKind.Phone, "Missing")]
    [InlineData(FieldKind.PostalCode, "Missing")]
    [InlineData(FieldKind.Tick, "Missing")]
    [InlineData(FieldKind.Date, "DateMissing")]
    [InlineData(FieldKind.YearMonth, "DateMissing")]
    [InlineData(FieldKind.YesNo, "Choose")]
    [InlineData(FieldKind.MustBeYes, "Choose")]
    [InlineData(FieldKind.MustTick, "MustTick")]
    [InlineData(FieldKind.Choice, "Choose")]
    [InlineData(FieldKind.Choices, "Choose")]
    [InlineData(FieldKind.Country, "Choose")]
    [InlineData(FieldKind.Certification, "Choose")]
    [InlineData(FieldKind.WorkRole, "Choose")]
    [InlineData(FieldKind.File, "FileMissing")]
    public void A_missing_answer_is_asked_for_in_the_words_of_its_kind(FieldKind kind, string code)
    {
        Assert.Equal(("Fellowships.Answer." + code, "key"), Said(Problem(Field(kind), "")));
        Assert.Null(Problem(Field(kind) with { IsRequired = false }, ""));
    }

    [Theory]
    [InlineData("   ")]
    [InlineData("\n\t\n")]
    [InlineData("　")]
    public void Blank_lines_are_no_answer(string value) =>
        Assert.Equal("Fellowships.Answer.Missing", Problem(Field(FieldKind.Prose), AnswerRules.Clean(Field(FieldKind.Prose), value))?.Code);

    [Theory]
    [InlineData("あ", 100, true)]
    [InlineData("あ", 101, false)]
    [InlineData("葛\U000E0100", 100, true)]
    [InlineData("𠮷", 100, true)]
    public void Length_counts_what_a_reader_counts(string character, int times, bool isFine)
    {
        var problem = Problem(Field(FieldKind.Line) with { MaxLength = 100 }, string.Concat(Enumerable.Repeat(character, times)));
        Assert.Equal(isFine, problem is null);
    }

    [Fact]
    public void Too_long_says_by_how_much()
    {
        var problem = Problem(Field(FieldKind.Line) with { MaxLength = 100 }, new string('あ', 103))!;
        Assert.Equal(("Fellowships.Answer.TooLong", 100, 3), (problem.Code, problem.Slots!["Max"], problem.Slots["Over"]));
    }

    [Fact]
    public void A_single_character_with_endless_marks_is_too_long() =>
        Assert.Equal("Fellowships.Answer.TooLong", Problem(Field(FieldKind.Line) with { MaxLength = 100 }, "a" + new string('\u0335', 1000))?.Code);

    [Theory]
    [InlineData("1")]
    [InlineData("-")]
    [InlineData("ー")]
    [InlineData("z\n")]
    [InlineData("\uD83D")]
    public void Very_long_input_of_any_kind_is_a_problem_and_nothing_worse(string piece)
    {
        var typed = string.Concat(Enumerable.Repeat(piece, 20_000));
        Assert.All(Enum.GetValues<FieldKind>(), kind =>
        {
            var field = Field(kind) with { MaxLength = 100 };
            Assert.NotNull(Problem(field, AnswerRules.Clean(field, typed)));
        });
    }

    private static FormField Field(FieldKind kind) => new(ApplicationSectionKind.AboutYou, "key", kind, true, 0, ["a", "b"], "Text");

    private static Error? Problem(FormField field, string value) => AnswerRules.Problem(field, value, TestData.Catalogue);

    private static (string?, string?) Said(Error? error) => (error?.Code, error?.Field);
}
