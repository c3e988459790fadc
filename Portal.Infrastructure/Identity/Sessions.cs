using Microsoft.EntityFrameworkCore;
using Portal.Application.Shared;
using Portal.Infrastructure.Persistence;

namespace Portal.Infrastructure.Identity;

/// <summary>The signed-in browsers of one person (S-10).</summary>
public sealed class Sessions(PortalSession session, PortalDbContext db)
{
    private const int Most = 50;

    public async Task<IReadOnlyList<SignInSession>> ListAsync(Guid personId, CancellationToken ct) =>
        await db.SignInSessions.AsNoTracking().Where(s => s.PersonId == personId).OrderByDescending(s => s.SeenAt).Take(Most).ToListAsync(ct);

    public async Task EndAsync(Guid personId, Guid id, CancellationToken ct)
    {
        if (await db.SignInSessions.Where(s => s.Id == id && s.PersonId == personId).ExecuteDeleteAsync(ct) == 0)
        {
            throw new NotFoundException();
        }
    }

    /// <summary>All but this browser's.</summary>
    public async Task EndOthersAsync(Guid personId, CancellationToken ct)
    {
        var mine = (await session.CurrentAsync(ct))?.Id;
        await db.SignInSessions.Where(s => s.PersonId == personId && s.Id != mine).ExecuteDeleteAsync(ct);
    }
}
