using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

/// <summary>Records a document that claims about a certification rest on.</summary>
public sealed record RecordEvidenceItem(string Certification, string Code, EvidenceItemText Text) : ICommand<Result<Guid>>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.DescribeCertifications);
}

internal sealed class RecordEvidenceItemValidator : AbstractValidator<RecordEvidenceItem>
{
    public RecordEvidenceItemValidator()
    {
        RuleFor(x => x.Code).Must(c => EvidenceItem.IsCode(EvidenceItem.CodeOf(c))).WithErrorCode("Recognition.EvidenceItem.CodeInvalid");
        RuleFor(x => x.Text).SetValidator(new EvidenceItemTextValidator());
    }
}

internal sealed class RecordEvidenceItemHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : ICommandHandler<RecordEvidenceItem, Result<Guid>>
{
    public async ValueTask<Result<Guid>> Handle(RecordEvidenceItem command, CancellationToken ct)
    {
        var certification = await db.CertificationAsync(command.Certification, ct);
        var today = Staff.Today(current.Actor.Agency ?? throw new ForbiddenException(), clock.GetUtcNow());
        var item = EvidenceItem.Record(certification.Id, command.Code, command.Text, current.Actor, today);
        if (await db.EvidenceItems.AnyAsync(i => i.CertificationId == item.CertificationId && i.Code == item.Code, ct))
        {
            throw new RefusedException(new Error("Recognition.EvidenceItem.CodeTaken", nameof(item.Code), new Dictionary<string, object?> { ["Item"] = item.Code }));
        }

        db.EvidenceItems.Add(item);
        await db.SaveChangesAsync(ct);
        return item.Id;
    }
}
