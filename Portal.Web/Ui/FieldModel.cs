namespace Portal.Web.Ui;

/// <summary>Auto follows the property's type.</summary>
public enum FieldKind { Auto, Text, Email, Tel, Url, Password, Search, TextArea, Number, Select, Radios, Checkboxes, Checkbox, Date, YearMonth, Time, File, NativeDate }

public enum FieldNeed { Required, Optional, Unmarked }

public sealed record FieldOption(string Value, string Text)
{
    public string? Hint { get; init; }

    public string? Group { get; init; }

    /// <summary>The language of the group's name, when it is not the page's.</summary>
    public string? GroupLang { get; init; }

    public string? Lang { get; init; }
}

/// <summary>One question of a form, ready to be drawn: every text is localized, every value is what was typed.</summary>
public sealed record FieldModel
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Label { get; init; }

    public FieldKind Kind { get; init; } = FieldKind.Text;

    public string? Hint { get; init; }

    public FieldNeed Need { get; init; }

    /// <summary>The value, the chosen options, or year, month and day.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    public IReadOnlyList<FieldOption> Options { get; init; } = [];

    public string? Error { get; init; }

    /// <summary>The language that is typed here, when it is not the page's.</summary>
    public string? Lang { get; init; }

    /// <summary>Limit in user-perceived characters. It is counted, never cut: cutting breaks an IME conversion.</summary>
    public int? Max { get; init; }

    public string? Autocomplete { get; init; }

    public string? InputMode { get; init; }

    public int Width { get; init; }

    public string? Accept { get; init; }

    public bool Multiple { get; init; }

    /// <summary>The text of the empty option of a select; empty for none.</summary>
    public string? Choose { get; init; }

    public string? Value => Values.Count > 0 ? Values[0] : null;

    public string? HintId => Hint is null ? null : $"{Id}-hint";

    public string? ErrorId => Error is null ? null : $"{Id}-error";

    public string? CountId => Max is null ? null : $"{Id}-count";

    public string? DescribedBy => Join(HintId, ErrorId, CountId);

    public string? Invalid => Error is null ? null : "true";

    public string FrameClass => Error is null ? "field" : "field field--err";

    public string? WidthClass => Width > 0 ? $"w-{Width}" : null;

    public string InputType => Kind switch
    {
        FieldKind.Email => "email",
        FieldKind.Tel => "tel",
        FieldKind.Url => "url",
        FieldKind.Password => "password",
        FieldKind.Search => "search",
        FieldKind.NativeDate => "date",
        // Numbers and times are text: type=number refuses full-width digits, type=time follows the browser's language.
        _ => "text",
    };

    public string? Keyboard => InputMode ?? (Kind == FieldKind.Number ? "numeric" : null);

    public string? SpokenLang => Infrastructure.PageLanguage.Differing(Lang);

    public bool Has(string value) => Values.Contains(value, StringComparer.Ordinal);

    public string Part(int index) => index < Values.Count ? Values[index] : "";

    /// <summary>The first control carries the field's own id, so that the error summary's link reaches it.</summary>
    public string OptionId(int index) => index == 0 ? Id : $"{Id}-{index + 1}";

    private static string? Join(params string?[] ids) => ids.All(x => x is null) ? null : string.Join(' ', ids.Where(x => x is not null));
}
