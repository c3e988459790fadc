using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Fellowships.Queries;
using Portal.Application.Shared;
using Portal.Web.Infrastructure;
using Portal.Web.Ui;
using Asked = Portal.Application.Fellowships.Domain.FieldKind;
using Control = Portal.Web.Ui.FieldKind;

namespace Portal.Web.Areas.Fellowships;

/// <summary>Draws the questions of the form: each kind of answer has its control here and nowhere else.</summary>
public sealed class SectionFields(FormText words, Text text, IReadOnlyList<Error> problems)
{
    private const int MostRadios = 5;

    public const string TickSuffix = ".Tick";

    // What browsers may offer; the person asked is always the candidate.
    private static readonly Dictionary<string, string> s_autocomplete = new()
    {
        ["about.latinFamily"] = "family-name", ["about.latinGiven"] = "given-name", ["about.knownAs"] = "nickname", ["about.birthDate"] = "bday",
        ["about.phone"] = "tel", ["about.postalCode"] = "postal-code", ["about.address"] = "street-address", ["about.residence"] = "country",
    };

    public static string IdOf(string key) => TagBuilder.CreateSanitizedId(key, "_");

    public FieldModel Draw(AnsweredField asked)
    {
        var (field, value) = (asked.Field, asked.Value);
        var control = ControlOf(field);
        return new FieldModel
        {
            Id = IdOf(field.Key),
            Name = control == Control.Checkbox ? field.Key + TickSuffix : field.Key,
            Kind = control,
            Label = field.Kind == Asked.MustTick ? text.Get("Fellowships.Form.MustTick", ("Label", words.Label(field))) : words.Label(field),
            Hint = words.Hint(field),
            Need = field.IsRequired ? FieldNeed.Required : FieldNeed.Optional,
            Values = ValuesOf(field, value),
            Options = OptionsOf(field),
            Error = ErrorOf(field),
            Lang = field.Kind switch { Asked.Kana => "ja", Asked.Latin => "en", _ => null },
            Max = field.Kind == Asked.Prose ? field.MaxLength : null,
            Autocomplete = s_autocomplete.GetValueOrDefault(field.Key),
            InputMode = field.Kind == Asked.Phone ? "tel" : null,
            Width = field.Kind switch { Asked.PostalCode => 10, Asked.Phone or Asked.Country => 20, _ => 0 },
            Accept = field.Kind == Asked.File ? ".pdf,.jpg,.jpeg,.png" : null,
        };
    }

    public string? ErrorOf(FormField field) => problems.FirstOrDefault(p => p.Field == field.Key) is { } problem ? words.Problem(field, problem) : null;

    private static Control ControlOf(FormField field) => field.Kind switch
    {
        Asked.Prose => Control.TextArea,
        Asked.Phone => Control.Tel,
        Asked.Date => Control.Date,
        Asked.YearMonth => Control.YearMonth,
        Asked.YesNo or Asked.MustBeYes => Control.Radios,
        Asked.Tick or Asked.MustTick => Control.Checkbox,
        Asked.Choice when field.Options.Count <= MostRadios => Control.Radios,
        Asked.Choices => Control.Checkboxes,
        Asked.Choice or Asked.Country or Asked.Certification or Asked.WorkRole => Control.Select,
        Asked.File => Control.File,
        _ => Control.Text,
    };

    private static string[] ValuesOf(FormField field, string value) => field.Kind switch
    {
        Asked.Date or Asked.YearMonth => value.Split('-'),
        Asked.Tick or Asked.MustTick => value == "yes" ? ["true"] : [],
        Asked.Choices => value.Split('\n'),
        _ => [value],
    };

    private IReadOnlyList<FieldOption> OptionsOf(FormField field) => field.Kind switch
    {
        Asked.YesNo or Asked.MustBeYes => [new("yes", text["Shared.Yes"]), new("no", text["Shared.No"])],
        Asked.Choice or Asked.Choices => [.. field.Options.Select(code => new FieldOption(code, words.Option(field, code)))],
        Asked.Country => CountryOptions.All,
        Asked.Certification => [.. words.Choices.Certifications.OrderBy(c => CountryOptions.PlaceOf(c.Country)).Select(Certificate)],
        Asked.WorkRole => [.. words.Choices.WorkRoles.Select(Role)],
        _ => [],
    };

    private static FieldOption Certificate(FormChoices.Certificate certificate) => new(certificate.Code, FormText.NameOf(certificate))
    {
        Lang = FormText.LanguageOf(certificate), Group = Countries.NameOf(certificate.Country),
    };

    private static FieldOption Role(FormChoices.WorkRole role) => new(role.Code, FormText.NameOf(role)) { Lang = "en", Group = role.Category, GroupLang = "en" };
}
