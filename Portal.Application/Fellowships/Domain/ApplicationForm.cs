using System.Globalization;
using Portal.Application.Shared;
using Section = Portal.Application.Fellowships.Domain.ApplicationSectionKind;

namespace Portal.Application.Fellowships.Domain;

/// <summary>The form of an application, said once: pages, autosave, checks, the receipt and the correction of named fields all read these tables.
/// Names follow GIF (government interoperability framework of Japan, person data) in three scripts.</summary>
public sealed class ApplicationForm(CallContent call, Government side)
{
    public const int MaxFiles = 10;
    public const string NoCertifications = "certifications.none";

    private static readonly FormField[] s_about =
    [
        Field(Section.AboutYou, "about.nativeFamily", FieldKind.Line, false, 100),
        Field(Section.AboutYou, "about.nativeGiven", FieldKind.Line, false, 100),
        Field(Section.AboutYou, "about.kanaFamily", FieldKind.Kana, false, 100),
        Field(Section.AboutYou, "about.kanaGiven", FieldKind.Kana, false, 100),
        Field(Section.AboutYou, "about.latinFamily", FieldKind.Latin, true, 100),
        Field(Section.AboutYou, "about.latinGiven", FieldKind.Latin, true, 100),
        Field(Section.AboutYou, "about.singleName", FieldKind.Tick, false, 0),
        Field(Section.AboutYou, "about.knownAs", FieldKind.Line, false, 100),
        Field(Section.AboutYou, "about.birthDate", FieldKind.Date, true, 0),
        Field(Section.AboutYou, "about.citizenship", FieldKind.Country, true, 0),
        Field(Section.AboutYou, "about.phone", FieldKind.Phone, true, 40),
        Field(Section.AboutYou, "about.postalCode", FieldKind.PostalCode, true, 12),
        Field(Section.AboutYou, "about.address", FieldKind.Prose, true, 300),
        Field(Section.AboutYou, "about.residence", FieldKind.Country, true, 0),
    ];

    private static readonly HashSet<string> s_japaneseNames =
        ["about.nativeFamily", "about.nativeGiven", "about.kanaFamily", "about.kanaGiven"];

    private static readonly FormField[] s_consents =
    [
        Field(Section.Eligibility, "consent.privacy", FieldKind.MustTick, true, 0),
        Field(Section.Eligibility, "consent.share", FieldKind.MustTick, true, 0),
        Field(Section.Eligibility, "consent.contact", FieldKind.Tick, false, 0),
    ];

    private static readonly FormField[] s_plan =
    [
        Field(Section.ResearchPlan, "plan.title", FieldKind.Line, true, 200),
        Field(Section.ResearchPlan, "plan.workRole", FieldKind.WorkRole, true, 0),
        Field(Section.ResearchPlan, "plan.language", FieldKind.Choice, true, 0, "ja", "en"),
        Field(Section.ResearchPlan, "plan.summary", FieldKind.Prose, true, 4000),
        Field(Section.ResearchPlan, "plan.host", FieldKind.Line, false, 200),
    ];

    private static readonly FormField[] s_documents =
    [
        Field(Section.Documents, "documents.cv", FieldKind.File, true, 0),
        Field(Section.Documents, "documents.transcript", FieldKind.File, true, 0),
        Field(Section.Documents, "documents.other", FieldKind.File, false, 0),
    ];

    private static readonly FormField[] s_noCertifications =
        [Field(Section.Certifications, NoCertifications, FieldKind.Tick, false, 0)];

    /// <summary>The repeated parts.</summary>
    public static readonly IReadOnlyList<FormGroup> Groups =
    [
        Group(Section.EducationAndWork, "education", 1, 5,
            ("school", FieldKind.Line, true, 200, []),
            ("degree", FieldKind.Choice, true, 0, ["secondary", "technical", "bachelor", "master", "doctor", "other"]),
            ("field", FieldKind.Line, true, 200, []),
            ("from", FieldKind.YearMonth, true, 0, []),
            ("to", FieldKind.YearMonth, false, 0, [])),
        Group(Section.EducationAndWork, "work", 0, 10,
            ("employer", FieldKind.Line, true, 200, []),
            ("position", FieldKind.Line, true, 200, []),
            ("from", FieldKind.YearMonth, true, 0, []),
            ("to", FieldKind.YearMonth, false, 0, []),
            ("duties", FieldKind.Prose, false, 500, [])),
        Group(Section.Certifications, "certification", 0, 10,
            ("code", FieldKind.Certification, true, 0, []),
            ("number", FieldKind.Line, false, 100, []),
            ("registeredOn", FieldKind.Date, true, 0, []),
            ("isValid", FieldKind.YesNo, true, 0, [])),
    ];

    public Government Side => side;

    public IReadOnlyList<Section> Sections => call.AskedSections;

    /// <summary>By when the desks have promised an outcome.</summary>
    public Deadline DecisionBy => ClosingTime.On(call.DecisionOn, call.ClosesAt.Zone);

    /// <summary>All fields of a section, given how many entries each group has in the answers.</summary>
    public IReadOnlyList<FormField> Fields(Section section, Answers answers) =>
    [
        .. SingleFields(section),
        .. GroupsOf(section).SelectMany(g => answers.Entries(g).SelectMany(g.Entry)),
    ];

    /// <summary>A field by key, whether or not it has an answer yet; null when the form has no such field or does not ask for the section.</summary>
    public FormField? Find(Section section, string key) =>
        SingleFields(section).FirstOrDefault(f => f.Key == key) ?? FindInGroup(section, key);

    /// <summary>Whether a key names a field of the form, or a whole entry of a group such as <c>education.2</c>.</summary>
    public bool Has(string key) =>
        Sections.Any(s => Find(s, key) is not null || GroupsOf(s).Any(g => g.IsEntry(key)));

    /// <summary>What was typed into a section, cleaned; keys that the form does not have are dropped.</summary>
    public Answers Read(Section section, IReadOnlyDictionary<string, string?> typed) =>
        typed.Select(t => (Field: Find(section, t.Key), t.Value))
            .Where(t => t.Field is { Kind: not FieldKind.File })
            .Aggregate(Answers.Empty, (answers, t) => answers.With(t.Field!.Key, AnswerRules.Clean(t.Field, t.Value)));

    /// <summary>A file field may hold several files only where the form says "other".</summary>
    public static bool TakesSeveralFiles(string key) => key == "documents.other";

    /// <summary>The section that a file field belongs to.</summary>
    public static Section SectionOf(string fileKey) =>
        fileKey.StartsWith("question.", StringComparison.Ordinal) ? Section.OwnQuestions : Section.Documents;

    /// <summary>The group and number that a key such as <c>education.2</c> names; null when it names no entry of the section.</summary>
    internal (FormGroup Group, int Number)? FindEntry(Section section, string? key) =>
        GroupsOf(section).FirstOrDefault(g => key is not null && g.IsEntry(key)) is { } group
            ? (group, int.Parse(key.AsSpan(group.Name.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture))
            : null;

    internal IEnumerable<FormGroup> GroupsOf(Section section) => Groups.Where(g => g.Section == section && call.IsAsked(section));

    private FormField? FindInGroup(Section section, string key)
    {
        if (key.Split('.') is not [var name, var digits, _] || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        var group = GroupsOf(section).FirstOrDefault(g => g.Name == name);
        return number >= 1 && number <= group?.Max ? group.Entry(number).FirstOrDefault(f => f.Key == key) : null;
    }

    private IEnumerable<FormField> SingleFields(Section section) => section switch
    {
        _ when !call.IsAsked(section) => [],
        Section.AboutYou => s_about.Select(RequiredForSide),
        Section.Eligibility => call.Criteria.Select(CriterionField).Concat(s_consents),
        Section.Certifications => s_noCertifications,
        Section.ResearchPlan => s_plan,
        Section.Documents => s_documents,
        Section.OwnQuestions => call.Questions.Select(QuestionField),
        _ => [],
    };

    // Japan nominates under the name in the family register, so its candidates give native script and kana (GIF pattern 3).
    private FormField RequiredForSide(FormField field) =>
        side == Government.Japan && s_japaneseNames.Contains(field.Key) ? field with { IsRequired = true } : field;

    private static FormField CriterionField(CallCriterion criterion) =>
        new(Section.Eligibility, $"criterion.{criterion.Id:N}", FieldKind.MustBeYes, true, 0, [], null, criterion.Text);

    private static FormField QuestionField(CallQuestion question) => new(
        Section.OwnQuestions,
        $"question.{question.Id:N}",
        question.Kind switch
        {
            QuestionKind.ShortText => FieldKind.Line,
            QuestionKind.LongText => FieldKind.Prose,
            QuestionKind.OneChoice => FieldKind.Choice,
            QuestionKind.SeveralChoices => FieldKind.Choices,
            _ => FieldKind.File,
        },
        question.IsRequired,
        question.MaxLength,
        [.. question.Options.Select(o => o.Id.ToString("N"))],
        null,
        question.Text,
        question.Hint,
        question.Options.ToDictionary(o => o.Id.ToString("N"), o => o.Text));

    private static FormField Field(Section section, string key, FieldKind kind, bool isRequired, int max, params string[] options) =>
        new(section, key, kind, isRequired, max, options, "Fellowships.Form." + key);

    private static FormGroup Group(
        Section section, string name, int min, int max, params (string Key, FieldKind Kind, bool IsRequired, int Max, string[] Options)[] fields) =>
        new(section, name, min, max,
            [.. fields.Select(f => new FormField(section, f.Key, f.Kind, f.IsRequired, f.Max, f.Options, $"Fellowships.Form.{name}.{f.Key}"))]);
}
