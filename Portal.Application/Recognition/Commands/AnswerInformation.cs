using FluentValidation;
using Mediator;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

/// <summary>The holder answers the question of the case desk.</summary>
public sealed record AnswerInformation(Guid Id, string Answer) : ICommand<Result>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.AskForRecognition);
}

internal sealed class AnswerInformationValidator : AbstractValidator<AnswerInformation>
{
    public AnswerInformationValidator() => RuleFor(x => x.Answer).CaseText("Cases.Answer.Missing");
}

internal sealed class AnswerInformationHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : ICommandHandler<AnswerInformation, Result>
{
    public async ValueTask<Result> Handle(AnswerInformation command, CancellationToken ct)
    {
        var (own, now) = (await db.OwnRecognitionCaseAsync(command.Id, current.Actor, ct), clock.GetUtcNow());
        own.Answer(command.Answer, await db.CaseCalendarAsync(own.HostGovernment, now, ct), current.Actor, now);
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
