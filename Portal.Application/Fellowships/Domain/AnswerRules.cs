using System.Globalization;
using System.Text.RegularExpressions;
using Portal.Application.Shared;

namespace Portal.Application.Fellowships.Domain;

/// <summary>How an answer is cleaned when it is saved, and what is wrong with it when it is checked. Saving never refuses; checking never changes.</summary>
public static partial class AnswerRules
{
    private const int EarliestYear = 1900;

    /// <summary>Accepts what people type (full width, half-width kana, hiragana, hyphens of every kind) and stores one form.</summary>
    public static string Clean(FormField field, string? typed) => field.Kind switch
    {
        FieldKind.Prose => CleanText.Prose(typed),
        FieldKind.Kana => CleanText.Katakana(typed),
        FieldKind.Latin => CleanText.Latin(typed),
        FieldKind.Phone => CleanText.Phone(typed),
        FieldKind.PostalCode => CleanText.PostalCode(typed),
        FieldKind.Date or FieldKind.YearMonth => CleanDate(typed),
        FieldKind.Choices => string.Join('\n', (typed ?? "").Split('\n').Select(CleanText.Line).Where(c => c.Length > 0).Distinct().Order(StringComparer.Ordinal)),
        FieldKind.File => "",
        _ => CleanText.Line(typed),
    };

    /// <summary>The first thing wrong with one answer; null when it is fine. Catalogue choices are checked by the caller's catalogues.</summary>
    public static Error? Problem(FormField field, string value, FormCatalogue catalogue)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return field.IsRequired ? new Error(MissingCode(field.Kind), field.Key) : null;
        }

        if (field.Kind is FieldKind.Line or FieldKind.Prose or FieldKind.Kana or FieldKind.Latin && CleanText.HasForbidden(value))
        {
            return new Error("Fellowships.Answer.Forbidden", field.Key);
        }

        var length = Length(value);
        if (field.MaxLength > 0 && length > field.MaxLength)
        {
            return new Error("Fellowships.Answer.TooLong", field.Key,
                new Dictionary<string, object?> { ["Max"] = field.MaxLength, ["Over"] = length - field.MaxLength });
        }

        return KindProblem(field, value, catalogue) is { } code ? new Error(code, field.Key) : null;
    }

    /// <summary>A stored date is "year-month-day" as typed; false when no such day exists.</summary>
    public static bool TryDate(string value, out DateOnly date)
    {
        date = default;
        return value.Split('-') is [{ Length: 4 } y, var m, var d]
            && DateOnly.TryParseExact($"{y}-{m.PadLeft(2, '0')}-{d.PadLeft(2, '0')}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
    }

    // One perceived character can carry any number of marks, a column cannot.
    private static int Length(string value) => Math.Max(CleanText.Length(value), value.Length / CleanText.UnitsEach);

    private static string MissingCode(FieldKind kind) => kind switch
    {
        FieldKind.Choice or FieldKind.Choices or FieldKind.Country or FieldKind.Certification or FieldKind.WorkRole
            or FieldKind.YesNo or FieldKind.MustBeYes => "Fellowships.Answer.Choose",
        FieldKind.MustTick => "Fellowships.Answer.MustTick",
        FieldKind.File => "Fellowships.Answer.FileMissing",
        FieldKind.Date or FieldKind.YearMonth => "Fellowships.Answer.DateMissing",
        _ => "Fellowships.Answer.Missing",
    };

    private static string? KindProblem(FormField field, string value, FormCatalogue catalogue) => field.Kind switch
    {
        FieldKind.Kana when !KanaOnly().IsMatch(value) => "Fellowships.Answer.KanaOnly",
        FieldKind.Latin when !LatinOnly().IsMatch(value) => "Fellowships.Answer.LatinOnly",
        FieldKind.Phone when !PhoneNumber().IsMatch(value) => "Fellowships.Answer.PhoneInvalid",
        FieldKind.PostalCode when !Postal().IsMatch(value) => "Fellowships.Answer.PostalInvalid",
        FieldKind.Date when !TryDate(value, out _) => "Fellowships.Answer.DateNotReal",
        FieldKind.Date when TryDate(value, out var date) && date.Year < EarliestYear => "Fellowships.Answer.DateTooEarly",
        FieldKind.YearMonth when !TryDate(value + "-1", out _) => "Fellowships.Answer.MonthNotReal",
        FieldKind.MustBeYes when value == "no" => "Fellowships.Answer.MustBeYes",
        FieldKind.YesNo or FieldKind.MustBeYes when value is not ("yes" or "no") => "Fellowships.Answer.Choose",
        FieldKind.Tick or FieldKind.MustTick when value != "yes" => "Fellowships.Answer.Choose",
        FieldKind.Choice or FieldKind.Choices when !value.Split('\n').All(field.Options.Contains) => "Fellowships.Answer.Choose",
        FieldKind.Country when !catalogue.Countries.Contains(value) => "Fellowships.Answer.Choose",
        FieldKind.Certification when !catalogue.Certifications.Contains(value) => "Fellowships.Answer.Choose",
        FieldKind.WorkRole when !catalogue.WorkRoles.Contains(value) => "Fellowships.Answer.Choose",
        _ => null,
    };

    private static string CleanDate(string? typed)
    {
        var parts = (typed ?? "").Split('-').Select(CleanText.Digits).ToList();
        return parts.TrueForAll(p => p.Length == 0) ? "" : string.Join('-', parts);
    }

    [GeneratedRegex(@"^[ァ-ヺー・ヽヾ\u30A0 ]+$")]
    private static partial Regex KanaOnly();

    [GeneratedRegex(@"^[\p{IsBasicLatin}\u00C0-\u024F\u1E00-\u1EFF\u02BB\u02BC\u2018\u2019]+$")]
    private static partial Regex LatinOnly();

    // Six to fifteen digits are what E.164 allows; an extension may follow.
    [GeneratedRegex(@"^\+?(?:-?[0-9]){6,15}(?:-?(?:x|ext|内線|#)-?[0-9]{1,6})?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PhoneNumber();

    [GeneratedRegex(@"^[0-9A-Za-z][0-9A-Za-z \-]{2,11}$")]
    private static partial Regex Postal();
}

/// <summary>The codes that a form may refer to: ISO 3166-1 alpha-3 countries, certifications of the catalogue, NICE work roles.</summary>
public sealed record FormCatalogue(IReadOnlySet<string> Countries, IReadOnlySet<string> Certifications, IReadOnlySet<string> WorkRoles);
