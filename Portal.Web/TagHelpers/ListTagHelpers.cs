using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Portal.Web.Ui;

namespace Portal.Web.TagHelpers;

[HtmlTargetElement("portal-file-list", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FileListTagHelper(IHtmlHelper html) : PartialTagHelper(html)
{
    public IEnumerable<FileRow> Files { get; set; } = [];

    public override Task ProcessAsync(TagHelperContext context, TagHelperOutput output) => DrawAsync(output, "FileList", Files.ToList());
}

/// <summary>Links to the pages of a list; the rest of the address stays as it is. Nothing when one page holds all.</summary>
[HtmlTargetElement("portal-pagination", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PaginationTagHelper(IHtmlHelper html) : PartialTagHelper(html)
{
    public int Page { get; set; } = 1;

    public int Pages { get; set; } = 1;

    /// <summary>Inside a form: leaving the page sends the form, with the page asked for under this name.</summary>
    public string? Button { get; set; }

    public override Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (Pages > 1)
            return DrawAsync(output, "Pagination", new PageLinks(Page, Pages, AddressOf, Button));

        output.SuppressOutput();
        return Task.CompletedTask;
    }

    private string AddressOf(int page)
    {
        var query = new QueryBuilder(ViewContext.HttpContext.Request.Query.Where(x => x.Key != "page"));
        query.Add("page", page.ToString(CultureInfo.InvariantCulture));
        return $"{query}#results";
    }
}
