using System.Globalization;

namespace Portal.Application.Shared;

/// <summary>
/// Dates, times, money and sizes in the language of the page or mail. Every pattern and word stands in <c>Formats.resx</c>: .NET's own
/// patterns change with the version of ICU, write 5:00 PM, and give ja-JP a full-width yen sign.
/// </summary>
/// <param name="text">The resource text of a key, in that language.</param>
/// <param name="language">"ja" or "en" for a mail; null for the language of the page.</param>
public sealed class Formats(Func<string, string> text, string? language = null)
{
    private const decimal Kilobyte = 1024, Megabyte = 1024 * 1024;

    private static readonly JapaneseCalendar Eras = new();

    /// <summary>Friday, January 29, 2027; 2027年1月29日（金）.</summary>
    public string Date(DateOnly date) => Patterned(date, "Formats.Date");

    /// <summary>Jan 29, 2027; 2027年1月29日. For tables.</summary>
    public string ShortDate(DateOnly date) => Patterned(date, "Formats.ShortDate");

    /// <summary>5:00 p.m.; 17:00.</summary>
    public string Time(TimeOnly time) => time.ToString(text("Formats.Time"), Culture());

    /// <summary>The Japanese year as a second reading: 令和9年, 令和元年; Reiwa 9.</summary>
    public string Era(DateOnly date)
    {
        var day = date.ToDateTime(TimeOnly.MinValue);
        var year = Eras.GetYear(day);
        return Filled(year == 1 ? "Formats.Era.FirstYear" : "Formats.Era", ("Era", text($"Formats.Era.{Eras.GetEra(day)}")), ("Year", Number(year)));
    }

    /// <summary>April 1–7, 2027; 2027年4月1日〜7日. What both ends share is said once.</summary>
    public string DateRange(DateOnly from, DateOnly to)
    {
        var shared = (from.Year == to.Year, from.Month == to.Month) switch
        {
            (true, true) => "SameMonth",
            (true, false) => "SameYear",
            _ => "TwoYears",
        };
        return from == to
            ? Patterned(from, "Formats.DateRange.OneDay")
            : Filled("Formats.DateRange", ("From", Patterned(from, $"Formats.DateRange.{shared}.From")), ("To", Patterned(to, $"Formats.DateRange.{shared}.To")));
    }

    /// <summary>Friday, January 29, 2027, 5:00 p.m. Japan time (JST); 2027年1月29日（金）17:00 日本時間（JST）.</summary>
    /// <param name="zone">IANA name; the abbreviation is that of the date shown.</param>
    public string Instant(DateTimeOffset instant, string zone)
    {
        var local = new Deadline(instant, zone).Local(zone);
        return Filled("Formats.Instant",
            ("Date", Date(DateOnly.FromDateTime(local.DateTime))), ("Time", Time(TimeOnly.FromDateTime(local.DateTime))), ("Zone", Zone(local, zone)));
    }

    /// <summary>A deadline as it must always be shown: in its official zone first, then in the other government's.</summary>
    public IReadOnlyList<string> Pair(Deadline deadline) =>
        [Instant(deadline.Instant, deadline.Zone), Instant(deadline.Instant, PortalZones.OtherThan(deadline.Zone))];

    /// <summary>For the <c>datetime</c> attribute of <c>time</c>: 2027-01-29T17:00:00+09:00.</summary>
    public static string Machine(DateTimeOffset instant, string zone) =>
        new Deadline(instant, zone).Local(zone).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>1,234 and 1,234.5.</summary>
    public string Number(decimal number) => number.ToString(text("Formats.Number"), Culture());

    /// <summary>96% for 0.96.</summary>
    public string Percent(decimal ratio) => ratio.ToString(text("Formats.Percent"), Culture());

    /// <summary>¥1,234,567 (JPY), $1,234.00 (USD); 1,234,567円, 1,234.00米ドル.</summary>
    public string Money(Money money) =>
        Filled($"Formats.Money.{money.Currency}", ("Amount", money.Amount.ToString($"N{money.Decimals}", Culture())));

    /// <summary>Rounded up, so that a file over a limit never looks as if it kept to it.</summary>
    public string Bytes(long bytes) => bytes < Megabyte
        ? Filled("Formats.Bytes.KB", ("Size", Number(Math.Ceiling(bytes / Kilobyte))))
        : Filled("Formats.Bytes.MB", ("Size", Number(Math.Ceiling(bytes / Megabyte * 10) / 10)));

    private string Zone(DateTimeOffset local, string zone) => zone switch
    {
        PortalZones.Japan => text("Formats.Zone.Japan"),
        PortalZones.UnitedStates when IsSummerTime(local, zone) => text("Formats.Zone.UnitedStates.Summer"),
        PortalZones.UnitedStates => text("Formats.Zone.UnitedStates"),
        _ => Filled("Formats.Zone.Other", ("Zone", zone), ("Offset", local.ToString("zzz", CultureInfo.InvariantCulture))),
    };

    private static bool IsSummerTime(DateTimeOffset instant, string zone) =>
        PortalZones.TryFind(zone, out var rules) && rules.IsDaylightSavingTime(instant);

    private string Patterned(DateOnly date, string key) => date.ToString(text(key), Culture());

    private string Filled(string key, params ReadOnlySpan<(string Name, string Value)> slots)
    {
        var filled = text(key);
        foreach (var (name, value) in slots)
            filled = filled.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        return filled;
    }

    /// <summary>The culture for names of days and months, with the portal's own a.m. and p.m.</summary>
    private CultureInfo Culture()
    {
        var culture = (CultureInfo)CultureInfo.GetCultureInfo((language ?? CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) == "ja" ? "ja-JP" : "en-US").Clone();
        culture.DateTimeFormat.AMDesignator = text("Formats.Time.Morning");
        culture.DateTimeFormat.PMDesignator = text("Formats.Time.Afternoon");
        return culture;
    }
}
