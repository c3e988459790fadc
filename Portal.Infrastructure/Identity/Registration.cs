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
            // The unique index decides between parallel registrations (G6); the first one's mail is under way. Anything else is trouble.
            db.ChangeTracker.Clear();
            if (await users.FindByEmailAsync(user.Email!) is null)
            {
                throw;
            }

            return;
        }

        db.ChangeTracker.Clear();
        var owner = await users.FindByEmailAsync(user.Email!) ?? throw new InvalidOperationException("Identity refused what the rules of registration allow.");
        await db.TellOwnerAsync(owner.Id, person => person.RegisterAgain(), ct);
    }
}
