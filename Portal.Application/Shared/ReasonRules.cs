using FluentValidation;

namespace Portal.Application.Shared;

public static class ReasonRules
{
    public const int MaxLength = 1000;

    /// <summary>A reason that goes into the history: something, and no more than a page can show.</summary>
    public static IRuleBuilderOptions<T, string> Reason<T>(this IRuleBuilderInitial<T, string> rule) => rule.Cascade(CascadeMode.Stop)
        .NotEmpty().WithErrorCode("Shared.Reason.Missing")
        .Must(r => CleanText.Fits(r, MaxLength) && CleanText.JsonLength(r) <= CleanText.UnitsEach * MaxLength).WithErrorCode("Shared.Reason.TooLong")
        .Must(r => !CleanText.HasForbidden(r)).WithErrorCode("Shared.Reason.Forbidden");
}
