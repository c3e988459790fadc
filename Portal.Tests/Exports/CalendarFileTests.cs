using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Portal.Application.Shared;
using Portal.Infrastructure.Exports;
using Xunit;

namespace Portal.Tests.Exports;

/// <summary>Our own writer, read by an independent library.</summary>
public sealed class CalendarFileTests
{
    private const string Summary = "フェローシップの応募締切; 日米, \\2027\\";

    private static readonly DateTimeOffset Now = new(2026, 11, 1, 1, 2, 3, TimeSpan.FromHours(9)), Instant = new(2027, 1, 29, 8, 0, 0, TimeSpan.Zero);
    private static readonly string Description = $"17:00（JST）\r\n{string.Concat(Enumerable.Repeat("𠮷👨‍👩‍👧‍👦あ", 40))}";

    [Fact]
    public void The_event_is_at_the_instant_in_its_official_zone()
    {
        var start = Event(File(PortalZones.Japan)).Start!;
        Assert.Equal((PortalZones.Japan, new DateTime(2027, 1, 29, 17, 0, 0), Instant.UtcDateTime), (start.TzId, start.Value, start.AsUtc));
    }

    [Fact]
    public void Another_program_reads_back_what_was_written()
    {
        var read = Event(File(PortalZones.Japan));
        Assert.Equal(("call-1@portal.example", Summary, Description.ReplaceLineEndings("\n")), (read.Uid, read.Summary, read.Description));
        Assert.Equal("https://portal.example/ja/Fellowships/Calls/1?x=%E6%97%A5", read.Url!.AbsoluteUri);
        Assert.Equal(Now.UtcDateTime, read.DtStamp!.AsUtc);
    }

    [Fact]
    public void A_reminder_comes_a_day_before()
    {
        var alarm = Assert.Single(Event(File(PortalZones.Japan)).Alarms);
        Assert.Equal(("DISPLAY", Duration.FromDays(-1)), (alarm.Action, alarm.Trigger!.Duration));
    }

    [Fact]
    public void Japan_has_one_offset_and_no_rule() =>
        Assert.Equal(["BEGIN:VTIMEZONE", "TZID:Asia/Tokyo", "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:+0900", "TZOFFSETTO:+0900", "END:STANDARD", "END:VTIMEZONE"],
            ZoneLines(PortalZones.Japan));

    [Fact]
    public void New_york_has_each_change_with_the_wall_time_before_it()
    {
        var zone = string.Join('\n', ZoneLines(PortalZones.UnitedStates));
        Assert.Contains("BEGIN:STANDARD\nDTSTART:20261101T020000\nTZOFFSETFROM:-0400\nTZOFFSETTO:-0500\nEND:STANDARD", zone);
        Assert.Contains("BEGIN:DAYLIGHT\nDTSTART:20270314T020000\nTZOFFSETFROM:-0500\nTZOFFSETTO:-0400\nEND:DAYLIGHT", zone);
    }

    [Fact]
    public void Every_line_ends_in_crlf_and_has_at_most_75_octets_and_whole_characters()
    {
        var file = File(PortalZones.UnitedStates);
        var lines = file.Split("\r\n");
        Assert.Equal("", lines[^1]);
        Assert.All(lines, line =>
        {
            Assert.DoesNotContain('\n', line);
            Assert.True(Encoding.UTF8.GetByteCount(line) <= 75);
            Assert.DoesNotContain("\uFFFD", Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(line)));
        });
        Assert.Contains(lines, line => line.StartsWith(' '));
    }

    [Fact]
    public void The_text_says_its_language() => Assert.Contains("SUMMARY;LANGUAGE=ja:", File(PortalZones.Japan));

    [Fact]
    public void A_line_break_in_a_title_cannot_add_a_property() => Assert.DoesNotContain(
        "\r\nATTENDEE", new CalendarFile().Deadline("u\r\nATTENDEE:x", "s\r\nATTENDEE:x", "d\nATTENDEE:x", "https://portal.example/", new(Instant, PortalZones.Japan), Now, "en"));

    [Fact]
    public void The_same_deadline_gives_the_same_file() => Assert.Equal(File(PortalZones.Japan), File(PortalZones.Japan));

    private static string File(string zone) => new CalendarFile().Deadline(
        "call-1@portal.example", Summary, Description, "https://portal.example/ja/Fellowships/Calls/1?x=日", new Deadline(Instant, zone), Now, "ja");

    private static CalendarEvent Event(string file) => Assert.Single(Calendar.Load(file)!.Events);

    private static IEnumerable<string> ZoneLines(string zone)
    {
        var lines = File(zone).Split("\r\n").ToList();
        var first = lines.IndexOf("BEGIN:VTIMEZONE");
        return lines[first..(lines.IndexOf("END:VTIMEZONE") + 1)];
    }
}
