using FluentValidation;
using Portal.Application.Shared;

namespace Portal.Application.Identity.Commands;

internal static class OrganisationNameRules
{
    public const int MaxLength = 200;

    /// <summary>UTF-16 units.</summary>
    public const int ColumnLength = 300;

    /// <summary>A name as it is printed, in one language.</summary>
    /// <param name="missing">Says which language is missing: in the list of errors the sentence stands without its field.</param>
    public static void Name<T>(this IRuleBuilderInitial<T, string?> rule, string missing) => rule.Cascade(CascadeMode.Stop)
        .Must(n => CleanText.Line(n).Length > 0).WithErrorCode(missing)
        .Must(n => CleanText.Length(n) <= MaxLength && CleanText.Line(n).Length <= ColumnLength).WithErrorCode("Identity.Organisation.NameTooLong")
        .Must(n => !CleanText.HasForbidden(n!)).WithErrorCode("Identity.Organisation.NameForbidden");

    /// <summary>The first day of a name.</summary>
    public static void FirstDay<T>(this IRuleBuilderInitial<T, DateOnly?> rule) =>
        rule.NotNull().WithErrorCode("Identity.Organisation.FromMissing");

    public static BilingualText Text(string? ja, string? en) => new(CleanText.Line(ja), CleanText.Line(en));
}
