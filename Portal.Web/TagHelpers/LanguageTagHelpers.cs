using Microsoft.AspNetCore.Razor.TagHelpers;
using Portal.Application.Shared;
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
            output.Attributes.SetAttribute("lang", lang);
    }
}

/// <summary>A text kept in both languages. A missing one shows the other and says so: never blank, never silently translated.</summary>
[HtmlTargetElement("portal-text", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TextTagHelper(Text text) : TagHelper
{
    public BilingualText Value { get; set; } = BilingualText.Empty;

    public string? Ja { get; set; }

    public string? En { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (words, language) = new BilingualText(Ja ?? Value.Ja, En ?? Value.En).Best(PageLanguage.Current);
        output.TagName = null;
        output.Content.SetContent(words);
        if (words.Length > 0 && PageLanguage.Differing(language) is not null)
        {
            output.PreContent.SetHtmlContent($"""<span lang="{language}">""");
            output.PostContent.SetHtmlContent("""</span> <span class="only-in">""").Append(text[$"Shared.OnlyIn.{language}"]).AppendHtml("</span>");
        }
    }
}
