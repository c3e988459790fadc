using Portal.Application.Identity.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Identity;

public static class Rights
{
    /// <summary>
    /// What a person may do now. Each role counts on the calendar of its own government, from its first to its last day. A person without
    /// a role in force is a candidate. Nobody serves both governments; should the data say so, the role that began first decides.
    /// </summary>
    public static Actor Of(Guid personId, IEnumerable<Membership> memberships, DateTimeOffset now)
    {
        var inForce = memberships.Where(m => m.PersonId == personId && m.IsInForce(Staff.Today(m.Government, now))).OrderBy(m => m.StartsOn).ThenBy(m => m.Id).ToList();
        if (inForce is not [var first, ..])
        {
            return new Actor(personId, null, null, Roles.Permissions[Role.Candidate]);
        }

        var held = inForce.Where(m => m.Government == first.Government).SelectMany(m => Roles.Permissions[m.Role]).ToHashSet();
        return new Actor(personId, first.Government, first.OrganisationId, held);
    }
}
