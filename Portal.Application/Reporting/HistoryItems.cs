using Microsoft.EntityFrameworkCore;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Identity;
using Portal.Application.Identity.Domain;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Reporting;

/// <summary>The kinds of items that have a history, and what people call one of them.</summary>
internal static class HistoryItems
{
    /// <summary>
    /// What items are called, by one look-up per kind: number or code, names; a membership by its organisation and its person.
    /// Missing are items that are gone, and people who are no members on the reader's side.
    /// </summary>
    public static async Task<Dictionary<Guid, BilingualText>> NamesAsync(
        IPortalDb db, Actor reader, IEnumerable<(string Type, Guid Id)> items, CancellationToken ct)
    {
        var names = new Dictionary<Guid, BilingualText>();
        foreach (var kind in items.Distinct().GroupBy(i => i.Type, i => i.Id))
        {
            foreach (var (id, name) in await NamesAsync(db, reader, kind.Key, [.. kind], ct))
            {
                names[id] = name;
            }
        }

        return names;
    }

    private static Task<List<Named>> NamesAsync(IPortalDb db, Actor reader, string type, List<Guid> ids, CancellationToken ct) => type switch
    {
        nameof(FellowshipApplication) => db.FellowshipApplications.Where(a => ids.Contains(a.Id)).Select(a => Named.Code(a.Id, a.Number)).ToListAsync(ct),
        nameof(FellowshipCall) => db.FellowshipCalls.Where(c => ids.Contains(c.Id)).Select(c => Named.Code(c.Id, c.Code)).ToListAsync(ct),
        nameof(AwardList) => db.AwardLists.Where(l => ids.Contains(l.Id))
            .Join(db.FellowshipCalls, l => l.CallId, c => c.Id, (l, c) => Named.Code(l.Id, c.Code)).ToListAsync(ct),
        nameof(Organisation) => db.Organisations.Where(o => ids.Contains(o.Id)).Select(o => Named.Code(o.Id, o.Code)).ToListAsync(ct),
        nameof(Membership) => MembershipsAsync(db, reader, ids, ct),
        nameof(Person) => db.People.Where(p => ids.Contains(p.Id) && db.Memberships.Where(Membership.VisibleTo(reader)).Any(m => m.PersonId == p.Id))
            .Select(p => Named.Code(p.Id, p.DisplayName)).ToListAsync(ct),
        nameof(Equivalence) => db.Equivalences.Where(e => ids.Contains(e.Id)).Select(e => Named.Code(e.Id, e.Number)).ToListAsync(ct),
        nameof(EquivalenceVersion) => db.EquivalenceVersions.Where(v => ids.Contains(v.Id))
            .Join(db.Equivalences, v => v.EquivalenceId, e => e.Id, (v, e) => Named.Code(v.Id, e.Number + " / " + v.Number)).ToListAsync(ct),
        nameof(RecognitionCase) => db.RecognitionCases.Where(c => ids.Contains(c.Id)).Select(c => Named.Code(c.Id, c.Number)).ToListAsync(ct),
        nameof(RecognitionStatement) => db.RecognitionStatements.Where(s => ids.Contains(s.Id)).Select(s => Named.Code(s.Id, s.Number)).ToListAsync(ct),
        nameof(HeldCertification) => db.HeldCertifications.Where(h => ids.Contains(h.Id)).Select(h => Named.Code(h.Id, h.Certification)).ToListAsync(ct),
        nameof(Certification) => db.Certifications.Where(c => ids.Contains(c.Id)).Select(c => Named.Code(c.Id, c.Code)).ToListAsync(ct),
        nameof(CertificationVersion) => db.CertificationVersions.Where(v => ids.Contains(v.Id))
            .Join(db.Certifications, v => v.CertificationId, c => c.Id, (v, c) => Named.Code(v.Id, c.Code + " " + v.Label)).ToListAsync(ct),
        nameof(EvidenceItem) => db.EvidenceItems.Where(i => ids.Contains(i.Id))
            .Join(db.Certifications, i => i.CertificationId, c => c.Id, (i, c) => Named.Code(i.Id, c.Code + " " + i.Code)).ToListAsync(ct),
        nameof(MappingSet) => db.MappingSets.Where(s => ids.Contains(s.Id)).Join(db.Frameworks, s => s.SubjectFrameworkId, f => f.Id, (s, f) => new { s.Id, s.TargetFrameworkId, f.Version })
            .Join(db.Frameworks, s => s.TargetFrameworkId, f => f.Id, (s, f) => Named.Code(s.Id, s.Version + " → " + f.Version)).ToListAsync(ct),
        nameof(Framework) => db.Frameworks.Where(f => ids.Contains(f.Id)).Select(f => Named.Code(f.Id, f.Version)).ToListAsync(ct),
        nameof(RequirementSet) => db.RequirementSets.Where(s => ids.Contains(s.Id)).Select(s => Named.Code(s.Id, s.TargetCode + " / " + s.Number)).ToListAsync(ct),
        nameof(ConnectedSystem) => db.ConnectedSystems.Where(s => ids.Contains(s.Id)).Select(s => new Named(s.Id, s.Name)).ToListAsync(ct),
        _ => Task.FromResult<List<Named>>([]),
    };

    /// <summary>Code and person; only the code as long as nobody has accepted, and for the other side.</summary>
    private static async Task<List<Named>> MembershipsAsync(IPortalDb db, Actor reader, List<Guid> ids, CancellationToken ct)
    {
        var found = await db.Memberships.Where(m => ids.Contains(m.Id)).Join(db.Organisations, m => m.OrganisationId, o => o.Id, (m, o) => new { m.Id, o.Code, m.PersonId, m.Government })
            .ToListAsync(ct);
        var who = await WhoIsWho.OfAsync(db, found.Where(m => m.Government == reader.Agency).Select(m => m.PersonId).OfType<Guid>(), [], ct);
        return [.. found.Select(m => Named.Code(m.Id, m.PersonId is { } person && who.Person(person) is { } name ? $"{m.Code} {name}" : m.Code))];
    }

    private sealed record Named(Guid Id, BilingualText Name)
    {
        /// <summary>One name in both languages.</summary>
        public static Named Code(Guid id, string code) => new(id, new BilingualText(code, code));
    }

    /// <summary>
    /// The items that a number, a code or an id names. A call brings its award list, an organisation its memberships and systems, an equivalence
    /// and a certification their versions, a case its statement; a client ID is an id.
    /// </summary>
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
        return [.. applications, .. calls, .. lists, .. offices, .. members, .. systems, .. await RecognitionAsync(db, text, most, ct)];
    }

    private static async Task<List<Guid>> RecognitionAsync(IPortalDb db, string text, int most, CancellationToken ct)
    {
        var key = text.ToUpperInvariant();
        var equivalences = await db.Equivalences.Where(e => e.Number == key).Select(e => e.Id).Take(most).ToListAsync(ct);
        var versions = await db.EquivalenceVersions.Where(v => equivalences.Contains(v.EquivalenceId)).OrderBy(v => v.Id).Select(v => v.Id).Take(most).ToListAsync(ct);
        var certifications = await db.Certifications.Where(c => c.Code == text || c.Code == key).Select(c => c.Id).Take(most).ToListAsync(ct);
        var evidence = await db.CertificationVersions.Where(v => certifications.Contains(v.CertificationId)).OrderBy(v => v.Id).Select(v => v.Id).Take(most).ToListAsync(ct);
        var items = await db.EvidenceItems.Where(i => certifications.Contains(i.CertificationId)).OrderBy(i => i.Id).Select(i => i.Id).Take(most).ToListAsync(ct);
        var sets = await db.RequirementSets.Where(s => s.TargetCode == text || s.TargetCode == key).OrderBy(s => s.Id).Select(s => s.Id).Take(most).ToListAsync(ct);
        var cases = await db.RecognitionCases.Where(c => c.Number == key && c.SubmittedAt != null).Select(c => c.Id).Take(most).ToListAsync(ct);
        var number = StatementNumber.Read(text);
        var statements = await db.RecognitionStatements.Where(s => s.Number == number || cases.Contains(s.CaseId)).OrderBy(s => s.Id).Select(s => s.Id).Take(most).ToListAsync(ct);
        return [.. equivalences, .. versions, .. evidence, .. items, .. sets, .. cases, .. statements];
    }
}
