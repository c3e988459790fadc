using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;

namespace Portal.Tests.Support;

internal static partial class TestData
{
    private static readonly Dictionary<string, string> KnownAnswers = new()
    {
        ["about.nativeFamily"] = "髙﨑", ["about.nativeGiven"] = "葛\U000E0100葉", ["about.kanaFamily"] = "タカサキ", ["about.kanaGiven"] = "カズハ",
        ["about.latinFamily"] = "Takasaki", ["about.latinGiven"] = "Kazuha", ["about.birthDate"] = "1990-4-1", ["about.phone"] = "03-1234-5678",
        ["about.postalCode"] = "1008926", ["about.address"] = "東京都千代田区霞が関2-1-2", ["about.residence"] = "JPN",
        ["plan.title"] = "船舶制御システムの防護", ["plan.language"] = "ja", ["plan.summary"] = "港湾の制御系を調べます。\n二年目に演習を行います。",
        [ApplicationForm.NoCertifications] = "yes",
    };

    /// <summary>Answers that complete every section of a form but its files. Optional answers are left out unless the form names a group's first entry.</summary>
    public static IReadOnlyDictionary<ApplicationSectionKind, Answers> CompleteAnswers(ApplicationForm form) =>
        form.Sections.ToDictionary(s => s, s => CompleteAnswers(form, s));

    public static Answers CompleteAnswers(ApplicationForm form, ApplicationSectionKind section) =>
        form.Fields(section, Answers.Empty)
            .Where(f => f.Kind != FieldKind.File && (f.IsRequired || f.Key == ApplicationForm.NoCertifications))
            .Aggregate(Answers.Empty, (answers, field) => answers.With(field.Key, Answer(form, field)));

    private static string Answer(ApplicationForm form, FormField field) => field.Kind switch
    {
        _ when KnownAnswers.TryGetValue(field.Key, out var known) => known,
        FieldKind.Country => form.Side == Government.Japan ? "JPN" : "USA",
        FieldKind.YesNo or FieldKind.MustBeYes or FieldKind.Tick or FieldKind.MustTick => "yes",
        FieldKind.Choice or FieldKind.Choices => field.Options[0],
        FieldKind.Date => "2020-4-1",
        FieldKind.YearMonth => "2012-4",
        FieldKind.Certification => Certification,
        FieldKind.WorkRole => WorkRole,
        FieldKind.Kana => "カナ",
        FieldKind.Phone => "03-1234-5678",
        FieldKind.PostalCode => "1008926",
        _ => "Answer",
    };
}
