using FluentValidation;
using Mediator;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Fellowships.Commands;

/// <summary>Ends an application with a coded reason and a note that the candidate reads.</summary>
public sealed record ScreenOut(Guid Id, long Version, ScreeningReason? ReasonCode, string Note) : ICommand<Result>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.ScreenFellowship);
}

internal sealed class ScreenOutValidator : AbstractValidator<ScreenOut>
{
    public ScreenOutValidator()
    {
        RuleFor(x => x.ReasonCode).Must(r => r is { } code && Enum.IsDefined(code)).WithErrorCode("Fellowships.Screen.ReasonMissing");
        RuleFor(x => x.Note).Reason();
    }
}

internal sealed class ScreenOutHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : ICommandHandler<ScreenOut, Result>
{
    public async ValueTask<Result> Handle(ScreenOut command, CancellationToken ct)
    {
        var (application, _) = await db.FellowshipCaseAsync(command.Id, current.Actor, ct);
        application.RequireVersion(command.Version);
        application.ScreenOut(command.ReasonCode!.Value, command.Note, current.Actor, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
