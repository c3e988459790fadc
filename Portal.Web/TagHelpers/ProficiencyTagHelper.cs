using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Portal.Application.Recognition.Domain;
using Portal.Web.Infrastructure;

namespace Portal.Web.TagHelpers;

/// <summary>A proficiency in words, with one to three bars of three that a grey print shows too. The page's legend draws the bars.</summary>
[HtmlTargetElement("portal-proficiency", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ProficiencyTagHelper(Text text, HtmlEncoder encoder) : TagHelper
{
    public Proficiency Level { get; set; }

    /// <summary>Said after the word, where one place holds two.</summary>
    public string? Note { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "level");
        var note = string.IsNullOrEmpty(Note) ? "" : $" <span class=\"num\">{encoder.Encode(Note)}</span>";
        output.Content.SetHtmlContent(
            $"""<svg class="lv" viewBox="0 0 22 16" aria-hidden="true"><use href="#lv-{Level}"/></svg><span>{encoder.Encode(text[$"Recognition.Proficiency.{Level}"])}{note}</span>""");
    }
}
