using Microsoft.EntityFrameworkCore;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Identity.Domain;

namespace Portal.Application.Reporting;

/// <summary>The kinds of items that have a history, and what people call one of them.</summary>
internal static class HistoryItems
{
    /// <summary>Number, code or names; for a membership that of its organisation, for an award list that of its call.</summary>
    public static async Task<string?> NameAsync(IPortalDb db, string type, Guid id, CancellationToken ct) => type switch
    {
        nameof(FellowshipApplication) => await db.FellowshipApplications.Where(a => a.Id == id).Select(a => a.Number).FirstOrDefaultAsync(ct),
        nameof(FellowshipCall) => await db.FellowshipCalls.Where(c => c.Id == id).Select(c => c.Code).FirstOrDefaultAsync(ct),
        nameof(AwardList) => await db.AwardLists.Where(l => l.Id == id)
            .Join(db.FellowshipCalls, l => l.CallId, c => c.Id, (_, c) => c.Code).FirstOrDefaultAsync(ct),
        nameof(Organisation) => await db.Organisations.Where(o => o.Id == id).Select(o => o.Code).FirstOrDefaultAsync(ct),
        nameof(Membership) => await db.Memberships.Where(m => m.Id == id)
            .Join(db.Organisations, m => m.OrganisationId, o => o.Id, (_, o) => o.Code).FirstOrDefaultAsync(ct),
        nameof(ConnectedSystem) => await db.ConnectedSystems.Where(s => s.Id == id).Select(s => s.Name).FirstOrDefaultAsync(ct) is { } name ? $"{name.Ja} / {name.En}" : null,
        _ => null,
    };

    /// <summary>The items that a number, a code or an id names. A call brings its award list, an organisation its memberships and systems; a client ID is an id.</summary>
    public static async Task<List<Guid>> FindAsync(IPortalDb db, string text, int most, CancellationToken ct)
    {
        if (Guid.TryParse(text, out var id))
        {
            return [id];
        }

        var key = text.ToUpperInvariant();
        var applications = await db.FellowshipApplications.Where(a => a.Number == key && a.SubmittedAt != null).OrderBy(a => a.Id).Select(a => a.Id).Take(most).ToListAsync(ct);
        var calls = await db.FellowshipCalls.Where(c => c.Code == key).OrderBy(c => c.Id).Select(c => c.Id).Take(most).ToListAsync(ct);
        var lists = await db.AwardLists.Where(l => calls.Contains(l.CallId)).OrderBy(l => l.Id).Select(l => l.Id).Take(most).ToListAsync(ct);
        var offices = await db.Organisations.Where(o => o.Code == key).OrderBy(o => o.Id).Select(o => o.Id).Take(most).ToListAsync(ct);
        var members = await db.Memberships.Where(m => offices.Contains(m.OrganisationId)).OrderBy(m => m.Id).Select(m => m.Id).Take(most).ToListAsync(ct);
        var systems = await db.ConnectedSystems.Where(s => offices.Contains(s.OrganisationId)).OrderBy(s => s.Id).Select(s => s.Id).Take(most).ToListAsync(ct);
        return [.. applications, .. calls, .. lists, .. offices, .. members, .. systems];
    }
}
