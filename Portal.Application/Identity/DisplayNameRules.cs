using FluentValidation;
using Portal.Application.Shared;

namespace Portal.Application.Identity;

/// <summary>The name that others see. Any script, never split.</summary>
public static class DisplayNameRules
{
    public const int MaxLength = 100;

    /// <summary>The text key of what is wrong; null when nothing is.</summary>
    public static string? Check(string? name) => CleanText.Line(name) switch
    {
        "" => "Account.Name.Missing",
        var line when CleanText.Length(line) > MaxLength => "Account.Name.TooLong",
        var line when CleanText.HasForbidden(line) => "Account.Name.Forbidden",
        _ => null,
    };

    internal static void DisplayName<T>(this IRuleBuilderInitial<T, string?> rule) => rule.Custom((name, context) =>
    {
        if (Check(name) is { } code)
        {
            context.AddFailure(new FluentValidation.Results.ValidationFailure(context.PropertyPath, code) { ErrorCode = code });
        }
    });
}
