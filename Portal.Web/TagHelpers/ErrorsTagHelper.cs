using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Portal.Web.Ui;

namespace Portal.Web.TagHelpers;

/// <summary>The error summary: one line per field, in the order of the page, each leading into its field.</summary>
[HtmlTargetElement("portal-errors", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorsTagHelper(IHtmlHelper html) : PartialTagHelper(html)
{
    /// <summary>The fields of a table-driven form; without them the order is that of the model's properties.</summary>
    public IEnumerable<FieldModel>? Fields { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var links = FromFields().Concat(FromState()).DistinctBy(x => x.FieldId ?? x.Message).ToList();
        if (links.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        await DrawAsync(output, "ErrorSummary", links);
    }

    private IEnumerable<ErrorLink> FromFields() =>
        (Fields ?? []).Where(x => x.Error is not null).Select(x => new ErrorLink(x.Id, x.Error!));

    private IEnumerable<ErrorLink> FromState()
    {
        var order = new ErrorOrder(ViewContext.ViewData.ModelMetadata);
        return ViewContext.ViewData.ModelState
            .Where(x => x.Value is { Errors.Count: > 0 })
            .OrderBy(x => order.Of(x.Key), StringComparer.Ordinal)
            .Select(x => new ErrorLink(IdOf(x.Key), MessageOf(x.Value!)));
    }

    private static string MessageOf(ModelStateEntry entry) => entry.Errors[0].ErrorMessage;

    // The year carries the id of the whole date, see FieldModel.OptionId.
    private static string? IdOf(string key) => key.Length == 0
        ? null
        : TagBuilder.CreateSanitizedId(key.EndsWith($".{nameof(DateParts.Year)}", StringComparison.Ordinal) ? key[..^5] : key, "_");
}
