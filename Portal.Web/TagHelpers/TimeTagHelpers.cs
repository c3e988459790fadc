using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Portal.Application.Shared;
using Portal.Web.Infrastructure;
using Portal.Web.Ui;

namespace Portal.Web.TagHelpers;

/// <summary>An instant in its official zone, and below it in the other government's.</summary>
[HtmlTargetElement("portal-time", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TimeTagHelper(IHtmlHelper html, Formats formats) : PartialTagHelper(html)
{
    public DateTimeOffset Instant { get; set; }

    public string Zone { get; set; } = PortalZones.Japan;

    public bool Pair { get; set; } = true;

    public override Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        DrawAsync(output, "TimePair", formats.PairOf(new Deadline(Instant, Zone), Pair));
}

/// <summary>The strip under the heading: until when, in both zones, and how long that is.</summary>
[HtmlTargetElement("portal-deadline", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DeadlineTagHelper(IHtmlHelper html, Formats formats, Text text, TimeProvider clock) : PartialTagHelper(html)
{
    public Deadline? Deadline { get; set; }

    public DateTimeOffset Instant { get; set; }

    public string Zone { get; set; } = PortalZones.Japan;

    public string Label { get; set; } = "";

    /// <summary>Address of the calendar file.</summary>
    public string? Calendar { get; set; }

    public override Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var deadline = Deadline ?? new Deadline(Instant, Zone);
        return DrawAsync(output, "Deadline", new DeadlineStrip(Label, formats.PairOf(deadline), Left(deadline)) { CalendarHref = Calendar });
    }

    private string Left(Deadline deadline)
    {
        var now = clock.GetUtcNow();
        return (deadline.IsPast(now), deadline.FullDaysLeft(now)) switch
        {
            (true, _) => text["Shared.Deadline.Closed"],
            (_, 0) => text["Shared.Deadline.LastDay"],
            (_, var days) => text.Plural("Shared.Deadline.Left", days),
        };
    }
}

internal static partial class TimePairs
{
    public static TimePair PairOf(this Formats formats, Deadline deadline, bool both = true)
    {
        var pair = formats.Pair(deadline);
        return new(Unbroken(pair[0]), both ? Unbroken(pair[1]) : null, Formats.Machine(deadline.Instant, deadline.Zone));
    }

    /// <summary>5:00 and its p.m. stay on one line.</summary>
    private static string Unbroken(string time) => HalfOfDay().Replace(time, "\u00a0");

    [GeneratedRegex(@"(?<=:\d\d) (?=[ap]\.m\.)")]
    private static partial Regex HalfOfDay();
}
