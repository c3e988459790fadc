using Portal.Application.Shared;
using Xunit;

namespace Portal.Tests.Domain.Shared;

public sealed class DeadlineTests
{
    private static readonly TimeOnly Five = new(17, 0);

    [Fact]
    public void Five_in_tokyo_is_three_in_a_new_york_winter() =>
        Assert.Equal("2027-01-29T03:00:00-05:00", Iso(At(2027, 1, 29, Five, PortalZones.Japan).Local(PortalZones.UnitedStates)));

    [Fact]
    public void Five_in_tokyo_is_four_in_a_new_york_summer() =>
        Assert.Equal("2027-07-29T04:00:00-04:00", Iso(At(2027, 7, 29, Five, PortalZones.Japan).Local(PortalZones.UnitedStates)));

    [Fact]
    public void The_instant_is_kept_in_utc_whatever_offset_it_came_with()
    {
        var deadline = new Deadline(new DateTimeOffset(2027, 1, 29, 17, 0, 0, TimeSpan.FromHours(9)), PortalZones.Japan);
        Assert.Equal("2027-01-29T08:00:00+00:00", Iso(deadline.Instant));
        Assert.Equal(deadline, At(2027, 1, 29, Five, PortalZones.Japan));
    }

    [Theory]
    [InlineData("2026-11-01", "01:00", LocalTimeProblem.Ambiguous)]
    [InlineData("2026-11-01", "01:30", LocalTimeProblem.Ambiguous)]
    [InlineData("2027-03-14", "02:00", LocalTimeProblem.Skipped)]
    [InlineData("2027-03-14", "02:59", LocalTimeProblem.Skipped)]
    public void An_hour_that_comes_twice_or_not_at_all_is_refused(string date, string time, LocalTimeProblem expected)
    {
        Assert.False(Deadline.TryFromLocal(Day(date), Hour(time), PortalZones.UnitedStates, out var deadline, out var problem));
        Assert.Equal((expected, default), (problem, deadline));
    }

    [Theory]
    [InlineData("2026-11-01", "00:59", "2026-11-01T04:59:00+00:00")]
    [InlineData("2026-11-01", "02:00", "2026-11-01T07:00:00+00:00")]
    [InlineData("2027-03-14", "01:59", "2027-03-14T06:59:00+00:00")]
    [InlineData("2027-03-14", "03:00", "2027-03-14T07:00:00+00:00")]
    public void The_hours_beside_the_change_are_accepted(string date, string time, string utc)
    {
        Assert.True(Deadline.TryFromLocal(Day(date), Hour(time), PortalZones.UnitedStates, out var deadline, out var problem));
        Assert.Equal((LocalTimeProblem.None, utc), (problem, Iso(deadline.Instant)));
    }

    [Fact]
    public void Tokyo_knows_no_such_hours() => Assert.Equal("2026-10-31T16:30:00+00:00", Iso(At(2026, 11, 1, new(1, 30), PortalZones.Japan).Instant));

    [Theory]
    [InlineData("EST")]
    [InlineData("JST")]
    [InlineData("Tokyo Standard Time")]
    [InlineData("../Asia/Tokyo")]
    [InlineData("Mars/Olympus")]
    [InlineData("")]
    public void Only_the_iana_name_of_a_place_is_a_zone(string zone)
    {
        Assert.False(Deadline.TryFromLocal(new(2027, 1, 29), Five, zone, out _, out var problem));
        Assert.Equal(LocalTimeProblem.UnknownZone, problem);
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    public void Exactly_at_the_instant_is_late(int seconds, bool isPast)
    {
        var deadline = At(2027, 1, 29, Five, PortalZones.Japan);
        Assert.Equal(isPast, deadline.IsPast(deadline.Instant.AddSeconds(seconds)));
    }

    [Theory]
    [InlineData("2027-01-11T17:00:00+09:00", 18)]
    [InlineData("2027-01-11T17:00:01+09:00", 17)]
    [InlineData("2027-01-28T17:00:00+09:00", 1)]
    [InlineData("2027-01-28T17:00:01+09:00", 0)]
    [InlineData("2027-01-28T03:00:00-05:00", 1)]
    [InlineData("2027-01-29T17:00:00+09:00", 0)]
    [InlineData("2027-02-03T17:00:00+09:00", 0)]
    public void Days_left_are_full_days(string now, int days) =>
        Assert.Equal(days, At(2027, 1, 29, Five, PortalZones.Japan).FullDaysLeft(Instant(now)));

    [Theory]
    [InlineData("2027-03-13T17:00:00-05:00", 2027, 3, 14)]
    [InlineData("2026-10-31T17:00:00-04:00", 2026, 11, 1)]
    public void A_day_of_23_or_25_hours_is_one_day(string now, int year, int month, int day)
    {
        var deadline = At(year, month, day, Five, PortalZones.UnitedStates);
        Assert.Equal(1, deadline.FullDaysLeft(Instant(now)));
        Assert.Equal(0, deadline.FullDaysLeft(Instant(now).AddSeconds(1)));
    }

    [Fact]
    public void In_the_hour_that_comes_twice_nothing_is_left_and_nothing_fails() =>
        Assert.Equal(0, At(2026, 11, 1, new(2, 0), PortalZones.UnitedStates).FullDaysLeft(Instant("2026-11-01T01:30:00-05:00")));

    [Fact]
    public void Each_government_has_its_zone_and_sees_the_other_second()
    {
        Assert.Equal(PortalZones.Japan, PortalZones.OfficialFor(Government.Japan));
        Assert.Equal(PortalZones.UnitedStates, PortalZones.OfficialFor(Government.UnitedStates));
        Assert.Equal(PortalZones.UnitedStates, PortalZones.OtherThan(PortalZones.Japan));
        Assert.Equal(PortalZones.Japan, PortalZones.OtherThan(PortalZones.UnitedStates));
        Assert.Equal(PortalZones.Japan, PortalZones.OtherThan("America/Los_Angeles"));
    }

    private static Deadline At(int year, int month, int day, TimeOnly time, string zone)
    {
        Assert.True(Deadline.TryFromLocal(new DateOnly(year, month, day), time, zone, out var deadline, out _));
        return deadline;
    }

    private static string Iso(DateTimeOffset instant) => instant.ToString("yyyy-MM-ddTHH:mm:sszzz");

    private static DateTimeOffset Instant(string iso) => DateTimeOffset.Parse(iso);

    private static DateOnly Day(string iso) => DateOnly.Parse(iso);

    private static TimeOnly Hour(string iso) => TimeOnly.Parse(iso);
}
