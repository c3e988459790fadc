using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

/// <summary>The holder asks that a refusal be looked at again by somebody who took no part.</summary>
public sealed record AskDecisionReview(Guid Id, string Reason) : ICommand<Result>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.AskForRecognition);
}

internal sealed class AskDecisionReviewValidator : AbstractValidator<AskDecisionReview>
{
    public AskDecisionReviewValidator() => RuleFor(x => x.Reason).CaseText("Cases.Review.ReasonMissing");
}

internal sealed class AskDecisionReviewHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : ICommandHandler<AskDecisionReview, Result>
{
    public async ValueTask<Result> Handle(AskDecisionReview command, CancellationToken ct)
    {
        var own = await db.OwnRecognitionCaseAsync(command.Id, current.Actor, ct);
        var now = clock.GetUtcNow();
        own.AskReview(command.Reason, await db.CaseCalendarAsync(own.HostGovernment, now, ct), current.Actor, now);
        if (await db.RecognitionCases.AnyAsync(c => c.OpenKey == own.OpenKey && c.Id != own.Id, ct))
        {
            throw new RefusedException(new Error("Cases.Review.OtherOpen"), own);
        }

        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
