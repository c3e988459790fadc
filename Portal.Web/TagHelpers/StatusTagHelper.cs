using Microsoft.AspNetCore.Razor.TagHelpers;
using Portal.Web.Ui;

namespace Portal.Web.TagHelpers;

[HtmlTargetElement("portal-status", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StatusTagHelper : TagHelper
{
    public StatusKind Kind { get; set; }

    public string Text { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", ClassOf(Kind));
        if (IconOf(Kind) is { } icon)
            output.Content.AppendHtml(IconTagHelper.Svg(icon));

        output.Content.Append(Text);
    }

    private static string ClassOf(StatusKind kind) => kind switch
    {
        StatusKind.Info => "tag tag--blue",
        StatusKind.Waiting => "tag tag--amber",
        StatusKind.Ok => "tag tag--green",
        StatusKind.Error => "tag tag--red",
        StatusKind.Other => "tag tag--violet",
        StatusKind.Done or StatusKind.Plain => "tag tag--plain",
        _ => "tag",
    };

    private static IconName? IconOf(StatusKind kind) => kind switch
    {
        StatusKind.Waiting => IconName.Clock,
        StatusKind.Ok or StatusKind.Done => IconName.Check,
        StatusKind.Error => IconName.Alert,
        _ => null,
    };
}
