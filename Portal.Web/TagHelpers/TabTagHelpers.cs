using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.Web.TagHelpers;

/// <summary>Tabs are links to pages of their own: they work without script and can be shared.</summary>
[HtmlTargetElement("portal-tabs")]
public sealed class TabsTagHelper : TagHelper
{
    public string Label { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "nav";
        output.Attributes.SetAttribute("class", "tabs");
        output.Attributes.SetAttribute("aria-label", Label);
    }
}

[HtmlTargetElement("portal-tab", ParentTag = "portal-tabs")]
public sealed class TabTagHelper(HtmlEncoder encoder) : TagHelper
{
    public string Href { get; set; } = "";

    public string? Count { get; set; }

    public bool Current { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "a";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("href", Href);
        if (Current)
            output.Attributes.SetAttribute("aria-current", "page");

        if (Count is not null)
            output.PostContent.SetHtmlContent($""" <span class="n">{encoder.Encode(Count)}</span>""");
    }
}
