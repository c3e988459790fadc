using FluentValidation;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;
using Text = System.Linq.Expressions.Expression<System.Func<Portal.Application.Fellowships.Domain.CallContent, string>>;

namespace Portal.Application.Fellowships.Commands;

/// <summary>Limits that hold even for a draft; what a complete call needs is the domain's <see cref="CallReadiness"/>.</summary>
internal sealed class CallContentValidator : AbstractValidator<CallContent>
{
    public CallContentValidator()
    {
        foreach (var title in (Text[])[x => x.Title.Ja, x => x.Title.En])
        {
            RuleFor(title).Must(t => Fits(t, CallContent.MaxTitle)).WithErrorCode("Fellowships.Call.TitleTooLong");
            RuleFor(title).Must(t => !CleanText.HasForbidden(t)).WithErrorCode("Fellowships.Call.Forbidden");
        }

        foreach (var text in (Text[])
            [x => x.Summary.Ja, x => x.Summary.En, x => x.WhoCanApply.Ja, x => x.WhoCanApply.En, x => x.WhatYouGet.Ja, x => x.WhatYouGet.En])
        {
            RuleFor(text).Must(t => Fits(t, CallContent.MaxText)).WithErrorCode("Fellowships.Call.TextTooLong");
            RuleFor(text).Must(t => !CleanText.HasForbidden(t)).WithErrorCode("Fellowships.Call.Forbidden");
        }

        RuleFor(x => x.Criteria).Must(c => c.Count <= CallContent.MaxCriteria && c.All(i => Fits(i.Text))).WithErrorCode("Fellowships.Call.CriteriaTooMany");
        RuleFor(x => x.Criteria).Must(c => !c.Any(i => HasForbidden(i.Text))).WithErrorCode("Fellowships.Call.Forbidden");
        RuleFor(x => x.Questions).Must(q => q.Count <= CallContent.MaxQuestions && q.All(Fits)).WithErrorCode("Fellowships.Call.QuestionsTooMany");
        RuleFor(x => x.Questions).Must(q => !q.SelectMany(Words).Any(HasForbidden)).WithErrorCode("Fellowships.Call.Forbidden");
    }

    private static IEnumerable<BilingualText> Words(CallQuestion question) => [question.Text, question.Hint, .. question.Options.Select(o => o.Text)];

    private static bool HasForbidden(BilingualText text) => CleanText.HasForbidden(text.Ja) || CleanText.HasForbidden(text.En);

    private static bool Fits(string text, int max) => CleanText.Fits(text, max);

    private static bool Fits(BilingualText text) => Fits(text.Ja, CallContent.MaxWords) && Fits(text.En, CallContent.MaxWords);

    private static bool Fits(CallQuestion question) =>
        Fits(question.Text) && Fits(question.Hint) && question.MaxLength is >= 0 and <= CallContent.MaxAnswer
        && question.Options.Count <= CallContent.MaxOptions && question.Options.All(o => Fits(o.Text));
}
