using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity.Domain;
using Portal.Infrastructure.Persistence;

namespace Portal.Infrastructure.Identity;

internal static class OwnerMail
{
    /// <summary>Saves an event that becomes a mail to the owner of an account.</summary>
    public static async Task TellOwnerAsync(this PortalDbContext db, Guid personId, Action<Person> say, CancellationToken ct)
    {
        say((await db.FindAsync<Person>([personId], ct))!);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // A parallel request is telling the owner at this moment: one mail is enough.
            db.ChangeTracker.Clear();
        }
    }
}
