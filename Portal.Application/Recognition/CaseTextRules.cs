using FluentValidation;
using Portal.Application.Shared;

namespace Portal.Application.Recognition;

internal static class CaseTextRules
{
    public const int MaxLength = 2000;

    /// <summary>Something written, and no more than a page can show.</summary>
    public static void CaseText<T>(this IRuleBuilderInitial<T, string> rule, string missing) => rule.Cascade(CascadeMode.Stop)
        .NotEmpty().WithErrorCode(missing)
        .Must(t => CleanText.Length(t) <= MaxLength).WithErrorCode("Cases.Text.TooLong")
        .Must(t => !CleanText.HasForbidden(t)).WithErrorCode("Cases.Text.Forbidden");

    /// <summary>The same for what may be left empty.</summary>
    public static void OptionalCaseText<T>(this IRuleBuilderInitial<T, string> rule) => rule.Cascade(CascadeMode.Stop)
        .Must(t => CleanText.Length(t) <= MaxLength).WithErrorCode("Cases.Text.TooLong")
        .Must(t => !CleanText.HasForbidden(t)).WithErrorCode("Cases.Text.Forbidden");
}
