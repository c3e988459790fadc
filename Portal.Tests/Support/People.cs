using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Application.Identity;
using Portal.Application.Identity.Domain;
using Portal.Application.Shared;
using Portal.Infrastructure;
using Portal.Infrastructure.Identity;
using Portal.Infrastructure.Persistence;

namespace Portal.Tests.Support;

/// <summary>A person at a desk: signed in, with a browser of their own, and the actor that the portal takes them for.</summary>
public sealed record SignedIn(Guid Id, string Name, Actor Actor, PortalClient Client) : IDisposable
{
    public Task<HtmlPage> GetAsync(string path) => Client.GetAsync(path);

    public void Dispose() => Client.Dispose();
}

/// <summary>
/// People with an account and, if staff, a role in force. They are signed in by the session that the sign-in page starts, with its real cookie,
/// but without its password: hashing one takes a quarter of a second.
/// </summary>
public sealed class People(PortalHost host)
{
    private int _count;

    public Task<SignedIn> CandidateAsync(string name = "Hanako Sato") => SignInAsync(name, null, null);

    public Task<SignedIn> OfficerAsync(Government government) => StaffAsync(Role.ProgrammeOfficer, government);

    public Task<SignedIn> OfficialAsync(Government government) => StaffAsync(Role.DecidingOfficial, government);

    public Task<SignedIn> AuditorAsync(Government government) => StaffAsync(Role.Auditor, government);

    public Task<SignedIn> AdministratorAsync(Government government) => StaffAsync(Role.Administrator, government);

    public Task<SignedIn> StaffAsync(Role role, Government government) => SignInAsync($"{role} of {government}", role, government);

    /// <summary>The same person signed in anew, for tests in which days pass.</summary>
    public async Task<PortalClient> AgainAsync(SignedIn person, SignInMethod method = SignInMethod.Demonstration)
    {
        await using var scope = host.Services.CreateSystemScope();
        var user = await scope.ServiceProvider.GetRequiredService<PortalDbContext>().Users.SingleAsync(u => u.Id == person.Id);
        person.Client.Cookies.Add(await CookieAsync(scope.ServiceProvider, user, method));
        return person.Client;
    }

    /// <summary>Somebody who has an account already, strongly signed in.</summary>
    public async Task<SignedIn> KnownAsync(string address)
    {
        await using var scope = host.Services.CreateSystemScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var person = await db.People.SingleAsync(p => p.MailAddress == address);
        var memberships = await db.Memberships.Where(m => m.PersonId == person.Id).ToListAsync();
        var known = new SignedIn(person.Id, person.DisplayName, Rights.Of(person.Id, memberships, host.Clock.GetUtcNow()), host.Visitor());
        await AgainAsync(known);
        return known;
    }

    private async Task<SignedIn> SignInAsync(string name, Role? role, Government? government)
    {
        await using var scope = host.Services.CreateSystemScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var user = NewUser();
        db.People.Add(Person.Register(user.Id, name, user.Email!, "en"));
        var created = await scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>().CreateAsync(user);
        Assert.True(created.Succeeded, string.Join(", ", created.Errors.Select(x => x.Code)));
        if (role is { } held && government is { } side)
        {
            await GiveRoleAsync(db, user, held, side);
        }

        var memberships = await db.Memberships.Where(m => m.PersonId == user.Id).ToListAsync();
        var client = host.Visitor();
        client.Cookies.Add(await CookieAsync(scope.ServiceProvider, user));
        return new(user.Id, name, Rights.Of(user.Id, memberships, host.Clock.GetUtcNow()), client);
    }

    private PortalUser NewUser()
    {
        var user = new PortalUser { Email = $"person{Interlocked.Increment(ref _count)}@example.test", EmailConfirmed = true };
        user.UserName = user.Id.ToString("N");
        return user;
    }

    private async Task GiveRoleAsync(PortalDbContext db, PortalUser user, Role role, Government government)
    {
        var now = host.Clock.GetUtcNow();
        var today = Staff.Today(government, now);
        var organisation = await db.Organisations.FirstOrDefaultAsync(o => o.Government == government);
        if (organisation is null)
        {
            organisation = Organisation.Register(government == Government.Japan ? "NCO" : "CISA", government, new("機関", "Agency"), today.AddYears(-1));
            db.Organisations.Add(organisation);
        }

        var membership = Membership.Invite(organisation, role, user.Email!, today, null, now);
        membership.Accept(user.Id, [], now);
        db.Memberships.Add(membership);
        await db.SaveChangesAsync();
    }

    private async Task<Cookie> CookieAsync(IServiceProvider services, PortalUser user, SignInMethod method = SignInMethod.Demonstration)
    {
        var context = new DefaultHttpContext { RequestServices = services };
        var accessor = services.GetRequiredService<IHttpContextAccessor>();
        accessor.HttpContext = context;
        try
        {
            await services.GetRequiredService<PortalSession>().StartAsync(user, method, TestContext.Current.CancellationToken);
        }
        finally
        {
            accessor.HttpContext = null;
        }

        var value = context.Response.Headers.SetCookie.ToString().Split(';')[0].Split('=', 2);
        return new Cookie(value[0], value[1], "/", host.Address.Host);
    }
}
