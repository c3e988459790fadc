using Microsoft.AspNetCore.Identity;
using Portal.Application.Identity.Domain;
using Portal.Application.Shared;
using Portal.Infrastructure.Persistence;

namespace Portal.Infrastructure.Identity;

/// <summary>Length instead of composition, and nothing that a list of guesses begins with (NIST SP 800-63B-4, 3.1.1.2).</summary>
internal sealed class PasswordRules(PortalDbContext db) : IPasswordValidator<PortalUser>
{
    public const int MinLength = 15, MaxLength = 128;

    public async Task<IdentityResult> ValidateAsync(UserManager<PortalUser> manager, PortalUser user, string? password)
    {
        var person = await db.FindAsync<Person>(user.Id);
        return Check(password ?? "", user.Email ?? "", person?.DisplayName ?? "") is { } code
            ? IdentityResult.Failed(PortalIdentityErrors.Key(code))
            : IdentityResult.Success;
    }

    /// <summary>The text key of what is wrong; null when nothing is. Characters are counted as code points.</summary>
    public static string? Check(string password, string address, string name) => password.EnumerateRunes().Count() switch
    {
        < MinLength => "Account.Password.TooShort",
        > MaxLength => "Account.Password.TooLong",
        _ when IsOwn(password, address, name) => "Account.Password.Personal",
        _ when CommonPasswords.Contain(password) => "Account.Password.Common",
        _ => null,
    };

    private static bool IsOwn(string password, string address, string name)
    {
        var typed = SearchKey.Fold(password);
        return new[] { address, address.Split('@')[0], name }.Select(SearchKey.Fold).Any(own => own.Length > 0 && CommonPasswords.IsRepeated(typed, own));
    }
}
