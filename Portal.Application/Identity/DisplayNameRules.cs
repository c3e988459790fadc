using FluentValidation;
using Portal.Application.Shared;

namespace Portal.Application.Identity;

/// <summary>The name that others see. Any script, never split.</summary>
public static class DisplayNameRules
{
    public const int MaxLength = 100;

    private const string Missing = "Account.Name.Missing", TooLong = "Account.Name.TooLong", Forbidden = "Account.Name.Forbidden";

    /// <summary>The text key of what is wrong; null when nothing is.</summary>
    public static string? Check(string? name) => CleanText.Line(name) switch
    {
        "" => Missing,
        var line when !CleanText.Fits(line, MaxLength) => TooLong,
        var line when CleanText.HasForbidden(line) => Forbidden,
        _ => null,
    };

    internal static void DisplayName<T>(this IRuleBuilderInitial<T, string?> rule) => rule
        .Must(name => Check(name) != Missing).WithErrorCode(Missing)
        .Must(name => Check(name) != TooLong).WithErrorCode(TooLong)
        .Must(name => Check(name) != Forbidden).WithErrorCode(Forbidden);
}
