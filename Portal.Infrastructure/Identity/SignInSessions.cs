using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity;
using Portal.Infrastructure.Persistence;

namespace Portal.Infrastructure.Identity;

internal sealed class SignInSessions(PortalDbContext db) : ISignInSessions
{
    public Task EndAllAsync(Guid personId, CancellationToken ct) => db.SignInSessions.Where(s => s.PersonId == personId).ExecuteDeleteAsync(ct);
}
