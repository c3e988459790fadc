using FluentValidation;
using Mediator;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Fellowships.Commands;

/// <summary>Asks the candidate to correct named fields by 17:00 of a day in the sending government's zone.</summary>
/// <param name="FieldKeys">Keys of the form; only these open for change.</param>
/// <param name="Note">Written to the candidate.</param>
public sealed record ReturnForCorrection(Guid Id, long Version, IReadOnlyList<string> FieldKeys, string Note, DateOnly? DueOn)
    : ICommand<Result>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.ScreenFellowship);
}

internal sealed class ReturnForCorrectionValidator : AbstractValidator<ReturnForCorrection>
{
    public ReturnForCorrectionValidator()
    {
        RuleFor(x => x.FieldKeys).NotEmpty().WithErrorCode("Fellowships.Screen.FieldsMissing");
        RuleFor(x => x.Note).Reason();
        RuleFor(x => x.DueOn).NotNull().WithErrorCode("Fellowships.Screen.DueMissing");
    }
}

internal sealed class ReturnForCorrectionHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : ICommandHandler<ReturnForCorrection, Result>
{
    public async ValueTask<Result> Handle(ReturnForCorrection command, CancellationToken ct)
    {
        var (application, call) = await db.FellowshipCaseAsync(command.Id, current.Actor, ct);
        application.RequireVersion(command.Version);
        var zone = PortalZones.OfficialFor(application.SendingGovernment);
        var request = new CorrectionRequest(
            command.FieldKeys, CleanText.Prose(command.Note), ClosingTime.On(command.DueOn!.Value, zone), application.SendingGovernment);
        application.ReturnForCorrection(request, new ApplicationForm(call.Content, application.SendingGovernment), current.Actor, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
