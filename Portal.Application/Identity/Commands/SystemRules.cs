using FluentValidation;
using FluentValidation.Results;
using Portal.Application.Identity.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Identity.Commands;

/// <summary>What the forms about a system have in common.</summary>
internal interface ISystemInput
{
    Guid? OrganisationId { get; }
    SystemKind? Kind { get; }
    string? Ja { get; }
    string? En { get; }

    /// <summary>One address per line.</summary>
    string? RedirectAddresses { get; }
    string? SignOutAddresses { get; }
    IReadOnlyList<string> Scopes { get; }
}

internal sealed class SystemInputValidator : AbstractValidator<ISystemInput>
{
    /// <summary>UTF-16 units in JSON: both languages lie in one column of 2,000.</summary>
    private const int MaxStored = 960;

    public SystemInputValidator()
    {
        RuleFor(x => x.Ja).Name("Identity.Organisation.NameMissingJa");
        RuleFor(x => x.En).Name("Identity.Organisation.NameMissingEn");
        RuleFor(x => x.Ja).Must(IsStorable).WithErrorCode("Identity.System.NameTooLong");
        RuleFor(x => x.En).Must(IsStorable).WithErrorCode("Identity.System.NameTooLong");
        RuleFor(x => x.OrganisationId).NotNull().WithErrorCode("Identity.Invite.OrganisationMissing");
        RuleFor(x => x.Kind).NotNull().WithErrorCode("Identity.System.KindMissing");
    }

    /// <summary>What is longer than any name has been said already.</summary>
    private static bool IsStorable(string? name) =>
        CleanText.Line(name) is var line && (line.Length > OrganisationNameRules.ColumnLength || CleanText.JsonLength(line) <= MaxStored);

    /// <summary>A field of several lines has a sentence for each line, which no single rule can give.</summary>
    protected override bool PreValidate(ValidationContext<ISystemInput> context, ValidationResult result)
    {
        if (context.InstanceToValidate.Kind is not null)
        {
            result.Errors.AddRange(context.InstanceToValidate.Profile().Problems().Select(p => new ValidationFailure(p.Field, "")
            {
                ErrorCode = p.Code, FormattedMessagePlaceholderValues = p.Slots?.ToDictionary(s => s.Key, s => s.Value!) ?? [],
            }));
        }

        return true;
    }
}

internal static class SystemRules
{
    public static SystemProfile Profile(this ISystemInput input) => new(
        input.Kind!.Value, OrganisationNameRules.Text(input.Ja, input.En),
        SystemAddress.Lines(input.RedirectAddresses), SystemAddress.Lines(input.SignOutAddresses), input.Scopes);

    /// <summary>A pasted public key.</summary>
    public static void PublicKeys<T>(this IRuleBuilderInitial<T, string?> rule, Func<T, bool>? when = null)
    {
        foreach (var problem in PublicKeySet.Problems)
        {
            rule.Must((x, pasted) => when?.Invoke(x) == false || PublicKeySet.Read(pasted).Problem != problem).WithErrorCode(problem);
        }
    }

    /// <summary>The organisation that answers for a system: one of the own side.</summary>
    public static Task<Organisation> AnsweringAsync(this IPortalDb db, Guid? id, Actor actor, CancellationToken ct) =>
        db.Organisations.Where(Organisation.VisibleTo(actor)).GetAsync(id!.Value, ct);

    public static async Task<ConnectedSystem> SystemAsync(this IPortalDb db, Guid id, long version, Actor actor, CancellationToken ct)
    {
        var system = await db.ConnectedSystems.Where(ConnectedSystem.VisibleTo(actor)).GetAsync(id, ct);
        system.RequireVersion(version);
        return system;
    }
}
