using Portal.Application.Shared;
using Portal.Web.Infrastructure;
using Portal.Web.Ui;

namespace Portal.Web.Areas.Fellowships.Forms;

/// <summary>Two versions of a call, answer by answer, and the choice between them.</summary>
internal static class CallComparison
{
    private static readonly IReadOnlyList<ComparedAnswer> s_answers =
    [
        .. Texts("Title", f => f.Title, (f, text) => f with { Title = text }),
        .. Texts("Summary", f => f.Summary, (f, text) => f with { Summary = text }),
        .. Texts("WhoCanApply", f => f.WhoCanApply, (f, text) => f with { WhoCanApply = text }),
        .. Texts("WhatYouGet", f => f.WhatYouGet, (f, text) => f with { WhatYouGet = text }),
        new("Direction", (f, words) => words.Of(f.Direction), (f, other) => f with { Direction = other.Direction }),
        new("Awards", (f, _) => f.Awards, (f, other) => f with { Awards = other.Awards }),
        new("MonthlyJpy", (f, _) => f.MonthlyJpy, (f, other) => f with { MonthlyJpy = other.MonthlyJpy }),
        new("MonthlyUsd", (f, _) => f.MonthlyUsd, (f, other) => f with { MonthlyUsd = other.MonthlyUsd }),
        new("OpensAt", (f, words) => words.Of(f.OpensAt), (f, other) => f with { OpensAt = other.OpensAt }),
        new("ClosesAt", (f, words) => words.Of(f.ClosesAt), (f, other) => f with { ClosesAt = other.ClosesAt }),
        new("DecisionOn", (f, _) => CallFormWords.Of(f.DecisionOn), (f, other) => f with { DecisionOn = other.DecisionOn }),
        new("StartsOn", (f, _) => CallFormWords.Of(f.StartsOn), (f, other) => f with { StartsOn = other.StartsOn }),
        new("Months", (f, _) => f.Months, (f, other) => f with { Months = other.Months }),
        new("Sections", (f, words) => words.Of(f.Sections), (f, other) => f with { Sections = other.Sections }),
        new("Criteria", (f, _) => CallFormWords.Of(f.Criteria), (f, other) => f with { Criteria = other.Criteria }),
        new("Questions", (f, words) => words.Of(f.Questions), (f, other) => f with { Questions = other.Questions }),
    ];

    /// <summary>The answers that differ.</summary>
    public static Compare Of(CallForm mine, CallForm theirs, Text text)
    {
        var words = new CallFormWords(text);
        return new Compare(
        [
            .. s_answers
                .Select(a => new CompareRow(a.Name, a.Label(text), a.Written(mine, words), a.Written(theirs, words)) { Lang = a.Lang })
                .Where(r => !r.IsSame),
        ]);
    }

    /// <summary>My version with each answer that was chosen from theirs.</summary>
    public static CallForm Chosen(CallForm mine, CallForm theirs, IReadOnlyDictionary<string, string> keep) =>
        s_answers.Where(a => keep.GetValueOrDefault(a.Name) == "theirs").Aggregate(mine, (form, answer) => answer.Take(form, theirs));

    private static IEnumerable<ComparedAnswer> Texts(
        string name, Func<CallForm, PublicTextForm> of, Func<CallForm, PublicTextForm, CallForm> with) =>
    [
        new($"{name}.Ja", (f, _) => of(f).Ja, (f, other) => with(f, of(f) with { Ja = of(other).Ja })) { Lang = "ja" },
        new($"{name}.JaReviewed", (f, words) => words.OfMark(of(f).JaReviewed), (f, other) => with(f, of(f) with { JaReviewed = of(other).JaReviewed })),
        new($"{name}.En", (f, _) => of(f).En, (f, other) => with(f, of(f) with { En = of(other).En })) { Lang = "en" },
        new($"{name}.EnReviewed", (f, words) => words.OfMark(of(f).EnReviewed), (f, other) => with(f, of(f) with { EnReviewed = of(other).EnReviewed })),
    ];

    private sealed record ComparedAnswer(string Name, Func<CallForm, CallFormWords, string?> Write, Func<CallForm, CallForm, CallForm> Take)
    {
        public string? Lang { get; init; }

        // A browser sends line ends as CRLF; the stored text has LF.
        public string Written(CallForm form, CallFormWords words) => CleanText.Prose(Write(form, words)).Trim();

        public string Label(Text text) => Name.Split('.') is [var field, var part]
            ? text.Get($"Shared.PublicText.{part}", ("Field", text[$"Fellowships.Call.{field}"]))
            : text[$"Fellowships.Call.{Name}"];
    }
}
