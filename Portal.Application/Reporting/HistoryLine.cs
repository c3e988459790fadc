using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Identity;
using Portal.Application.Identity.Domain;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Reporting;

/// <summary>One entry of a history in words: who, for which office as it was called then, when, what, why.</summary>
/// <param name="Person">Null for the portal itself and for people no longer known.</param>
/// <param name="Proof">How the person had signed in; null for the portal itself.</param>
/// <param name="Refusal">Text key of the refusal, when the operation was refused.</param>
/// <param name="Names">What the items are called that the changes refer to, as far as the reader may see them.</param>
public sealed record HistoryLine(
    long Sequence, DateTimeOffset At, string Operation, string? Person, BilingualText? Office, Government? Government,
    string? From, string? To, string? Reason, SignInMethod? Proof, string? Refusal, IReadOnlyList<HistoryChange> Changes,
    IReadOnlyDictionary<Guid, BilingualText> Names);

/// <summary>A field with its old and new value; both null means that a hidden field changed.</summary>
public sealed record HistoryChange(string Field, string? Old, string? New);

internal static class HistoryLines
{
    private static readonly Dictionary<string, string> s_references = new()
    {
        [nameof(AwardList.CallId)] = nameof(FellowshipCall),
        [nameof(Membership.PersonId)] = nameof(Person),
        [nameof(EquivalenceVersion.ProposerId)] = nameof(Person),
        [nameof(RecognitionCase.HolderId)] = nameof(Person),
        [nameof(RecognitionCase.EquivalenceVersionId)] = nameof(EquivalenceVersion),
        [nameof(RecognitionStatement.CaseId)] = nameof(RecognitionCase),
        [nameof(EquivalenceVersion.EquivalenceId)] = nameof(Equivalence),
        [nameof(EquivalenceVersion.SupersedesId)] = nameof(EquivalenceVersion),
        ["Period"] = nameof(EquivalenceVersion),
        ["Withdrawing.VersionId"] = nameof(EquivalenceVersion),
        ["Content.RequirementSetId"] = nameof(RequirementSet),
        [nameof(CertificationVersion.CertificationId)] = nameof(Certification),
        [nameof(RequirementSet.FrameworkId)] = nameof(Framework),
        [nameof(MappingSet.SubjectFrameworkId)] = nameof(Framework),
        [nameof(MappingSet.TargetFrameworkId)] = nameof(Framework),
    };

    /// <summary>The entries in words: one look-up per kind of item, however many entries.</summary>
    public static async Task<IReadOnlyList<HistoryLine>> HistoryLinesAsync(
        this IPortalDb db, Actor reader, IReadOnlyList<AuditEntry> entries, CancellationToken ct)
    {
        var read = entries.Select(e => (Entry: e, Changes: JsonSerializer.Deserialize<List<HistoryChange>>(e.Changes) ?? [])).ToList();
        var changes = read.SelectMany(r => r.Changes).ToList();
        var offices = Ids(changes.Where(c => c.Field == nameof(Membership.OrganisationId))).ToList();
        var who = await WhoIsWho.OfAsync(db, entries.Select(e => e.ActorId), entries.Select(e => e.OrganisationId).Concat(offices.Select(o => (Guid?)o)), ct);
        var names = await HistoryItems.NamesAsync(
            db, reader, changes.Where(c => s_references.ContainsKey(c.Field)).SelectMany(c => Ids([c]).Select(id => (s_references[c.Field], id))), ct);
        return [.. read.Select(r => Line(r.Entry, r.Changes, who, WithOffices(names, offices, who, r.Entry.At)))];
    }

    private static HistoryLine Line(AuditEntry entry, List<HistoryChange> changes, WhoIsWho who, IReadOnlyDictionary<Guid, BilingualText> names) => new(
        entry.Sequence, entry.At, entry.Operation, who.Person(entry.ActorId), who.Office(entry.OrganisationId, entry.At), entry.ActorGovernment,
        entry.FromStatus, entry.ToStatus, entry.Reason, SignInProof.MethodOf(entry.Proof), entry.Refusal, changes, names);

    /// <summary>Offices as they were called on the day of the entry.</summary>
    private static IReadOnlyDictionary<Guid, BilingualText> WithOffices(Dictionary<Guid, BilingualText> names, List<Guid> offices, WhoIsWho who, DateTimeOffset at) =>
        offices.Count == 0 ? names : offices.Distinct().Where(id => who.Office(id, at) is not null)
            .Select(id => KeyValuePair.Create(id, who.Office(id, at)!)).Concat(names).ToDictionary();

    /// <summary>A value is an id, or begins with one.</summary>
    private static IEnumerable<Guid> Ids(IEnumerable<HistoryChange> changes) => changes.SelectMany(c => new[] { c.Old, c.New })
        .Select(value => Guid.TryParse(value?.Split(' ')[0], out var id) ? id : (Guid?)null).OfType<Guid>();
}
