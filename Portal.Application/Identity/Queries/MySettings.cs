using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Shared;

namespace Portal.Application.Identity.Queries;

/// <summary>The person's own account: what they may change, and the roles they hold or held.</summary>
public sealed record MySettings : IQuery<MySettings.Settings>, IPortalMessage
{
    public static Access Access => Access.SignedIn;

    public sealed record Settings(string DisplayName, string MailAddress, string Language, IReadOnlyList<HeldRole> Roles);

    public sealed record HeldRole(Role Role, BilingualText Organisation, DateOnly StartsOn, DateOnly? EndsOn);
}

internal sealed class MySettingsHandler(IPortalDb db, ICurrentActor current) : IQueryHandler<MySettings, MySettings.Settings>
{
    public async ValueTask<MySettings.Settings> Handle(MySettings query, CancellationToken ct)
    {
        var me = await db.People.AsNoTracking().GetAsync(current.Actor.UserId, ct);
        var held = await db.Memberships.AsNoTracking().Where(m => m.PersonId == me.Id)
            .OrderByDescending(m => m.StartsOn)
            .Join(db.Organisations.AsNoTracking(), m => m.OrganisationId, o => o.Id, (m, o) => new { Membership = m, Organisation = o })
            .ToListAsync(ct);
        return new MySettings.Settings(
            me.DisplayName, me.MailAddress, me.Language,
            [.. held.Select(x => new MySettings.HeldRole(x.Membership.Role, x.Organisation.NameOn(x.Membership.StartsOn), x.Membership.StartsOn, x.Membership.EndsOn))]);
    }
}
