using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

/// <summary>The clock: decisions whose review was due by yesterday. Both desks are told once. Running it twice changes nothing.</summary>
public sealed record CallMissedReviews : ICommand<Result<int>>, IPortalMessage
{
    public static Access Access => Access.System;
}

internal sealed class CallMissedReviewsHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : ICommandHandler<CallMissedReviews, Result<int>>
{
    private const int AtOnce = 50;

    public async ValueTask<Result<int>> Handle(CallMissedReviews command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var today = ReviewRules.Today(now);
        foreach (var version in await db.StandingVersions(now).Where(v => v.ReviewDueOn == null).Take(AtOnce).ToListAsync(ct))
        {
            version.KnowReviewDay(current.Actor);
        }

        await db.SaveChangesAsync(ct);
        var missed = await db.StandingVersions(now).Where(v => v.ReviewMissedAt == null && v.ReviewDueOn < today).OrderBy(v => v.ReviewDueOn).Take(AtOnce).ToListAsync(ct);
        foreach (var version in missed)
        {
            version.MissReview(current.Actor, now);
        }

        await db.SaveChangesAsync(ct);
        return missed.Count;
    }
}
