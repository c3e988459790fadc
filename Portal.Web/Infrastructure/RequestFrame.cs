using Microsoft.EntityFrameworkCore;
using Portal.Application;
using Portal.Application.Identity;
using Portal.Application.Shared;

namespace Portal.Web.Infrastructure;

/// <summary>The frame of this request's page. Loaded before the page starts, so that drawing an error page needs no database.</summary>
internal sealed class RequestFrame(DemoBanner banner) : IPageFrame
{
    public SignedInPerson? Person { get; private set; }

    public bool IsDemo => banner.IsShown;

    public string SignInPath => "/Account/SignIn";

    public string SignOutPath => "/Account/SignOut";

    public string AccountPath => "/Account/Settings";

    public string? SessionPath => "/Account/Session";

    public async Task ShowAsync(Actor actor, IPortalDb db, DateTimeOffset now, CancellationToken ct)
    {
        var name = await db.People.Where(p => p.Id == actor.UserId).Select(p => p.DisplayName).FirstOrDefaultAsync(ct);
        Person = name is null ? null : new SignedInPerson(name, await OfficeAsync(actor, db, now, ct));
    }

    private static async Task<string?> OfficeAsync(Actor actor, IPortalDb db, DateTimeOffset now, CancellationToken ct)
    {
        if (actor is not { OrganisationId: { } id, Agency: { } government })
        {
            return null;
        }

        var name = (await db.Organisations.AsNoTracking().GetAsync(id, ct)).NameOn(Staff.Today(government, now));
        return PageLanguage.Current == "ja" ? name.Ja : name.En;
    }
}

/// <summary>Whether every page says that the people are made up. Set once, at the start.</summary>
internal sealed class DemoBanner
{
    public bool IsShown { get; set; }
}
