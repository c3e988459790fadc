using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Portal.Web.Infrastructure;
using Portal.Web.Ui;

namespace Portal.Web.TagHelpers;

/// <summary>A question: from a property (<c>for</c>), from loose values (<c>name</c>), or from a finished <see cref="FieldModel"/>.</summary>
[HtmlTargetElement("portal-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldTagHelper(IHtmlHelper html, Text text) : PartialTagHelper(html)
{
    private bool _isErrorGiven;

    public ModelExpression? For { get; set; }

    public FieldModel? Model { get; set; }

    public string? Id { get; set; }

    public string? Name { get; set; }

    public string? Value { get; set; }

    public string? Label { get; set; }

    public string? LabelKey { get; set; }

    public string? Hint { get; set; }

    public string? HintKey { get; set; }

    /// <summary>Whoever names it speaks for it: another form of the page may have a field of the same name.</summary>
    public string? Error
    {
        get;
        // Razor writes an empty text where an expression has none.
        set => (field, _isErrorGiven) = (string.IsNullOrEmpty(value) ? null : value, true);
    }

    public FieldKind Kind { get; set; }

    public FieldNeed Need { get; set; }

    public IEnumerable<SelectListItem>? Items { get; set; }

    public string? Lang { get; set; }

    public int? Max { get; set; }

    public string? Autocomplete { get; set; }

    [HtmlAttributeName("inputmode")]
    public string? InputMode { get; set; }

    public int Width { get; set; }

    public string? Accept { get; set; }

    public bool Multiple { get; set; }

    public string? Choose { get; set; }

    public override Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        DrawAsync(output, "Field", Model ?? (For is null ? FromValues() : FromProperty(new BoundField(For, ViewContext, text))));

    private FieldModel FromProperty(BoundField bound)
    {
        var kind = Kind == FieldKind.Auto ? bound.KindWith(Items is not null) : Kind;
        return Common(bound.FullName, kind) with
        {
            Id = Id ?? bound.Id,
            Label = Label ?? text[LabelKey ?? bound.LabelKey],
            Hint = Hint ?? HintOf(LabelKey ?? bound.LabelKey),
            Values = kind == FieldKind.Password ? [] : bound.Values,
            Options = Items is null ? bound.DefaultOptions : OptionsOf(Items),
            Error = Error ?? bound.Error,
        };
    }

    private FieldModel FromValues()
    {
        var options = OptionsOf(Items ?? []);
        var name = Name ?? throw new InvalidOperationException("A portal-field needs for, model or name.");
        var chosen = Items?.Where(x => x.Selected).Select(ValueOf).ToList() ?? [];
        return Common(name, Kind == FieldKind.Auto ? FieldKind.Text : Kind) with
        {
            Options = options,
            Values = Value is null ? chosen : [Value],
            Error = _isErrorGiven ? Error : ViewContext.ViewData.ModelState[name]?.Errors.FirstOrDefault()?.ErrorMessage,
        };
    }

    private FieldModel Common(string name, FieldKind kind) => new()
    {
        Id = Id ?? TagBuilder.CreateSanitizedId(name, "_"),
        Name = name,
        Kind = kind,
        Label = Label ?? (LabelKey is null ? "" : text[LabelKey]),
        Hint = Hint ?? HintOf(LabelKey),
        Need = Need,
        Error = Error,
        Lang = Lang,
        Max = Max,
        Autocomplete = Autocomplete,
        InputMode = InputMode,
        Width = Width,
        Accept = Accept,
        Multiple = Multiple,
        Choose = Choose,
    };

    private string? HintOf(string? labelKey)
    {
        var key = HintKey ?? $"{labelKey}.Hint";
        return HintKey is not null || (labelKey is not null && text.Has(key)) ? text[key] : null;
    }

    private static List<FieldOption> OptionsOf(IEnumerable<SelectListItem> items) =>
        [.. items.Select(x => new FieldOption(ValueOf(x), x.Text) { Group = x.Group?.Name })];

    private static string ValueOf(SelectListItem item) => item.Value ?? item.Text;
}
