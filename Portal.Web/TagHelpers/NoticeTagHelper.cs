using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Portal.Web.Ui;

namespace Portal.Web.TagHelpers;

[HtmlTargetElement("portal-notice")]
public sealed class NoticeTagHelper(HtmlEncoder encoder) : TagHelper
{
    public NoticeKind Kind { get; set; }

    public string? Heading { get; set; }

    /// <summary>A number in the heading, never broken over two lines.</summary>
    public string? Whole { get; set; }

    /// <summary>Takes the focus when the page opens, as the answer to what was just done.</summary>
    public bool Focus { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Kind == NoticeKind.Info ? "notice" : $"notice notice--{Suffix}");
        if (Focus)
        {
            output.Attributes.SetAttribute("tabindex", "-1");
            output.Attributes.SetAttribute("data-focus", "");
        }

        if (Heading is not null)
            output.PreContent.SetHtmlContent($"<h2>{Unbroken(encoder.Encode(Heading))}</h2>");
    }

    private string Unbroken(string heading) => Whole is null
        ? heading
        : heading.Replace(encoder.Encode(Whole), $"<span class=\"nowrap\">{encoder.Encode(Whole)}</span>", StringComparison.Ordinal);

    private string Suffix => Kind switch
    {
        NoticeKind.Warn => "warn",
        NoticeKind.Ok => "ok",
        _ => "error",
    };
}
