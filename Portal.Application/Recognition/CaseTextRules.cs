using FluentValidation;
using Portal.Application.Shared;

namespace Portal.Application.Recognition;

internal static class CaseTextRules
{
    public const int MaxLength = 2000;

    /// <summary>UTF-16 units in the JSON of a case: the narrowest columns hold one such text in 10,000 and three in 20,000.</summary>
    public const int MaxStored = 3 * MaxLength;

    /// <summary>Something written, and no more than a page can show.</summary>
    public static void CaseText<T>(this IRuleBuilderInitial<T, string> rule, string missing) => rule.Cascade(CascadeMode.Stop)
        .NotEmpty().WithErrorCode(missing)
        .Must(Fits).WithErrorCode("Cases.Text.TooLong")
        .Must(t => !CleanText.HasForbidden(t)).WithErrorCode("Cases.Text.Forbidden");

    /// <summary>The same for what may be left empty.</summary>
    public static void OptionalCaseText<T>(this IRuleBuilderInitial<T, string> rule) => rule.Cascade(CascadeMode.Stop)
        .Must(Fits).WithErrorCode("Cases.Text.TooLong")
        .Must(t => !CleanText.HasForbidden(t)).WithErrorCode("Cases.Text.Forbidden");

    private static bool Fits(string text) => CleanText.Length(text) <= MaxLength && CleanText.JsonLength(text) <= MaxStored;
}
