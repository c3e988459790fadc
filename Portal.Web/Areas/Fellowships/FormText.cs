using System.Text.RegularExpressions;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Fellowships.Queries;
using Portal.Application.Shared;
using Portal.Web.Infrastructure;

namespace Portal.Web.Areas.Fellowships;

/// <summary>The words of the application form: labels, hints, choices, answers and what is wrong with them, in the language of the page.</summary>
/// <param name="choices">The catalogues behind the choices; their names keep their own language.</param>
public sealed partial class FormText(Text text, FormChoices.Lists choices)
{
    private readonly Formats _formats = new(key => text[key]);

    public Formats Formats => _formats;

    public FormChoices.Lists Choices => choices;

    public string Section(ApplicationSectionKind kind) => text[$"Fellowships.Section.{kind}"];

    public string SectionHint(ApplicationSectionKind kind) => text[$"Fellowships.Section.{kind}.Hint"];

    /// <summary>The heading of one entry of a repeated part: School 2.</summary>
    public string Entry(string group, int number) => text.Get($"Fellowships.Form.{group}.Entry", ("Number", number));

    public string Label(FormField field) => field.Words is { } words ? words.Best(PageLanguage.Current).Text : text[field.TextKey!];

    /// <summary>The label where the entry that it belongs to is not in sight: School 2: name.</summary>
    public string FullLabel(FormField field) => field.Number is { } number
        ? text.Get("Fellowships.Form.InEntry", ("Entry", Entry(field.Key.Split('.')[0], number)), ("Label", Label(field)))
        : Label(field);

    public string? Hint(FormField field) => field switch
    {
        { Hint: { } own } => own.Best(PageLanguage.Current).Text is { Length: > 0 } words ? words : null,
        { TextKey: { } key } when text.Has(key + ".Hint") => text[key + ".Hint"],
        _ => null,
    };

    public string Option(FormField field, string code) => field.OptionWords?.GetValueOrDefault(code) is { } words
        ? words.Best(PageLanguage.Current).Text
        : text[$"{field.TextKey}.{code}"];

    /// <summary>An answer as people read it; empty when there is none. A box that may be left alone says no by staying empty.</summary>
    public string Answer(FormField field, string value) => value.Length == 0 ? (field.Kind == FieldKind.Tick ? text["Shared.No"] : "") : field.Kind switch
    {
        FieldKind.PostalCode => JapanesePostalCode().Replace(value, "$1-$2"),
        FieldKind.Date => AnswerRules.TryDate(value, out var date) ? _formats.DateRange(date, date) : value,
        FieldKind.YearMonth => AnswerRules.TryDate(value + "-1", out var month) ? MonthOf(month) : value,
        FieldKind.YesNo or FieldKind.MustBeYes => text[value == "yes" ? "Shared.Yes" : "Shared.No"],
        FieldKind.Tick or FieldKind.MustTick => text["Shared.Yes"],
        FieldKind.Choice or FieldKind.Choices => string.Join('\n', value.Split('\n').Select(c => field.Options.Contains(c) ? Option(field, c) : c)),
        FieldKind.Country => Countries.NameOf(value),
        FieldKind.Certification => choices.Certifications.FirstOrDefault(c => c.Code == value) is { } found ? NameOf(found) : value,
        FieldKind.WorkRole => choices.WorkRoles.FirstOrDefault(r => r.Code == value) is { } found ? NameOf(found) : value,
        _ => value,
    };

    /// <summary>The language of an answer, where it is known to be another one than the page's.</summary>
    public string? LanguageOf(FormField field, string value) => field.Kind switch
    {
        FieldKind.Kana => "ja",
        FieldKind.Latin or FieldKind.WorkRole => "en",
        FieldKind.Certification => choices.Certifications.FirstOrDefault(c => c.Code == value) is { } found ? LanguageOf(found) : null,
        _ => null,
    };

    /// <summary>The sentence of an error: the field's own when there is one, or the general one that names the field.</summary>
    public string Problem(FormField? field, Error error)
    {
        var own = $"{field?.TextKey}.{error.Code.Split('.')[^1]}";
        if (field?.TextKey is not null && text.Has(own))
        {
            return text[own];
        }

        var slots = new Dictionary<string, object?>(error.Slots ?? new Dictionary<string, object?>()) { ["Label"] = field is null ? "" : FullLabel(field) };
        return ErrorSentence.Of(text, error with { Slots = slots });
    }

    /// <summary>A certification under its original name; the translated one stands in brackets.</summary>
    public static string NameOf(FormChoices.Certificate certificate) => certificate.NameJa is not { Length: > 0 } ja ? certificate.NameEn
        : certificate.Country == "JPN" ? $"{ja} ({certificate.NameEn})"
        : certificate.NameEn;

    public static string LanguageOf(FormChoices.Certificate certificate) =>
        certificate is { Country: "JPN", NameJa.Length: > 0 } ? "ja" : "en";

    public static string NameOf(FormChoices.WorkRole role) => $"{role.Title} ({role.Code})";

    /// <summary>Jan 11, 2027, 2:32 p.m. JST: short, for stamps beside a thing.</summary>
    public string Stamp(DateTimeOffset instant, string zone)
    {
        var local = new Deadline(instant, zone).Local(zone);
        return text.Get("Fellowships.Applications.Stamp",
            ("Date", _formats.ShortDate(DateOnly.FromDateTime(local.DateTime))), ("Time", Clock(instant, zone)));
    }

    /// <summary>2:32 p.m. JST.</summary>
    public string Clock(DateTimeOffset instant, string zone)
    {
        var local = new Deadline(instant, zone).Local(zone);
        var abbreviation = zone == PortalZones.Japan ? "Jst" : local.Offset.Hours == -5 ? "Est" : "Edt";
        return text.Get($"Fellowships.Applications.Clock.{abbreviation}", ("Time", _formats.Time(TimeOnly.FromDateTime(local.DateTime))));
    }

    private string MonthOf(DateOnly first) => text.Get("Fellowships.Form.Month",
        ("Year", first.Year), ("Month", text[$"Fellowships.Form.Month.{first.Month}"]));

    [GeneratedRegex("^([0-9]{3})([0-9]{4})$")]
    private static partial Regex JapanesePostalCode();
}
