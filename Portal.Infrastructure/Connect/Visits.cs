using Microsoft.EntityFrameworkCore;
using Portal.Infrastructure.Identity;
using Portal.Infrastructure.Persistence;

namespace Portal.Infrastructure.Connect;

/// <summary>
/// What other systems are given for a person ends with the sign-in it was given under (S-22). Every code, access token and refresh token names
/// the visit (<c>sid</c>); it counts only as long as a session of that visit stands: signing out here or there, ending the session from
/// another browser, a new password, an ended role or account and twelve hours end it on the next use, an idle portal does not.
/// </summary>
public sealed class Visits(PortalDbContext db, TimeProvider clock)
{
    /// <summary>The session that a token was issued under, as it stands now; null when it has ended.</summary>
    public async Task<SignInSession?> FindAsync(string? person, string? visit, CancellationToken ct)
    {
        if (!Guid.TryParse(person, out var personId) || !Guid.TryParse(visit, out var visitId))
        {
            return null;
        }

        var began = clock.GetUtcNow() - PortalSession.AtMost;
        return await db.SignInSessions.AsNoTracking().FirstOrDefaultAsync(s => s.VisitId == visitId && s.PersonId == personId && s.StartedAt > began, ct);
    }
}
