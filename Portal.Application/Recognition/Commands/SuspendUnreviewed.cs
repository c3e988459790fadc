using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

/// <summary>The clock: decisions in force whose review was missed are suspended once the grace is over. Running it twice changes nothing.</summary>
public sealed record SuspendUnreviewed : ICommand<Result<int>>, IPortalMessage
{
    public static Access Access => Access.System;
}

internal sealed class SuspendUnreviewedHandler(IPortalDb db, ReviewRules rules, ICurrentActor current, TimeProvider clock) : ICommandHandler<SuspendUnreviewed, Result<int>>
{
    private const int AtOnce = 50;

    public async ValueTask<Result<int>> Handle(SuspendUnreviewed command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var latest = now.AddDays(-rules.GraceDays);
        var late = await db.StandingVersions(now).Where(v => v.ReviewMissedAt <= latest)
            .Where(v => db.Equivalences.SelectMany(e => e.Periods).Any(p => p.VersionId == v.Id && p.ReplacedAt == null && p.State == PeriodState.InForce && p.From <= now && now < p.Until))
            .OrderBy(v => v.ReviewDueOn).Take(AtOnce).Select(v => new { v.Id, v.EquivalenceId }).ToListAsync(ct);
        foreach (var version in late)
        {
            (await db.EquivalenceAsync(version.EquivalenceId, ct)).SuspendUnreviewed(version.Id, current.Actor, now);
        }

        await db.SaveChangesAsync(ct);
        return late.Count;
    }
}
