using Portal.Application.Shared;

namespace Portal.Application.Fellowships.Domain;

/// <summary>What still keeps a call from being sent for the joint check. A draft may be saved with any content.</summary>
public static class CallReadiness
{
    public static IReadOnlyList<Error> Problems(CallContent content) =>
    [
        .. TextProblems(content),
        .. MissingDates(content),
        .. DateProblems(content),
        .. Numbers(content),
        .. content.Criteria.Where(c => !c.Text.IsComplete).Select(_ => new Error("Fellowships.Call.CriterionIncomplete", "Criteria")),
        .. content.Questions.Where(IsIncomplete).Select(_ => new Error("Fellowships.Call.QuestionIncomplete", "Questions")),
    ];

    private static IEnumerable<Error> TextProblems(CallContent content)
    {
        (string Field, ReviewedText Text)[] texts =
        [
            (nameof(content.Title), content.Title), (nameof(content.Summary), content.Summary),
            (nameof(content.WhoCanApply), content.WhoCanApply), (nameof(content.WhatYouGet), content.WhatYouGet),
        ];
        foreach (var (field, text) in texts.Where(t => !t.Text.IsReviewed))
        {
            var isMissing = text.StateOf("ja") == TextState.Missing || text.StateOf("en") == TextState.Missing;
            yield return new Error(isMissing ? "Fellowships.Call.TextMissing" : "Fellowships.Call.TextNotReviewed", field);
        }
    }

    // A draft keeps a date that nobody has given yet as the first instant of the calendar.
    private static IEnumerable<Error> MissingDates(CallContent content)
    {
        (string Field, bool IsGiven)[] dates =
        [
            (nameof(content.OpensAt), content.OpensAt.Instant != default), (nameof(content.ClosesAt), content.ClosesAt.Instant != default),
            (nameof(content.DecisionOn), content.DecisionOn != default), (nameof(content.StartsOn), content.StartsOn != default),
        ];
        return dates.Where(d => !d.IsGiven).Select(d => new Error("Fellowships.Call.DateMissing", d.Field));
    }

    private static IEnumerable<Error> DateProblems(CallContent content)
    {
        if (content.ClosesAt.Instant != default && content.ClosesAt.Instant <= content.OpensAt.Instant)
        {
            yield return new Error("Fellowships.Call.ClosesBeforeOpening", nameof(content.ClosesAt));
        }

        var areGiven = content.ClosesAt.Instant != default && content.DecisionOn != default;
        if (areGiven && content.DecisionOn <= DateOnly.FromDateTime(content.ClosesAt.Local(content.ClosesAt.Zone).DateTime))
        {
            yield return new Error("Fellowships.Call.DecisionBeforeClosing", nameof(content.DecisionOn));
        }

        if (content.StartsOn != default && content.StartsOn <= content.DecisionOn)
        {
            yield return new Error("Fellowships.Call.StartBeforeDecision", nameof(content.StartsOn));
        }
    }

    private static IEnumerable<Error> Numbers(CallContent content)
    {
        if (content.Awards is < 1 or > 1000)
        {
            yield return new Error("Fellowships.Call.AwardsRange", nameof(content.Awards));
        }

        if (content.Months is < 1 or > 36)
        {
            yield return new Error("Fellowships.Call.MonthsRange", nameof(content.Months));
        }

        if (content.MonthlyJpy.MinorUnits <= 0)
        {
            yield return new Error("Fellowships.Call.AmountMissing", nameof(content.MonthlyJpy));
        }

        if (content.MonthlyUsd.MinorUnits <= 0)
        {
            yield return new Error("Fellowships.Call.AmountMissing", nameof(content.MonthlyUsd));
        }
    }

    private static bool IsIncomplete(CallQuestion question) =>
        !question.Text.IsComplete
        || question.Hint.Ja.Length > 0 != question.Hint.En.Length > 0
        || (question.Kind is QuestionKind.ShortText or QuestionKind.LongText && question.MaxLength < 1)
        || (question.Kind is QuestionKind.OneChoice or QuestionKind.SeveralChoices
            && (question.Options.Count < 2 || question.Options.Any(o => !o.Text.IsComplete)));
}
