using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

/// <summary>The clock: rows of an earlier day (UTC), or that were never computed, because evidence ages, expires and takes effect by the day.</summary>
/// <returns>How many certifications this call took; 0 when all rows are of today.</returns>
public sealed record RefreshCoverage : ICommand<Result<int>>, IPortalMessage
{
    public static Access Access => Access.System;
}

internal sealed class RefreshCoverageHandler(IPortalDb db, CoverageKeeper keeper, TimeProvider clock) : ICommandHandler<RefreshCoverage, Result<int>>
{
    private const int AtOnce = 50;

    public async ValueTask<Result<int>> Handle(RefreshCoverage command, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var taken = 0;
        foreach (var framework in await db.RequirementSets.Select(s => s.FrameworkId).Distinct().ToListAsync(ct))
        {
            var due = await keeper.Due(framework, today).Order().Take(AtOnce).ToListAsync(ct);
            await keeper.RowsAsync(due, framework, ct);
            taken += due.Count;
        }

        return taken;
    }
}
