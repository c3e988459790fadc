using System.Globalization;
using System.Text;
using Portal.Application.Shared;

namespace Portal.Infrastructure.Exports;

/// <summary>
/// iCalendar after RFC 5545. Written here because Ical.Net 5.2 folds a line inside a surrogate pair, which destroys kanji such as 𠮷,
/// and gives Asia/Tokyo the summer time of 1951 as a rule for every year. The tests read our files with that library.
/// </summary>
public sealed class CalendarFile : ICalendarWriter
{
    private const string LocalTime = "yyyyMMdd'T'HHmmss";

    public string Deadline(string uid, string summary, string description, string url, Deadline deadline, DateTimeOffset now, string language)
    {
        string[] lines =
        [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Cyber Talent Portal//Deadlines//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
            .. CalendarTimeZone.Lines(deadline),
            "BEGIN:VEVENT",
            $"UID:{Escaped(uid)}",
            $"DTSTAMP:{Stamp(now.UtcDateTime)}Z",
            $"DTSTART;TZID={deadline.Zone}:{Stamp(deadline.Local(deadline.Zone).DateTime)}",
            $"SUMMARY;LANGUAGE={language}:{Escaped(summary)}",
            $"DESCRIPTION;LANGUAGE={language}:{Escaped(description)}",
            $"URL:{new Uri(url).AbsoluteUri}",
            "TRANSP:TRANSPARENT",
            "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-P1D", $"DESCRIPTION;LANGUAGE={language}:{Escaped(summary)}", "END:VALARM",
            "END:VEVENT",
            "END:VCALENDAR",
        ];
        return string.Concat(lines.Select(line => Folded(line) + "\r\n"));
    }

    internal static string Stamp(DateTime time) => time.ToString(LocalTime, CultureInfo.InvariantCulture);

    /// <summary>RFC 5545 §3.3.11.</summary>
    private static string Escaped(string text) => CleanText.Prose(text)
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>RFC 5545 §3.1: lines of at most 75 octets, the rest behind a space. Cut between characters, never inside one.</summary>
    private static string Folded(string line)
    {
        const int Limit = 75;
        var folded = new StringBuilder(line.Length);
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > Limit)
            {
                folded.Append("\r\n ");
                octets = 1;
            }
            folded.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }
        return folded.ToString();
    }
}
