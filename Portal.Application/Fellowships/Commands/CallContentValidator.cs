using FluentValidation;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Fellowships.Commands;

/// <summary>Limits that hold even for a draft; what a complete call needs is the domain's <see cref="CallReadiness"/>.</summary>
internal sealed class CallContentValidator : AbstractValidator<CallContent>
{
    public const int MaxTitle = 150, MaxText = 4000, MaxCriteria = 10, MaxQuestions = 20, MaxOptions = 20, MaxWords = 500;

    public CallContentValidator()
    {
        RuleFor(x => x.Title).Must(t => Fits(t, MaxTitle)).WithErrorCode("Fellowships.Call.TitleTooLong");
        RuleFor(x => x.Summary).Must(t => Fits(t, MaxText)).WithErrorCode("Fellowships.Call.TextTooLong");
        RuleFor(x => x.WhoCanApply).Must(t => Fits(t, MaxText)).WithErrorCode("Fellowships.Call.TextTooLong");
        RuleFor(x => x.WhatYouGet).Must(t => Fits(t, MaxText)).WithErrorCode("Fellowships.Call.TextTooLong");
        RuleFor(x => x.Criteria).Must(c => c.Count <= MaxCriteria && c.All(i => Fits(i.Text))).WithErrorCode("Fellowships.Call.CriteriaTooMany");
        RuleFor(x => x.Questions).Must(q => q.Count <= MaxQuestions && q.All(Fits)).WithErrorCode("Fellowships.Call.QuestionsTooMany");
        RuleFor(x => x).Must(c => !Words(c).Any(CleanText.HasForbidden)).WithErrorCode("Fellowships.Call.Forbidden");
    }

    private static IEnumerable<string> Words(CallContent content) => content.Texts.Select(t => t.Text)
        .Concat(content.Criteria.Select(c => c.Text))
        .Concat(content.Questions.SelectMany(q => q.Options.Select(o => o.Text).Prepend(q.Hint).Prepend(q.Text)))
        .SelectMany(t => new[] { t.Ja, t.En });

    private static bool Fits(ReviewedText text, int max) => CleanText.Length(text.Ja) <= max && CleanText.Length(text.En) <= max;

    private static bool Fits(BilingualText text) => CleanText.Length(text.Ja) <= MaxWords && CleanText.Length(text.En) <= MaxWords;

    private static bool Fits(CallQuestion question) =>
        Fits(question.Text) && Fits(question.Hint) && question.MaxLength is >= 0 and <= 10000
        && question.Options.Count <= MaxOptions && question.Options.All(o => Fits(o.Text));
}
