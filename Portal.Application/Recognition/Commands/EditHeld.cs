using FluentValidation;
using Mediator;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

/// <summary>Corrects an entry of the list, as long as no case that was sent rests on it.</summary>
public sealed record EditHeld(Guid Id, long Version, string Certification, string Number, DateOnly? IssuedOn, DateOnly? ExpiresOn) : ICommand<Result>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.AskForRecognition);
}

internal sealed class EditHeldValidator : AbstractValidator<EditHeld>
{
    public EditHeldValidator()
    {
        RuleFor(x => x.Certification).NotEmpty().WithErrorCode("Cases.Held.CertificationMissing");
        RuleFor(x => x.Number).Must(HeldRules.IsNumber).WithErrorCode("Cases.Held.NumberWrong");
        RuleFor(x => x.IssuedOn).NotNull().WithErrorCode("Cases.Held.IssuedMissing");
    }
}

internal sealed class EditHeldHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : ICommandHandler<EditHeld, Result>
{
    public async ValueTask<Result> Handle(EditHeld command, CancellationToken ct)
    {
        var held = await db.HeldAsync(command.Id, current.Actor, ct);
        held.RequireVersion(command.Version);
        await db.RequireCertificationAsync(command.Certification, ct);
        var today = await db.IssuerTodayAsync(command.Certification, clock.GetUtcNow(), ct);
        var text = new HeldText(command.Certification, command.Number, command.IssuedOn!.Value, command.ExpiresOn);
        held.Correct(text, await db.IsHeldInUseAsync(held.Id, ct), today, current.Actor);
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
