using Portal.Application.Shared;

namespace Portal.Infrastructure.Exports;

/// <summary>
/// The VTIMEZONE of a deadline (RFC 5545 §3.6.5): every change of the offset from a year before to a year after it, each with its own date.
/// Without it, some calendars take the zone's name for their own zone.
/// </summary>
internal static class CalendarTimeZone
{
    public static IEnumerable<string> Lines(Deadline deadline)
    {
        PortalZones.TryFind(deadline.Zone, out var rules);
        var changes = Changes(rules, deadline.Instant.UtcDateTime.AddYears(-1), deadline.Instant.UtcDateTime.AddYears(1)).ToList();
        return ["BEGIN:VTIMEZONE", $"TZID:{deadline.Zone}", .. changes.SelectMany(change => Observance(rules, change)), .. Constant(rules, deadline, changes), "END:VTIMEZONE"];
    }

    /// <summary>The UTC instants at which the zone changes its offset.</summary>
    private static IEnumerable<DateTime> Changes(TimeZoneInfo rules, DateTime from, DateTime to)
    {
        for (var day = from; day < to; day = day.AddDays(1))
            if (rules.GetUtcOffset(day) != rules.GetUtcOffset(day.AddDays(1)))
                yield return FirstMinuteAfterChange(rules, day, day.AddDays(1));
    }

    private static DateTime FirstMinuteAfterChange(TimeZoneInfo rules, DateTime before, DateTime after)
    {
        before = before.Date.AddMinutes((int)before.TimeOfDay.TotalMinutes);
        var offset = rules.GetUtcOffset(before);
        var minutes = Enumerable.Range(1, (int)(after - before).TotalMinutes + 1);
        return before.AddMinutes(minutes.First(minute => rules.GetUtcOffset(before.AddMinutes(minute)) != offset));
    }

    private static string[] Observance(TimeZoneInfo rules, DateTime change)
    {
        var before = rules.GetUtcOffset(change.AddMinutes(-1));
        return Observance(rules.IsDaylightSavingTime(change) ? "DAYLIGHT" : "STANDARD", change + before, before, rules.GetUtcOffset(change));
    }

    /// <summary>A zone without changes still needs one observance.</summary>
    private static string[] Constant(TimeZoneInfo rules, Deadline deadline, List<DateTime> changes)
    {
        var offset = rules.GetUtcOffset(deadline.Instant);
        return changes.Count > 0 ? [] : Observance("STANDARD", new DateTime(1970, 1, 1), offset, offset);
    }

    private static string[] Observance(string kind, DateTime local, TimeSpan from, TimeSpan to) =>
        [$"BEGIN:{kind}", $"DTSTART:{CalendarFile.Stamp(local)}", $"TZOFFSETFROM:{Offset(from)}", $"TZOFFSETTO:{Offset(to)}", $"END:{kind}"];

    private static string Offset(TimeSpan offset) => $"{(offset < TimeSpan.Zero ? '-' : '+')}{offset:hhmm}";
}
