namespace Portal.Application.Shared;

/// <summary>Writes calendar files (iCalendar, RFC 5545) that people add to their own calendar.</summary>
public interface ICalendarWriter
{
    /// <summary>One event at the deadline, in its official zone, with a reminder a day before.</summary>
    /// <param name="uid">The same for the same deadline each time, so that a calendar replaces it instead of showing two.</param>
    /// <param name="url">Absolute address of the page about it.</param>
    /// <param name="now">When the file is made (DTSTAMP); a calendar keeps the later of two.</param>
    /// <param name="language">Of summary and description: "ja" or "en".</param>
    /// <returns>The whole file; send it as <c>text/calendar; charset=utf-8</c>.</returns>
    string Deadline(string uid, string summary, string description, string url, Deadline deadline, DateTimeOffset now, string language);
}
