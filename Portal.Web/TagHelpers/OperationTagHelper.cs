using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.Web.TagHelpers;

/// <summary>Names one submission, so that a double click or a repeated request has one effect. A form shown again keeps its id.</summary>
[HtmlTargetElement("portal-operation", TagStructure = TagStructure.WithoutEndTag)]
public sealed class OperationTagHelper : TagHelper
{
    public const string FieldName = "operation";

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "input";
        output.TagMode = TagMode.SelfClosing;
        output.Attributes.SetAttribute("type", "hidden");
        output.Attributes.SetAttribute("name", FieldName);
        output.Attributes.SetAttribute("value", (Posted() ?? Guid.CreateVersion7()).ToString());
    }

    private Guid? Posted()
    {
        var request = ViewContext.HttpContext.Request;
        return request.HasFormContentType && Guid.TryParse(request.Form[FieldName], out var id) ? id : null;
    }
}
