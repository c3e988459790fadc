using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.Web.TagHelpers;

public enum IconName { Check, Alert, Clock, File }

/// <summary>A small drawing that repeats what a word says, and so is hidden from assistive technology.</summary>
[HtmlTargetElement("portal-icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper : TagHelper
{
    public IconName Name { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Svg(Name));
    }

    public static string Svg(IconName name) =>
        $"""<svg viewBox="0 0 16 16" aria-hidden="true"><path d="{Path(name)}" fill="currentColor"/></svg>""";

    private static string Path(IconName name) => name switch
    {
        IconName.Check => "M6.4 12.6 1.9 8.1l1.3-1.3 3.2 3.2 6.4-6.5 1.3 1.3z",
        IconName.Alert => "M8 1 .5 14.5h15L8 1Zm-.8 5h1.6v4.2H7.2V6Zm0 5.2h1.6v1.6H7.2v-1.6Z",
        IconName.Clock => "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm0 1.6a5.4 5.4 0 1 1 0 10.8A5.4 5.4 0 0 1 8 2.6ZM7.2 4.5v4l3 1.8.8-1.2-2.3-1.4V4.5Z",
        _ => "M3 1h6.5L13 4.5V15H3V1Zm1.6 1.6v10.8h6.8V6H8V2.6H4.6Z",
    };
}
