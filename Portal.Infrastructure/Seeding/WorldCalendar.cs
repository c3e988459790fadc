using Portal.Application.Shared;

namespace Portal.Infrastructure.Seeding;

/// <summary>Days of the world count from the day of seeding, where it begins first: in Japan.</summary>
internal sealed class WorldCalendar(DateTimeOffset now)
{
    /// <summary>Events of the last hours keep this distance, so that nothing lies in the future of a slow clock.</summary>
    private static readonly TimeSpan s_distance = TimeSpan.FromMinutes(30);

    private static readonly TimeOnly s_opening = new(9, 0);

    /// <summary>Mails of earlier events count as sent.</summary>
    public DateTimeOffset Yesterday => now.AddDays(-1);

    public DateTimeOffset JustNow => now - s_distance;

    private DateOnly Today => DateOnly.FromDateTime(new Deadline(now, PortalZones.Japan).Local(PortalZones.Japan).DateTime);

    public DateOnly Day(int offset) => Today.AddDays(offset);

    /// <summary>An hour of the office's wall clock on a day, or just now when that is still to come.</summary>
    public DateTimeOffset At(int day, int hour, Government office)
    {
        var instant = Local(day, new TimeOnly(hour, 0), PortalZones.OfficialFor(office)).Instant;
        return instant < JustNow ? instant : JustNow;
    }

    public Deadline Opening(int day, string zone) => Local(day, s_opening, zone);

    public Deadline Closing(int day, string zone) => ClosingTime.On(Day(day), zone);

    /// <summary>Where a day of law begins.</summary>
    public Deadline Midnight(int day, string zone) => Local(day, TimeOnly.MinValue, zone);

    private Deadline Local(int day, TimeOnly time, string zone) =>
        Deadline.TryFromLocal(Day(day), time, zone, out var deadline, out var problem) ? deadline : throw new InvalidOperationException(problem.Code());
}
