namespace Portal.Application.Shared;

/// <summary>Why a local time names no single instant.</summary>
public enum LocalTimeProblem { None, Ambiguous, Skipped, UnknownZone }

/// <summary>
/// The moment a door closes: an instant, and the zone whose wall clock was promised. The host's zone plays no part.
/// </summary>
/// <param name="Instant">Always UTC.</param>
/// <param name="Zone">IANA name of the official zone, for example Asia/Tokyo.</param>
public readonly record struct Deadline(DateTimeOffset Instant, string Zone)
{
    public DateTimeOffset Instant { get; init; } = Instant.ToUniversalTime();

    /// <summary>
    /// From what an officer types. An hour that the clock passes twice or skips is refused, because .NET would silently choose
    /// one of the two instants (G11).
    /// </summary>
    public static bool TryFromLocal(DateOnly date, TimeOnly time, string zone, out Deadline deadline, out LocalTimeProblem problem)
    {
        var local = date.ToDateTime(time);
        deadline = default;
        problem = !PortalZones.TryFind(zone, out var rules) ? LocalTimeProblem.UnknownZone
            : rules.IsInvalidTime(local) ? LocalTimeProblem.Skipped
            : rules.IsAmbiguousTime(local) ? LocalTimeProblem.Ambiguous
            : LocalTimeProblem.None;
        if (problem != LocalTimeProblem.None)
            return false;
        deadline = new Deadline(TimeZoneInfo.ConvertTimeToUtc(local, rules), zone);
        return true;
    }

    /// <summary>Exactly at the instant is late.</summary>
    public bool IsPast(DateTimeOffset now) => now >= Instant;

    /// <summary>
    /// Whole days left by the wall clock of the official zone: from 17:00 to 17:00 is one day, also when that day has 23 or 25 hours.
    /// </summary>
    public int FullDaysLeft(DateTimeOffset now) =>
        IsPast(now) ? 0 : Math.Max(0, (Local(Zone).DateTime - TimeZoneInfo.ConvertTime(now, PortalZones.Find(Zone)).DateTime).Days);

    /// <summary>The same moment on the wall clock of a zone.</summary>
    public DateTimeOffset Local(string zone) => TimeZoneInfo.ConvertTime(Instant, PortalZones.Find(zone));
}

public static class LocalTimeProblems
{
    /// <summary>The text key of the sentence that says what to change.</summary>
    public static string Code(this LocalTimeProblem problem) => $"Formats.LocalTime.{problem}";
}
