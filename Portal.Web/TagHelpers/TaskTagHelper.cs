using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Portal.Web.Ui;

namespace Portal.Web.TagHelpers;

/// <summary>A line of the task list. Without an address it cannot be started yet.</summary>
[HtmlTargetElement("portal-task", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TaskTagHelper(IHtmlHelper html) : PartialTagHelper(html)
{
    private static readonly object Counter = new();

    public string Name { get; set; } = "";

    public string? Href { get; set; }

    public string? Sub { get; set; }

    public StatusKind StatusKind { get; set; }

    public string Status { get; set; } = "";

    public override Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        DrawAsync(output, "Task", new TaskLine($"task-{Next()}", Name, Href, Sub, StatusKind, Status));

    private int Next()
    {
        var items = ViewContext.HttpContext.Items;
        var number = (items[Counter] as int? ?? 0) + 1;
        items[Counter] = number;
        return number;
    }
}
