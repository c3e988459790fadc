using Portal.Application.Shared;
using Section = Portal.Application.Fellowships.Domain.ApplicationSectionKind;

namespace Portal.Application.Fellowships.Domain;

/// <summary>Rules between two answers of a section.</summary>
internal static class CrossFieldRules
{
    /// <summary>A rule elsewhere makes this answer unnecessary: a person with one name has no given name.</summary>
    internal static bool Excuses(FormField field, Answers answers) =>
        answers["about.singleName"] == "yes" && answers[field.Key].Length == 0
        && field.Key is ("about.latinGiven" or "about.nativeGiven" or "about.kanaGiven");

    /// <param name="typedOn">The day on which the answers were saved; a birth or a registration after it is a slip.</param>
    internal static IEnumerable<Error> Problems(Section section, Answers answers, Government side, DateOnly typedOn) =>
        Between(section, answers, side).Concat(Future(answers, typedOn));

    private static IEnumerable<Error> Between(Section section, Answers answers, Government side) => section switch
    {
        Section.AboutYou => AboutYou(answers, side),
        Section.EducationAndWork => Periods(answers),
        Section.Certifications => Certifications(answers),
        _ => [],
    };

    private static IEnumerable<Error> AboutYou(Answers answers, Government side)
    {
        // Each government nominates its own citizens; the alpha-3 codes are ISO 3166-1.
        var nation = side == Government.Japan ? "JPN" : "USA";
        if (answers["about.citizenship"] is { Length: > 0 } citizenship && citizenship != nation)
        {
            yield return new Error("Fellowships.Answer.CitizenshipSide", "about.citizenship");
        }

        if (answers["about.nativeFamily"].Length > 0 && side != Government.Japan && answers["about.nativeFamily"].EnumerateRunes().Any(r => Characters.IsIdeograph(r) || Characters.IsKana(r))
            && answers["about.kanaFamily"].Length == 0)
        {
            yield return new Error("Fellowships.Answer.Missing", "about.kanaFamily");
        }
    }

    private static IEnumerable<Error> Future(Answers answers, DateOnly typedOn) => answers.Values
        .Where(a => a.Key == "about.birthDate" || a.Key.EndsWith(".registeredOn", StringComparison.Ordinal))
        .Where(a => AnswerRules.TryDate(a.Value, out var date) && date > typedOn)
        .Select(a => new Error("Fellowships.Answer.DateInFuture", a.Key));

    private static IEnumerable<Error> Periods(Answers answers)
    {
        foreach (var key in answers.Values.Keys.Where(k => k.EndsWith(".to", StringComparison.Ordinal)))
        {
            var from = key[..^2] + "from";
            if (AnswerRules.TryDate(answers[from] + "-1", out var start) && AnswerRules.TryDate(answers[key] + "-1", out var end) && end < start)
            {
                yield return new Error("Fellowships.Answer.EndBeforeStart", key);
            }
        }
    }

    private static IEnumerable<Error> Certifications(Answers answers)
    {
        var holdsSome = answers.Values.Keys.Any(k => k.StartsWith("certification.", StringComparison.Ordinal));
        var saysNone = answers[ApplicationForm.NoCertifications] == "yes";
        if (holdsSome == saysNone)
        {
            yield return new Error(holdsSome ? "Fellowships.Answer.NoneButSome" : "Fellowships.Answer.NoneOrSome", ApplicationForm.NoCertifications);
        }
    }
}
