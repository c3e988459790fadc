using FluentValidation;
using Mediator;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

/// <summary>Asks the holder, once by rule; a second time only a reviewer may ask.</summary>
public sealed record AskInformation(Guid Id, long Version, string Question) : ICommand<Result>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.AssessRecognitionCase, Permission.ReviewRecognitionCase);
}

internal sealed class AskInformationValidator : AbstractValidator<AskInformation>
{
    public AskInformationValidator() => RuleFor(x => x.Question).CaseText("Cases.Ask.Missing");
}

internal sealed class AskInformationHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : ICommandHandler<AskInformation, Result>
{
    public async ValueTask<Result> Handle(AskInformation command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var found = await db.StaffRecognitionCaseAsync(command.Id, command.Version, current.Actor, ct);
        found.Ask(command.Question, await db.CaseCalendarAsync(found.HostGovernment, now, ct), current.Actor, now);
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
