using FluentValidation;
using Mediator;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

/// <summary>Puts a certification on the holder's own list.</summary>
public sealed record AddHeld(string Certification, string Number, DateOnly? IssuedOn, DateOnly? ExpiresOn) : ICommand<Result<Guid>>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.AskForRecognition);
}

internal sealed class AddHeldValidator : AbstractValidator<AddHeld>
{
    public AddHeldValidator()
    {
        RuleFor(x => x.Certification).NotEmpty().WithErrorCode("Cases.Held.CertificationMissing");
        RuleFor(x => x.Number).Must(HeldRules.IsNumber).WithErrorCode("Cases.Held.NumberWrong");
        RuleFor(x => x.IssuedOn).NotNull().WithErrorCode("Cases.Held.IssuedMissing");
    }
}

internal sealed class AddHeldHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : ICommandHandler<AddHeld, Result<Guid>>
{
    public async ValueTask<Result<Guid>> Handle(AddHeld command, CancellationToken ct)
    {
        await db.RequireCertificationAsync(command.Certification, ct);
        var today = await db.IssuerTodayAsync(command.Certification, clock.GetUtcNow(), ct);
        var held = HeldCertification.Add(new HeldText(command.Certification, command.Number, command.IssuedOn!.Value, command.ExpiresOn), today, current.Actor);
        db.HeldCertifications.Add(held);
        await db.SaveChangesAsync(ct);
        return held.Id;
    }
}
