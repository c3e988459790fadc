using System.Globalization;
using System.Resources;
using Portal.Application.Shared;
using Xunit;

namespace Portal.Tests.Pages.Shared;

/// <summary>With the real resources, in the language of the current thread as on a page.</summary>
public sealed class FormatsTests : IDisposable
{
    private static readonly ResourceManager Resources = new("Portal.Application.Resources.Formats", typeof(Formats).Assembly);
    private static readonly DateTimeOffset Winter = new(2027, 1, 29, 8, 0, 0, TimeSpan.Zero), Summer = new(2027, 7, 29, 8, 0, 0, TimeSpan.Zero);

    private readonly CultureInfo before = CultureInfo.CurrentUICulture;
    private readonly Formats formats = new(key => Resources.GetString(key, CultureInfo.CurrentUICulture) ?? throw new KeyNotFoundException(key));

    public void Dispose() => CultureInfo.CurrentUICulture = before;

    [Theory]
    [InlineData("en", "Friday, January 29, 2027", "Jan 29, 2027")]
    [InlineData("ja", "2027年1月29日（金）", "2027年1月29日")]
    [InlineData("ja-JP", "2027年1月29日（金）", "2027年1月29日")]
    [InlineData("en-US", "Friday, January 29, 2027", "Jan 29, 2027")]
    public void Dates_follow_the_language(string language, string date, string shortDate) =>
        Assert.Equal((date, shortDate), (In(language).Date(new(2027, 1, 29)), In(language).ShortDate(new(2027, 1, 29))));

    [Theory]
    [InlineData("en", 17, 0, "5:00 p.m.")]
    [InlineData("en", 9, 5, "9:05 a.m.")]
    [InlineData("en", 12, 0, "12:00 p.m.")]
    [InlineData("ja", 17, 0, "17:00")]
    [InlineData("ja", 9, 5, "9:05")]
    public void Times_follow_the_language(string language, int hour, int minute, string expected) =>
        Assert.Equal(expected, In(language).Time(new(hour, minute)));

    [Theory]
    [InlineData("ja", 2027, 1, 29, "令和9年")]
    [InlineData("ja", 2019, 5, 1, "令和元年")]
    [InlineData("ja", 2019, 4, 30, "平成31年")]
    [InlineData("ja", 2015, 1, 1, "平成27年")]
    [InlineData("ja", 1989, 1, 7, "昭和64年")]
    [InlineData("ja", 1926, 12, 24, "大正15年")]
    [InlineData("ja", 1912, 7, 29, "明治45年")]
    [InlineData("en", 2019, 5, 1, "Reiwa 1")]
    [InlineData("en", 2027, 1, 29, "Reiwa 9")]
    public void The_japanese_year_starts_with_gannen(string language, int year, int month, int day, string expected) =>
        Assert.Equal(expected, In(language).Era(new(year, month, day)));

    [Theory]
    [InlineData("en", "2027-04-01", "2027-04-07", "April 1–7, 2027")]
    [InlineData("en", "2027-04-28", "2027-05-03", "April 28–May 3, 2027")]
    [InlineData("en", "2026-12-30", "2027-01-03", "December 30, 2026–January 3, 2027")]
    [InlineData("en", "2026-04-01", "2027-04-03", "April 1, 2026–April 3, 2027")]
    [InlineData("en", "2027-04-01", "2027-04-01", "April 1, 2027")]
    [InlineData("ja", "2027-04-01", "2027-04-07", "2027年4月1日〜7日")]
    [InlineData("ja", "2027-04-28", "2027-05-03", "2027年4月28日〜5月3日")]
    [InlineData("ja", "2026-12-30", "2027-01-03", "2026年12月30日〜2027年1月3日")]
    [InlineData("ja", "2027-04-01", "2027-04-01", "2027年4月1日")]
    public void A_range_says_once_what_both_ends_share(string language, string from, string to, string expected) =>
        Assert.Equal(expected, In(language).DateRange(DateOnly.Parse(from), DateOnly.Parse(to)));

    [Fact]
    public void A_deadline_in_english_is_a_pair_with_the_official_zone_first() => Assert.Equal(
        ["Friday, January 29, 2027, 5:00 p.m. Japan time (JST)", "Friday, January 29, 2027, 3:00 a.m. U.S. Eastern time (EST)"],
        In("en").Pair(new Deadline(Winter, PortalZones.Japan)));

    [Fact]
    public void A_deadline_in_japanese_is_a_pair_with_the_official_zone_first() => Assert.Equal(
        ["2027年7月29日（木）4:00 米国東部時間（EDT）", "2027年7月29日（木）17:00 日本時間（JST）"],
        In("ja").Pair(new Deadline(Summer, PortalZones.UnitedStates)));

    [Fact]
    public void The_abbreviation_is_that_of_the_date_shown() =>
        Assert.Equal("Thursday, July 29, 2027, 4:00 a.m. U.S. Eastern time (EDT)", In("en").Instant(Summer, PortalZones.UnitedStates));

    [Fact]
    public void A_zone_of_a_university_shows_its_offset() =>
        Assert.Equal("Friday, January 29, 2027, 12:00 a.m. America/Los_Angeles time (UTC-08:00)", In("en").Instant(Winter, "America/Los_Angeles"));

    [Fact]
    public void The_machine_form_names_the_offset() =>
        Assert.Equal("2027-01-29T17:00:00+09:00", Formats.Machine(Winter, PortalZones.Japan));

    [Theory]
    [InlineData("en", "¥1,234,567 (JPY)", "$1,234.00 (USD)")]
    [InlineData("ja", "1,234,567円", "1,234.00米ドル")]
    public void Money_names_its_currency(string language, string yen, string dollars) => Assert.Equal(
        (yen, dollars), (In(language).Money(new Money(1234567, Money.Yen)), In(language).Money(new Money(123400, Money.Dollar))));

    [Theory]
    [InlineData(0, "0 KB")]
    [InlineData(1, "1 KB")]
    [InlineData(1024, "1 KB")]
    [InlineData(1536, "2 KB")]
    [InlineData(20 * 1024 * 1024, "20 MB")]
    [InlineData(20 * 1024 * 1024 + 1, "20.1 MB")]
    public void Sizes_are_rounded_up(long bytes, string expected) => Assert.Equal(expected, In("en").Bytes(bytes));

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public void Numbers_are_grouped_the_same_in_both_languages(string language) => Assert.Equal(
        ("1,234", "1,234.5", "96%"), (In(language).Number(1234), In(language).Number(1234.5m), In(language).Percent(0.96m)));

    [Theory]
    [InlineData(LocalTimeProblem.Ambiguous)]
    [InlineData(LocalTimeProblem.Skipped)]
    [InlineData(LocalTimeProblem.UnknownZone)]
    public void Each_problem_of_a_local_time_has_a_sentence_in_both_languages(LocalTimeProblem problem)
    {
        var sentences = new[] { "en", "ja" }.Select(language => Resources.GetString(problem.Code(), CultureInfo.GetCultureInfo(language))).ToArray();
        Assert.All(sentences, Assert.NotNull);
        Assert.NotEqual(sentences[0], sentences[1]);
    }

    private Formats In(string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        return formats;
    }
}
