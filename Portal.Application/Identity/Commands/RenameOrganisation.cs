using FluentValidation;
using Mediator;
using Portal.Application.Identity.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Identity.Commands;

/// <summary>A new name from a day on; earlier days keep theirs.</summary>
public sealed record RenameOrganisation(Guid Id, string? Ja, string? En, DateOnly? From) : ICommand<Result>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.ManageOrganisations);
}

internal sealed class RenameOrganisationValidator : AbstractValidator<RenameOrganisation>
{
    public RenameOrganisationValidator()
    {
        RuleFor(x => x.Ja).Name("Identity.Organisation.NameMissingJa");
        RuleFor(x => x.En).Name("Identity.Organisation.NameMissingEn");
        RuleFor(x => x.From).FirstDay();
    }
}

internal sealed class RenameOrganisationHandler(IPortalDb db, ICurrentActor current) : ICommandHandler<RenameOrganisation, Result>
{
    public async ValueTask<Result> Handle(RenameOrganisation command, CancellationToken ct)
    {
        var organisation = await db.Organisations.Where(Organisation.VisibleTo(current.Actor)).GetAsync(command.Id, ct);
        organisation.Rename(OrganisationNameRules.Text(command.Ja, command.En), command.From!.Value);
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
