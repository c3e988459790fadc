using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Portal.Application.Identity;
using Portal.Application.Shared;

namespace Portal.Infrastructure.Identity;

/// <summary>
/// Identity's tokens for confirming an address and choosing a new password, as <see cref="ILinkTokens"/>: Identity's own provider
/// knows one lifetime and reads the host's clock. The security stamp in it makes a token void once the password has changed.
/// </summary>
internal sealed class MailedTokens(ILinkTokens tokens, TimeProvider clock) : IUserTwoFactorTokenProvider<PortalUser>
{
    public const string Name = "Mailed";

    public async Task<string> GenerateAsync(string purpose, UserManager<PortalUser> manager, PortalUser user)
    {
        var stamp = await manager.GetSecurityStampAsync(user);
        return tokens.Create(purpose, string.Create(CultureInfo.InvariantCulture, $"{user.Id:N} {clock.GetUtcNow().UtcTicks} {stamp}"));
    }

    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<PortalUser> manager, PortalUser user)
    {
        var parts = tokens.Read(purpose, token)?.Split(' ', 3);
        return parts is [var id, var ticks, var stamp]
            && id == user.Id.ToString("N")
            && clock.GetUtcNow().UtcTicks - long.Parse(ticks, CultureInfo.InvariantCulture) < LifeOf(purpose).Ticks
            && stamp == await manager.GetSecurityStampAsync(user);
    }

    public Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<PortalUser> manager, PortalUser user) => Task.FromResult(false);

    private static TimeSpan LifeOf(string purpose) =>
        purpose == UserManager<PortalUser>.ConfirmEmailTokenPurpose ? IAccountLinks.ConfirmationLife : IAccountLinks.ResetLife;
}
