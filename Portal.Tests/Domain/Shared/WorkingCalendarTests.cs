using Portal.Application.Shared;
using Xunit;

namespace Portal.Tests.Domain.Shared;

public sealed class WorkingCalendarTests
{
    private static readonly WorkingCalendar Japan = new(Government.Japan, new HashSet<DateOnly> { new(2027, 1, 1), new(2027, 1, 11) });
    private static readonly WorkingCalendar UnitedStates = new(Government.UnitedStates, new HashSet<DateOnly> { new(2027, 1, 1), new(2027, 1, 18) });

    [Theory]
    [InlineData("2027-01-04", 1, "2027-01-05")]
    [InlineData("2027-01-08", 1, "2027-01-12")]
    [InlineData("2027-01-09", 1, "2027-01-12")]
    [InlineData("2027-01-04", 5, "2027-01-12")]
    [InlineData("2026-12-28", 1, "2027-01-04")]
    [InlineData("2026-12-31", 0, "2027-01-04")]
    [InlineData("2027-01-05", 0, "2027-01-05")]
    public void Japan_counts_around_weekends_holidays_and_the_turn_of_the_year(string from, int days, string last) =>
        Assert.Equal(DateOnly.Parse(last), Japan.Add(DateOnly.Parse(from), days));

    [Theory]
    [InlineData("2026-12-28", 1, "2026-12-29")]
    [InlineData("2026-12-31", 1, "2027-01-04")]
    [InlineData("2027-01-15", 1, "2027-01-19")]
    public void The_united_states_work_between_the_years(string from, int days, string last) =>
        Assert.Equal(DateOnly.Parse(last), UnitedStates.Add(DateOnly.Parse(from), days));

    [Theory]
    [InlineData("2025-12-28", false)]
    [InlineData("2026-12-28", true)]
    [InlineData("2026-12-29", false)]
    [InlineData("2029-01-03", false)]
    [InlineData("2029-01-04", true)]
    public void Japanese_offices_close_from_29_December_to_3_January(string date, bool works) =>
        Assert.Equal(works, Japan.IsWorkingDay(DateOnly.Parse(date)));

    [Fact]
    public void Counting_backwards_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => Japan.Add(new(2027, 1, 4), -1));
}
