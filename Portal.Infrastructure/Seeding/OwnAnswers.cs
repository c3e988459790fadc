using System.Text.RegularExpressions;
using Portal.Application.Fellowships.Domain;

namespace Portal.Infrastructure.Seeding;

/// <summary>Answers to what only the call knows: its criteria and its own questions.</summary>
internal static partial class OwnAnswers
{
    public static IReadOnlyDictionary<string, string?> To(ApplicationForm form, ApplicationSectionKind section, WorldCandidate candidate) =>
        form.Fields(section, Answers.Empty).Where(f => f.Kind != FieldKind.File).ToDictionary(f => f.Key, f => To(f, candidate));

    private static string? To(FormField field, WorldCandidate candidate) => field.Kind switch
    {
        FieldKind.Choice => field.Options[^1],
        FieldKind.Choices => string.Join('\n', field.Options.Take(2)),
        FieldKind.Line => candidate.Answers[ApplicationSectionKind.ResearchPlan].GetValueOrDefault("plan.host") ?? Offered().Match(field.Hint?.In(candidate.Language) ?? "").Value,
        FieldKind.Prose => candidate.Motivation,
        _ => "yes",
    };

    /// <summary>The word in quotes that a hint offers to those who have not decided.</summary>
    [GeneratedRegex("(?<=[「“])[^」”]+")]
    private static partial Regex Offered();
}
