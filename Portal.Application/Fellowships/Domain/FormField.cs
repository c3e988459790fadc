using Portal.Application.Shared;
using Section = Portal.Application.Fellowships.Domain.ApplicationSectionKind;

namespace Portal.Application.Fellowships.Domain;

/// <summary>How an answer is typed, cleaned and checked.</summary>
public enum FieldKind
{
    Line, Prose, Kana, Latin, Phone, PostalCode, Date, YearMonth, YesNo, MustBeYes, Tick, MustTick, Choice, Choices, Country, Certification, WorkRole, File,
}

/// <summary>One question of an application's form.</summary>
/// <param name="Key">Stable name of the answer, for example <c>about.familyName</c> or <c>education.2.school</c>; never shown.</param>
/// <param name="IsRequired">Whether an empty answer keeps the section from being complete.</param>
/// <param name="MaxLength">In user-perceived characters (text elements).</param>
/// <param name="Options">Codes of the choices; empty where the choices come from a catalogue.</param>
/// <param name="TextKey">Text key of the label; null for the call's own questions, whose words are data.</param>
/// <param name="Words">The call's own words for the question.</param>
/// <param name="OptionWords">The call's own words for the choices, by code.</param>
public sealed record FormField(
    Section Section,
    string Key,
    FieldKind Kind,
    bool IsRequired,
    int MaxLength,
    IReadOnlyList<string> Options,
    string? TextKey,
    BilingualText? Words = null,
    BilingualText? Hint = null,
    IReadOnlyDictionary<string, BilingualText>? OptionWords = null)
{
    /// <summary>The group and number of a repeated field: <c>education.2.school</c> is number 2 of <c>education</c>.</summary>
    public int? Number => Key.Split('.') is [_, var n, _] && int.TryParse(n, out var number) ? number : null;
}

/// <summary>Fields that repeat: schools, jobs, certifications.</summary>
/// <param name="Min">How many entries a complete section has at least.</param>
public sealed record FormGroup(Section Section, string Name, int Min, int Max, IReadOnlyList<FormField> Template)
{
    /// <summary>Whether a key such as <c>education.2</c> names one whole entry.</summary>
    public bool IsEntry(string key) => Enumerable.Range(1, Max).Any(n => key == $"{Name}.{n}");

    public IEnumerable<FormField> Entry(int number) => Template.Select(f => f with { Key = $"{Name}.{number}.{f.Key}" });
}
