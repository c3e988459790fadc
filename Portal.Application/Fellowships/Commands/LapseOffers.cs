using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Fellowships.Commands;

/// <summary>The clock: offers whose answer-by instant has passed lapse. Run every minute; running it twice changes nothing.</summary>
public sealed record LapseOffers : ICommand<Result<int>>, IPortalMessage
{
    public static Access Access => Access.System;
}

internal sealed class LapseOffersHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : ICommandHandler<LapseOffers, Result<int>>
{
    private const int AtOnce = 200;

    public async ValueTask<Result<int>> Handle(LapseOffers command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var late = await db.FellowshipApplications
            .Where(a => a.Mover == CaseMover.Candidate && a.Status == FellowshipApplicationStatus.Offered && a.DueAt <= now).OrderBy(a => a.DueAt).Take(AtOnce).ToListAsync(ct);
        foreach (var application in late)
        {
            application.Lapse(current.Actor, now);
        }

        await db.SaveChangesAsync(ct);
        return late.Count;
    }
}
