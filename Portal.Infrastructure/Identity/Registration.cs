using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity;
using Portal.Application.Identity.Domain;
using Portal.Application.Shared;
using Portal.Infrastructure.Persistence;

namespace Portal.Infrastructure.Identity;

/// <summary>
/// New accounts. The answer is the same whether the address is known or not; only the mail differs (S-17). Not a message of the
/// pipeline, because that remembers a hash of the command, and a password must be in no fast hash.
/// </summary>
public sealed class Registration(UserManager<PortalUser> users, PortalDbContext db)
{
    public async Task<Result> RegisterAsync(string? name, string? address, string? password, string language, CancellationToken ct)
    {
        var isAddress = MailAddress.TryCanonical(address, out var canonical);
        var user = new PortalUser { Email = canonical };
        user.UserName = user.Id.ToString("N");
        var person = Person.Register(user.Id, name ?? "", canonical, language);
        db.People.Add(person);

        var errors = await BrokenRulesAsync(name, isAddress, user, password ?? "");
        if (errors.Count > 0)
        {
            return Result.Refused(errors);
        }

        await CreateAsync(user, password!, ct);
        return Result.Success;
    }

    private async Task<List<Error>> BrokenRulesAsync(string? name, bool isAddress, PortalUser user, string password)
    {
        var errors = new List<Error>();
        if (DisplayNameRules.Check(name) is { } code)
        {
            errors.Add(new Error(code, "Name"));
        }

        if (!isAddress)
        {
            errors.Add(new Error("Account.Address.Invalid", "Address"));
        }

        errors.AddRange(await users.BrokenRulesAsync(user, password, "Password"));
        return errors;
    }

    private async Task CreateAsync(PortalUser user, string password, CancellationToken ct)
    {
        try
        {
            // Also saves the person: the store and this class share the context, and one save is one transaction.
            if ((await users.CreateAsync(user, password)).Succeeded)
            {
                return;
            }
        }
        catch (DbUpdateException)
        {
            // A parallel registration of the same address was first, and its mail is under way: the unique index has decided (G6).
            db.ChangeTracker.Clear();
            return;
        }

        db.ChangeTracker.Clear();
        await TellOwnerAsync(user.Email!, ct);
    }

    private async Task TellOwnerAsync(string address, CancellationToken ct)
    {
        if (await db.People.FirstOrDefaultAsync(p => p.MailAddress == address, ct) is { } owner)
        {
            owner.RegisterAgain();
            await db.SaveChangesAsync(ct);
        }
    }
}
