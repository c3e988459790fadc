using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity;
using Portal.Infrastructure.Persistence;

namespace Portal.Infrastructure.Identity;

/// <summary>The signed-in time of one browser (S-10): 30 idle minutes, 15 for staff, 12 hours in all.</summary>
public sealed class PortalSession(SignInManager<PortalUser> signIn, PortalDbContext db, IHttpContextAccessor http, TimeProvider clock)
{
    public static readonly TimeSpan IdleOfCandidates = TimeSpan.FromMinutes(30), IdleOfStaff = TimeSpan.FromMinutes(15), AtMost = TimeSpan.FromHours(12);

    private const string Began = "began";

    /// <summary>A new session, also when somebody is signed in already: after a change of password or role.</summary>
    public async Task StartAsync(PortalUser user, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var properties = new AuthenticationProperties { IsPersistent = false, IssuedUtc = now, ExpiresUtc = now + await IdleAsync(user.Id, now, ct) };
        properties.Items[Began] = now.UtcTicks.ToString(CultureInfo.InvariantCulture);
        await signIn.SignInAsync(user, properties, "pwd");
    }

    public async Task StartAsync(Guid personId, CancellationToken ct)
    {
        if (await signIn.UserManager.FindByIdAsync(personId.ToString()) is { } user)
        {
            await StartAsync(user, ct);
        }
    }

    public Task EndAsync() => signIn.SignOutAsync();

    /// <summary>How long until the session ends if nothing more happens; null when nobody is signed in.</summary>
    /// <param name="isActivity">The request that asks counts as something that happens.</param>
    public async Task<TimeSpan?> LeftAsync(bool isActivity)
    {
        var ticket = await http.HttpContext!.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        if (ticket is not { Succeeded: true, Properties: { IssuedUtc: { } issued, ExpiresUtc: { } expires } properties })
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var idleEnd = isActivity ? now + (expires - issued) : expires;
        return (idleEnd < EndOf(properties) ? idleEnd : EndOf(properties)) - now;
    }

    /// <summary>When the session ends however busy it is.</summary>
    internal static DateTimeOffset EndOf(AuthenticationProperties properties) =>
        properties.Items.TryGetValue(Began, out var ticks) && ticks is not null
            ? new DateTimeOffset(long.Parse(ticks, CultureInfo.InvariantCulture), TimeSpan.Zero) + AtMost
            : DateTimeOffset.MinValue;

    private async Task<TimeSpan> IdleAsync(Guid personId, DateTimeOffset now, CancellationToken ct)
    {
        var memberships = await db.Memberships.AsNoTracking().Where(m => m.PersonId == personId).ToListAsync(ct);
        return memberships.Any(m => m.IsInForce(Staff.Today(m.Government, now))) ? IdleOfStaff : IdleOfCandidates;
    }
}
