using FluentValidation;
using Mediator;
using Portal.Application.Identity;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

/// <summary>Corrects what is said of an item of evidence. Its code stays.</summary>
/// <param name="Version">Of the record that the page showed.</param>
public sealed record CorrectEvidenceItem(Guid Id, long Version, EvidenceItemText Text) : ICommand<Result>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.DescribeCertifications);
}

internal sealed class CorrectEvidenceItemValidator : AbstractValidator<CorrectEvidenceItem>
{
    public CorrectEvidenceItemValidator() => RuleFor(x => x.Text).SetValidator(new EvidenceItemTextValidator());
}

internal sealed class CorrectEvidenceItemHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : ICommandHandler<CorrectEvidenceItem, Result>
{
    public async ValueTask<Result> Handle(CorrectEvidenceItem command, CancellationToken ct)
    {
        var item = await db.EvidenceItems.GetAsync(command.Id, ct);
        item.RequireVersion(command.Version);
        item.Correct(command.Text, current.Actor, Staff.Today(current.Actor.Agency ?? throw new ForbiddenException(), clock.GetUtcNow()));
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
