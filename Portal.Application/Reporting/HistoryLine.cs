using System.Text.Json;
using Portal.Application.Identity;
using Portal.Application.Shared;

namespace Portal.Application.Reporting;

/// <summary>One entry of a history in words: who, for which office as it was called then, when, what, why.</summary>
/// <param name="Person">Null for the portal itself and for people no longer known.</param>
/// <param name="Proof">How the person had signed in; null for the portal itself.</param>
/// <param name="Refusal">Text key of the refusal, when the operation was refused.</param>
public sealed record HistoryLine(
    long Sequence, DateTimeOffset At, string Operation, string? Person, BilingualText? Office, Government? Government,
    string? From, string? To, string? Reason, SignInMethod? Proof, string? Refusal, IReadOnlyList<HistoryChange> Changes)
{
    internal static HistoryLine Of(AuditEntry entry, WhoIsWho who) => new(
        entry.Sequence, entry.At, entry.Operation, who.Person(entry.ActorId), who.Office(entry.OrganisationId, entry.At), entry.ActorGovernment,
        entry.FromStatus, entry.ToStatus, entry.Reason, SignInProof.MethodOf(entry.Proof), entry.Refusal, JsonSerializer.Deserialize<List<HistoryChange>>(entry.Changes) ?? []);
}

/// <summary>A field with its old and new value; both null means that a hidden field changed.</summary>
public sealed record HistoryChange(string Field, string? Old, string? New);
