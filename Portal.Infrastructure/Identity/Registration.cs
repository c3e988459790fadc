using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity;
using Portal.Application.Identity.Domain;
using Portal.Application.Shared;
using Portal.Infrastructure.Federation;
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
        var (user, errors) = Draft(name, address, language);
        errors.AddRange(await users.BrokenRulesAsync(user, password ?? "", "Password"));
        return await CreateAsync(user, errors, () => users.CreateAsync(user, password!), ct);
    }

    /// <summary>
    /// An account whose owner signs in through an outside provider and has no password. What the provider says of the address counts for
    /// nothing: it must be confirmed like any other, and if it belongs to an account, that account stays as it is.
    /// </summary>
    public async Task<Result> RegisterAsync(string? name, string? address, OutsideIdentity identity, string language, CancellationToken ct)
    {
        var (user, errors) = Draft(name, address, language);
        return await CreateAsync(user, errors, () =>
        {
            db.UserLogins.Add(identity.LoginOf(user.Id));
            return users.CreateAsync(user);
        }, ct);
    }

    private (PortalUser User, List<Error> Errors) Draft(string? name, string? address, string language)
    {
        var isAddress = MailAddress.TryCanonical(address, out var canonical);
        var user = new PortalUser { Email = canonical };
        user.UserName = user.Id.ToString("N");
        db.People.Add(Person.Register(user.Id, name ?? "", canonical, language));
        var errors = new List<Error>();
        if (DisplayNameRules.Check(name) is { } code)
        {
            errors.Add(new Error(code, "Name"));
        }

        if (!isAddress)
        {
            errors.Add(new Error("Account.Address.Invalid", "Address"));
        }

        return (user, errors);
    }

    private async Task<Result> CreateAsync(PortalUser user, List<Error> errors, Func<Task<IdentityResult>> create, CancellationToken ct)
    {
        if (errors.Count > 0)
        {
            return Result.Refused(errors);
        }

        try
        {
            // Also saves the person: the store and this class share the context, and one save is one transaction.
            if ((await create()).Succeeded)
            {
                return Result.Success;
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

            return Result.Success;
        }

        await TellOwnerAsync(user.Email!, ct);
        return Result.Success;
    }

    private async Task TellOwnerAsync(string address, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var owner = await users.FindByEmailAsync(address) ?? throw new InvalidOperationException("Identity refused what the rules of registration allow.");
        await db.TellOwnerAsync(owner.Id, person => person.RegisterAgain(), ct);
    }
}
