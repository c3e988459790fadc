using Mediator;
using Portal.Application.Shared;

namespace Portal.Application.Fellowships.Commands;

/// <summary>The candidate accepts or declines the offer, once, before the answer-by instant.</summary>
public sealed record AnswerOffer(Guid Id, bool Accept) : ICommand<Result>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.ApplyForFellowship);
}

internal sealed class AnswerOfferHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : ICommandHandler<AnswerOffer, Result>
{
    public async ValueTask<Result> Handle(AnswerOffer command, CancellationToken ct)
    {
        var (application, _) = await db.OwnFellowshipCaseAsync(command.Id, current.Actor, ct);
        application.AnswerOffer(command.Accept, current.Actor, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
