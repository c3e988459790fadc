using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Identity;

/// <summary>Names for the ids in signatures and histories: people as they call themselves, offices as they were called on the day.</summary>
internal sealed class WhoIsWho
{
    private readonly Dictionary<Guid, string> _people;
    private readonly Dictionary<Guid, Organisation> _offices;

    private WhoIsWho(Dictionary<Guid, string> people, Dictionary<Guid, Organisation> offices) => (_people, _offices) = (people, offices);

    public static async Task<WhoIsWho> OfAsync(IPortalDb db, IEnumerable<Guid> people, IEnumerable<Guid?> offices, CancellationToken ct)
    {
        var (personIds, officeIds) = (people.Distinct().ToList(), offices.OfType<Guid>().Distinct().ToList());
        return new(
            await db.People.Where(p => personIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.DisplayName, ct),
            officeIds.Count == 0 ? [] : await db.Organisations.AsNoTracking().Where(o => officeIds.Contains(o.Id)).ToDictionaryAsync(o => o.Id, ct));
    }

    /// <summary>Null for the portal itself and for people no longer known.</summary>
    public string? Person(Guid id) => _people.GetValueOrDefault(id);

    public BilingualText? Office(Guid? id, DateTimeOffset at) =>
        id is { } known && _offices.TryGetValue(known, out var office) ? office.NameOn(Staff.Today(office.Government, at)) : null;

    public Government? Government(Guid? id) => id is { } known && _offices.TryGetValue(known, out var office) ? office.Government : null;
}
