using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity;
using Portal.Application.Shared;
using Portal.Infrastructure.Identity;
using Portal.Infrastructure.Persistence;

namespace Portal.Infrastructure.Demonstration;

/// <summary>The people of the world, staff first. Those of the load profile have no account and are not among them.</summary>
internal sealed class DemoPeople(PortalDbContext db, TimeProvider clock) : IDemoPeople
{
    public async Task<IReadOnlyList<DemoPerson>> ListAsync(CancellationToken ct)
    {
        var files = WorldFiles.Read();
        var addresses = files.Staff.Select(m => m.Mail).Concat(files.Candidates.Select(c => c.Mail)).ToList();
        var people = await db.People.AsNoTracking().Where(p => addresses.Contains(p.MailAddress)).ToListAsync(ct);
        var organisations = await db.Organisations.AsNoTracking().ToListAsync(ct);
        var ids = people.Select(p => p.Id).ToList();
        var roles = await db.Memberships.AsNoTracking().Where(m => m.PersonId != null && ids.Contains(m.PersonId.Value)).ToListAsync(ct);
        return
        [
            .. people.OrderBy(p => addresses.IndexOf(p.MailAddress)).Select(p =>
            {
                var held = roles.Find(m => m.PersonId == p.Id);
                var office = held is null ? null : organisations.Find(o => o.Id == held.OrganisationId);
                return new DemoPerson(p.Id, p.DisplayName, held?.Role ?? Role.Candidate, office?.NameOn(Staff.Today(office.Government, clock.GetUtcNow())));
            }),
        ];
    }
}
