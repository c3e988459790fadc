using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

/// <summary>The clock: framework versions loaded since the last time. A decision that rests on what a later version changes is due for review earlier.</summary>
public sealed record NoticeFrameworks : ICommand<Result<int>>, IPortalMessage
{
    public static Access Access => Access.System;
}

internal sealed class NoticeFrameworksHandler(IPortalDb db, TimeProvider clock) : ICommandHandler<NoticeFrameworks, Result<int>>
{
    public async ValueTask<Result<int>> Handle(NoticeFrameworks command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var fresh = await db.Frameworks.Where(f => f.AppearedAt == null).ToListAsync(ct);
        foreach (var framework in fresh)
        {
            framework.Appear(now);
        }

        foreach (var id in fresh.Count == 0 ? [] : await TouchedAsync([.. fresh.Select(f => f.Id)], now, ct))
        {
            (await db.EquivalenceVersions.GetAsync(id, ct)).FollowFramework(now);
        }

        await db.SaveChangesAsync(ct);
        return fresh.Count;
    }

    /// <summary>Decisions that stand and rest on what one of these changes.</summary>
    private async Task<IReadOnlyList<Guid>> TouchedAsync(IReadOnlyList<Guid> fresh, DateTimeOffset now, CancellationToken ct)
    {
        var touched = new List<Guid>();
        foreach (var id in await db.StandingVersions(now).Select(v => v.Id).ToListAsync(ct))
        {
            var (report, reviews) = await db.EquivalenceVersions.AsNoTracking().Where(v => v.Id == id)
                .Join(db.Equivalences, v => v.EquivalenceId, e => e.Id, (v, e) => new ValueTuple<CoverageReport?, IReadOnlyList<ReviewKept>>(v.Report, e.Reviews)).SingleAsync(ct);
            if (report is not null && await db.LaterFrameworkAsync(report, ReviewNotices.KeptAt(id, reviews, now), ct) is { } later && fresh.Contains(later.To.Id))
            {
                touched.Add(id);
            }
        }

        return touched;
    }
}
