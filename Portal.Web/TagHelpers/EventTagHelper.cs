using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Portal.Application.Shared;
using Portal.Web.Infrastructure;
using Portal.Web.Ui;

namespace Portal.Web.TagHelpers;

/// <summary>One step of a timeline: what, when in both zones, who. A step without an instant is still to come.</summary>
[HtmlTargetElement("portal-event")]
public sealed class EventTagHelper(IHtmlHelper html, Formats formats) : PartialTagHelper(html)
{
    public string Title { get; set; } = "";

    public DateTimeOffset? Instant { get; set; }

    public string Zone { get; set; } = PortalZones.Japan;

    public string? Who { get; set; }

    public StatusKind Kind { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var body = await output.GetChildContentAsync();
        var at = Instant is { } instant ? formats.PairOf(new Deadline(instant, Zone)) : null;
        await DrawAsync(output, "TimelineEvent", new TimelineEvent(Title, at, Who, Kind, body));
    }
}
