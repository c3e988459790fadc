using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Application.Identity;
using Portal.Application.Identity.Domain;
using Portal.Application.Shared;
using Portal.Infrastructure.Persistence;

namespace Portal.Infrastructure.Identity;

internal static class OwnerMail
{
    /// <summary>The same for a step that could hand the account to somebody else: the history keeps it, without a word about the person.</summary>
    public static async Task RecordAndTellOwnerAsync(this PortalDbContext db, Guid personId, string step, Action<Person> say, CancellationToken ct)
    {
        var operation = db.Scope!.GetRequiredService<ICurrentOperation>();
        var memberships = await db.Memberships.AsNoTracking().Where(m => m.PersonId == personId).ToListAsync(ct);
        var side = Rights.Of(personId, memberships, db.Scope!.GetRequiredService<TimeProvider>().GetUtcNow()).Agency;
        (var before, operation.Name) = (operation.Name, step);
        await db.TellOwnerAsync(
            personId,
            person =>
            {
                person.PutOnRecord(side);
                say(person);
            },
            ct);
        operation.Name = before;
    }

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
