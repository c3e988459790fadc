using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Portal.Application.Identity.Domain;
using Portal.Infrastructure;
using Portal.Infrastructure.Identity;
using Portal.Infrastructure.Persistence;

namespace Portal.Benchmarks.Load;

/// <summary>Accounts with a confirmed address and one password, written past the pages: hashing each would take longer than the measurement.</summary>
internal static class PasswordAccounts
{
    public const string Password = "a long walk along the river";

    public static string Known(int n) => $"known{n}@example.test";

    public static string Unknown(int n) => $"nobody{n}@example.test";

    public static async Task AddAsync(string state, int count)
    {
        var options = new OptionsWrapper<PasswordHasherOptions>(new() { IterationCount = PortalPasswordHasher.Iterations });
        var hash = new PortalPasswordHasher(options).HashPassword(new PortalUser(), Password);
        await using var db = PortalModel.Create(DatabaseProvider.Sqlite, $"Data Source={new PortalState(state).Database}");
        foreach (var address in Enumerable.Range(0, count).Select(Known))
        {
            var user = new PortalUser
            {
                Email = address, NormalizedEmail = address, EmailConfirmed = true, PasswordHash = hash, SecurityStamp = Guid.NewGuid().ToString("N"),
            };
            user.UserName = user.NormalizedUserName = user.Id.ToString("N");
            db.Users.Add(user);
            db.People.Add(Person.Register(user.Id, address, address, "en"));
        }

        await db.SaveChangesAsync();
    }
}
