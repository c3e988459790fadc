using System.Text.RegularExpressions;
using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Identity.Commands;

/// <summary>A new organisation of the administrator's own government, with its name from a day on.</summary>
/// <param name="Government">Read from the command line only, which serves neither: the first organisation comes in this way.</param>
public sealed record RegisterOrganisation(string? Code, string? Ja, string? En, DateOnly? From, Government? Government = null) : ICommand<Result<Guid>>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.ManageOrganisations).Or(Access.System);
}

internal sealed partial class RegisterOrganisationValidator : AbstractValidator<RegisterOrganisation>
{
    public RegisterOrganisationValidator()
    {
        RuleFor(x => x.Code).Must(c => CodeFormat().IsMatch(CleanText.Latin(c))).WithErrorCode("Identity.Organisation.CodeFormat");
        RuleFor(x => x.Ja).Name("Identity.Organisation.NameMissingJa");
        RuleFor(x => x.En).Name("Identity.Organisation.NameMissingEn");
        RuleFor(x => x.From).FirstDay();
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9-]{1,19}$")]
    private static partial Regex CodeFormat();
}

internal sealed class RegisterOrganisationHandler(IPortalDb db, ICurrentActor current) : ICommandHandler<RegisterOrganisation, Result<Guid>>
{
    public async ValueTask<Result<Guid>> Handle(RegisterOrganisation command, CancellationToken ct)
    {
        var organisation = Organisation.Register(
            CleanText.Latin(command.Code), SideOf(command), OrganisationNameRules.Text(command.Ja, command.En), command.From!.Value);
        if (await db.Organisations.AnyAsync(o => o.Code == organisation.Code, ct))
        {
            throw new RefusedException(new Error("Identity.Organisation.CodeTaken", nameof(command.Code)));
        }

        db.Organisations.Add(organisation);
        await db.SaveChangesAsync(ct);
        return organisation.Id;
    }

    private Government SideOf(RegisterOrganisation command) =>
        current.Actor.Has(Permission.RunClock) ? command.Government ?? throw new ForbiddenException() : current.Actor.Own();
}
