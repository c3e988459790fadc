using FluentValidation;
using Mediator;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Fellowships.Commands;

/// <summary>Prepares the release: offers are to be answered by 17:00 of a day in the call's official zone.</summary>
public sealed record StageRelease(Guid Id, long Version, DateOnly? AnswerOn) : ICommand<Result>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.ReleaseAwards);
}

internal sealed class StageReleaseValidator : AbstractValidator<StageRelease>
{
    public StageReleaseValidator() => RuleFor(x => x.AnswerOn).NotNull().WithErrorCode("Fellowships.Stage.AnswerMissing");
}

internal sealed class StageReleaseHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : ICommandHandler<StageRelease, Result>
{
    public async ValueTask<Result> Handle(StageRelease command, CancellationToken ct)
    {
        var list = await db.AwardListAsync(command.Id, current.Actor, ct);
        list.RequireVersion(command.Version);
        var call = await db.FellowshipCalls.GetAsync(list.CallId, ct);
        list.Stage(ClosingTime.On(command.AnswerOn!.Value, call.Content.ClosesAt.Zone), current.Actor, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
