using Microsoft.AspNetCore.Razor.TagHelpers;
using Portal.Web.Infrastructure;

namespace Portal.Web.TagHelpers;

/// <summary>Marks words of another language, so that they are spoken and set in it.</summary>
[HtmlTargetElement("portal-lang")]
public sealed class LangTagHelper : TagHelper
{
    public string? Lang { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var lang = PageLanguage.Differing(Lang);
        output.TagName = lang is null ? null : "span";
        if (lang is not null)
        {
            output.Attributes.SetAttribute("lang", lang);
        }
    }
}

/// <summary>A text kept in both languages. A missing one shows the other and says so: never blank, never silently translated.</summary>
[HtmlTargetElement("portal-text", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TextTagHelper(Text text) : TagHelper
{
    public string? Ja { get; set; }

    public string? En { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var page = PageLanguage.Current;
        var (own, other, otherLang) = page == "ja" ? (Ja, En, "en") : (En, Ja, "ja");
        output.TagName = null;
        if (!string.IsNullOrWhiteSpace(own))
        {
            output.Content.SetContent(own);
        }
        else if (!string.IsNullOrWhiteSpace(other))
        {
            output.Content.SetHtmlContent($"""<span lang="{otherLang}">""").Append(other);
            output.Content.AppendHtml("""</span> <span class="only-in">""").Append(text[$"Shared.OnlyIn.{otherLang}"]).AppendHtml("</span>");
        }
    }
}
