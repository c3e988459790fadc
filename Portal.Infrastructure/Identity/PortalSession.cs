using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity;
using Portal.Application.Shared;
using Portal.Infrastructure.Persistence;

namespace Portal.Infrastructure.Identity;

/// <summary>The signed-in time of one browser (S-10): 30 idle minutes, 15 for staff, 12 hours in all.</summary>
public sealed class PortalSession(SignInManager<PortalUser> signIn, PortalDbContext db, IHttpContextAccessor http, TimeProvider clock)
{
    public static readonly TimeSpan IdleOfCandidates = TimeSpan.FromMinutes(30), IdleOfStaff = TimeSpan.FromMinutes(15), AtMost = TimeSpan.FromHours(12);

    private const string IdClaim = "sid";
    private const int DeviceLength = 200;

    /// <summary>A new session with an id of its own; the one before it in this browser ends.</summary>
    /// <param name="isSameVisit">The person only proved anew who they are: the twelve hours go on.</param>
    public async Task StartAsync(PortalUser user, SignInMethod method, CancellationToken ct, string? credentialId = null, bool isSameVisit = false)
    {
        var now = clock.GetUtcNow();
        var before = await EndRowAsync(ct);
        var id = Guid.CreateVersion7();
        var goesOn = isSameVisit && before?.PersonId == user.Id;
        var session = new SignInSession
        {
            Id = id,
            PersonId = user.Id,
            VisitId = goesOn ? before!.VisitId : id,
            Method = method,
            IsStrong = method is not (SignInMethod.Password or SignInMethod.Outside),
            CredentialId = credentialId,
            ProvedAt = now,
            StartedAt = goesOn ? before!.StartedAt : now,
            SeenAt = now,
            Device = DeviceOf(http.HttpContext!.Request),
        };
        db.SignInSessions.Add(session);
        await db.SaveChangesAsync(ct);
        await SendCookieAsync(user, session, now, ct);
    }

    public async Task StartAsync(Guid personId, SignInMethod method, CancellationToken ct)
    {
        if (await signIn.UserManager.FindByIdAsync(personId.ToString()) is { } user)
        {
            await StartAsync(user, method, ct);
        }
    }

    /// <summary>The role changed and with it how long the person may be idle: the same proof in a new session.</summary>
    public async Task RestartAsync(CancellationToken ct)
    {
        if (await CurrentAsync(ct) is { } session && await signIn.UserManager.FindByIdAsync(session.PersonId.ToString()) is { } user)
        {
            await SendCookieAsync(user, session, clock.GetUtcNow(), ct);
        }
    }

    /// <summary>What other systems were given under this session ends; the session goes on.</summary>
    public async Task EndVisitAsync(CancellationToken ct)
    {
        var id = IdOf(http.HttpContext!.User);
        await db.SignInSessions.Where(s => s.Id == id).ExecuteUpdateAsync(s => s.SetProperty(x => x.VisitId, Guid.CreateVersion7()), ct);
    }

    public async Task EndAsync(CancellationToken ct)
    {
        await EndRowAsync(ct);
        await signIn.SignOutAsync();
    }

    /// <summary>How long until the session ends if nothing more happens; null when nobody is signed in.</summary>
    /// <param name="isActivity">The request that asks counts as something that happens.</param>
    public async Task<TimeSpan?> LeftAsync(bool isActivity, CancellationToken ct)
    {
        var ticket = await http.HttpContext!.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        if (ticket is not { Succeeded: true, Properties: { IssuedUtc: { } issued, ExpiresUtc: { } expires } } || await CurrentAsync(ct) is not { } session)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var (idleEnd, end) = (isActivity ? now + (expires - issued) : expires, session.StartedAt + AtMost);
        return (idleEnd < end ? idleEnd : end) - now;
    }

    /// <summary>The session of this request's cookie; null when it has ended.</summary>
    public async Task<SignInSession?> CurrentAsync(CancellationToken ct) =>
        IdOf(http.HttpContext!.User) is { } id ? await db.SignInSessions.AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, ct) : null;

    internal static Guid? IdOf(ClaimsPrincipal? principal) => Guid.TryParse(principal?.FindFirstValue(IdClaim), out var id) ? id : null;

    private async Task<SignInSession?> EndRowAsync(CancellationToken ct)
    {
        if (await CurrentAsync(ct) is not { } before)
        {
            return null;
        }

        await db.SignInSessions.Where(s => s.Id == before.Id).ExecuteDeleteAsync(ct);
        return before;
    }

    private async Task SendCookieAsync(PortalUser user, SignInSession session, DateTimeOffset now, CancellationToken ct)
    {
        var properties = new AuthenticationProperties { IsPersistent = false, IssuedUtc = now, ExpiresUtc = now + await IdleAsync(user.Id, now, ct) };
        await signIn.SignInWithClaimsAsync(user, properties, [new Claim(IdClaim, session.Id.ToString())]);
    }

    private async Task<TimeSpan> IdleAsync(Guid personId, DateTimeOffset now, CancellationToken ct)
    {
        var memberships = await db.Memberships.AsNoTracking().Where(m => m.PersonId == personId).ToListAsync(ct);
        return memberships.Any(m => m.IsInForce(Staff.Today(m.Government, now))) ? IdleOfStaff : IdleOfCandidates;
    }

    private static string DeviceOf(HttpRequest request)
    {
        var agent = CleanText.Line(request.Headers.UserAgent.ToString());
        return agent.Length <= DeviceLength ? agent : agent[..DeviceLength];
    }
}
