using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Portal.Web.Infrastructure;

namespace Portal.Web.TagHelpers;

/// <summary>Answers read back, each with the link that changes it.</summary>
[HtmlTargetElement("portal-summary")]
public sealed class SummaryTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "dl";
        output.Attributes.SetAttribute("class", "summary");
    }
}

[HtmlTargetElement("portal-row", ParentTag = "portal-summary")]
public sealed class SummaryRowTagHelper(Text text, HtmlEncoder encoder) : TagHelper
{
    public string Label { get; set; } = "";

    public string? Value { get; set; }

    public string? Lang { get; set; }

    public string? Change { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var body = (await output.GetChildContentAsync()).GetContent().Trim();
        var lang = PageLanguage.Differing(Lang) is { } other ? $" lang=\"{encoder.Encode(other)}\"" : "";
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Content.SetHtmlContent($"<dt>{encoder.Encode(Label)}</dt><dd{lang}>{ValueOr(body)}</dd>");
        // Razor hands over "" for null.
        if (Change is { Length: > 0 })
            output.Content.AppendHtml($"""<dd class="summary__act"><a href="{encoder.Encode(Change)}">{ChangeText}</a></dd>""");
    }

    private string ChangeText =>
        $"{encoder.Encode(text["Shared.Summary.Change"])}<span class=\"vh\">{encoder.Encode(text.Get("Shared.Summary.ChangeWhat", ("Label", Label)))}</span>";

    private string ValueOr(string body) => (Value, body) switch
    {
        ({ Length: > 0 } value, _) => $"<span class=\"prose\">{encoder.Encode(value)}</span>",
        (_, { Length: > 0 }) => body,
        _ => $"<span class=\"muted\">{encoder.Encode(text["Shared.Summary.None"])}</span>",
    };
}
