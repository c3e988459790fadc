using Microsoft.AspNetCore.Identity;
using Portal.Application.Shared;

namespace Portal.Infrastructure.Identity;

internal static class PasswordErrors
{
    /// <summary>What the password rules say, at a field of the form.</summary>
    public static async Task<IReadOnlyList<Error>> BrokenRulesAsync(this UserManager<PortalUser> users, PortalUser user, string password, string field)
    {
        var errors = new List<Error>();
        foreach (var rule in users.PasswordValidators)
        {
            errors.AddRange((await rule.ValidateAsync(users, user, password)).ToErrors(field));
        }

        return errors;
    }

    public static IEnumerable<Error> ToErrors(this IdentityResult outcome, string? field) => outcome.Errors.Select(e => new Error(e.Code, field));
}
