using System.Collections;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Portal.Web.Infrastructure;
using Portal.Web.Ui;

namespace Portal.Web.TagHelpers;

/// <summary>What a property and the model state know about a field. What was typed wins over what is stored.</summary>
internal sealed class BoundField(ModelExpression expression, ViewContext view, Text text)
{
    private static readonly string[] DateFields = [nameof(DateParts.Year), nameof(DateParts.Month), nameof(DateParts.Day)];

    private readonly ModelStateDictionary state = view.ViewData.ModelState;

    public string FullName { get; } = view.ViewData.TemplateInfo.GetFullHtmlFieldName(expression.Name);

    public string Id => TagBuilder.CreateSanitizedId(FullName, "_");

    public string LabelKey => TextKey.Of(expression.Metadata);

    public string? Error => Keys.Select(x => state[x]?.Errors.FirstOrDefault()?.ErrorMessage).FirstOrDefault(x => !string.IsNullOrEmpty(x));

    public IReadOnlyList<string> Values => IsDate ? [.. DateFields.Select(DatePart)] : Typed(FullName) ?? [.. Written(expression.Model)];

    public IReadOnlyList<FieldOption> DefaultOptions =>
        Type == typeof(bool?) ? [new("true", text["Shared.Yes"]), new("false", text["Shared.No"])] : [];

    private Type Type => expression.Metadata.ModelType;

    private bool IsDate => Type == typeof(DateParts);

    private bool IsMany => expression.Metadata.IsEnumerableType;

    private IEnumerable<string> Keys => IsDate ? [FullName, .. DateFields.Select(x => $"{FullName}.{x}")] : [FullName];

    public FieldKind KindWith(bool items) => expression.Metadata switch
    {
        _ when items => IsMany ? FieldKind.Checkboxes : FieldKind.Select,
        _ when IsDate => FieldKind.Date,
        _ when Type == typeof(bool) => FieldKind.Checkbox,
        _ when Type == typeof(bool?) => FieldKind.Radios,
        _ when typeof(IFormFile).IsAssignableFrom(expression.Metadata.ElementType ?? Type) => FieldKind.File,
        { UnderlyingOrModelType: var type } when type == typeof(TimeOnly) => FieldKind.Time,
        { UnderlyingOrModelType: var type } when type == typeof(DateOnly) => FieldKind.NativeDate,
        { UnderlyingOrModelType: var type } when type == typeof(int) || type == typeof(long) || type == typeof(decimal) => FieldKind.Number,
        _ => FieldKind.Text,
    };

    private string DatePart(string part)
    {
        var stored = expression.Model as DateParts;
        return Typed($"{FullName}.{part}")?.FirstOrDefault() ?? part switch
        {
            nameof(DateParts.Year) => stored?.Year,
            nameof(DateParts.Month) => stored?.Month,
            _ => stored?.Day,
        } ?? "";
    }

    private string[]? Typed(string key) => state.TryGetValue(key, out var entry) && entry.AttemptedValue is not null
        ? entry.RawValue as string[] ?? [entry.AttemptedValue]
        : null;

    private static List<string> Written(object? value) => value switch
    {
        null or IFormFile or IEnumerable<IFormFile> => [],
        string one => [one],
        IEnumerable many => [.. many.Cast<object?>().SelectMany(Written)],
        bool yes => [yes ? "true" : "false"],
        DateOnly date => [date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)],
        TimeOnly time => [time.ToString("HH:mm", CultureInfo.InvariantCulture)],
        _ => [Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""],
    };
}
