using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Identity;

public static class Staff
{
    /// <summary>The people who hold a role for a government today, on that government's own calendar.</summary>
    public static async Task<IReadOnlyList<Guid>> StaffAsync(this IPortalDb db, Government government, Role role, DateTimeOffset now, CancellationToken ct)
    {
        var today = Today(government, now);
        return await db.Memberships
            .Where(m => m.Government == government && m.Role == role && m.PersonId != null && m.StartsOn <= today && (m.EndsOn == null || m.EndsOn >= today))
            .Select(m => m.PersonId!.Value).Distinct().ToListAsync(ct);
    }

    /// <summary>The day at an instant in the zone of a government.</summary>
    public static DateOnly Today(Government government, DateTimeOffset now) =>
        DateOnly.FromDateTime(new Deadline(now, PortalZones.OfficialFor(government)).Local(PortalZones.OfficialFor(government)).DateTime);
}
