namespace Portal.Application.Shared;

/// <summary>
/// The days on which a government's offices work. Legal days are counted on the side that owes the act.
/// </summary>
/// <remarks>
/// Japan: Saturdays, Sundays, national holidays and 29 December to 3 January (行政機関の休日に関する法律, 昭和63年法律第91号, 第1条).
/// United States: Saturdays, Sundays and the federal holidays of 5 U.S.C. 6103.
/// </remarks>
/// <param name="holidays">The holidays of that side, substitute and observed days included.</param>
public sealed class WorkingCalendar(Government government, IReadOnlySet<DateOnly> holidays)
{
    public bool IsWorkingDay(DateOnly date) =>
        date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !holidays.Contains(date) && !IsYearEnd(date);

    /// <summary>
    /// The last of so many working days after <paramref name="from"/>, which is not counted itself (民法第140条; Fed. R. Civ. P. 6(a)(1)).
    /// Zero days: that day, or the next working one.
    /// </summary>
    public DateOnly Add(DateOnly from, int workingDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workingDays);
        var date = from;
        while (workingDays == 0 && !IsWorkingDay(date))
            date = date.AddDays(1);
        for (var left = workingDays; left > 0; left -= IsWorkingDay(date) ? 1 : 0)
            date = date.AddDays(1);
        return date;
    }

    private bool IsYearEnd(DateOnly date) =>
        government == Government.Japan && date is { Month: 12, Day: >= 29 } or { Month: 1, Day: <= 3 };
}
