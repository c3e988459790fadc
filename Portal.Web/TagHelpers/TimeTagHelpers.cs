using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Portal.Web.Infrastructure;
using Portal.Web.Ui;

namespace Portal.Web.TagHelpers;

/// <summary>An instant in its official zone, and below it in the other country's.</summary>
[HtmlTargetElement("portal-time", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TimeTagHelper(IHtmlHelper html, IZonedTimes times) : PartialTagHelper(html)
{
    public DateTimeOffset Instant { get; set; }

    public string Zone { get; set; } = ZonePair.Japan;

    public string? Other { get; set; }

    public bool Pair { get; set; } = true;

    public override Task ProcessAsync(TagHelperContext context, TagHelperOutput output) => DrawAsync(
        output,
        "TimePair",
        new TimePair(times.In(Instant, Zone), Pair ? times.In(Instant, Other ?? ZonePair.OtherThan(Zone)) : null));
}

/// <summary>The strip under the heading: until when, in both zones, and how long that is.</summary>
[HtmlTargetElement("portal-deadline", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DeadlineTagHelper(IHtmlHelper html, IZonedTimes times) : PartialTagHelper(html)
{
    public DateTimeOffset Instant { get; set; }

    public string Zone { get; set; } = ZonePair.Japan;

    public string? Other { get; set; }

    public string Label { get; set; } = "";

    /// <summary>Address of the calendar file.</summary>
    public string? Calendar { get; set; }

    public override Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var pair = (Official: times.In(Instant, Zone), Other: times.In(Instant, Other ?? ZonePair.OtherThan(Zone)));
        var model = new Deadline(Label, pair.Official, pair.Other, times.Left(Instant, Zone)) { CalendarHref = Calendar };
        return DrawAsync(output, "Deadline", model);
    }
}

internal static class ZonePair
{
    public const string Japan = "Asia/Tokyo";

    private const string UnitedStates = "America/New_York";

    public static string OtherThan(string zone) => zone == Japan ? UnitedStates : Japan;
}
