using Microsoft.AspNetCore.Identity;
using Portal.Application.Identity;
using Portal.Application.Shared;

namespace Portal.Infrastructure.Identity;

internal sealed class AccountLinks(UserManager<PortalUser> users) : IAccountLinks
{
    public async Task<string?> ConfirmationPathAsync(Guid personId)
    {
        var user = await UserAsync(personId);
        return user.EmailConfirmed ? null : Path("ConfirmMail", user, await users.GenerateEmailConfirmationTokenAsync(user));
    }

    public async Task<string> ResetPathAsync(Guid personId)
    {
        var user = await UserAsync(personId);
        return Path("ResetPassword", user, await users.GeneratePasswordResetTokenAsync(user));
    }

    private async Task<PortalUser> UserAsync(Guid personId) => await users.FindByIdAsync(personId.ToString()) ?? throw new NotFoundException();

    private static string Path(string page, PortalUser user, string token) => $"/Account/{page}?id={user.Id}&token={token}";
}
