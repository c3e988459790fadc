using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Recognition.Queries;
using Portal.Application.Shared;

namespace Portal.Application.Recognition;

/// <summary>What a case is about, in words: the same for its holder and for the desks.</summary>
public sealed record CaseSubject(
    string EquivalenceNumber, int Version, EquivalenceSource Source, NamedCode Target, IReadOnlyList<NamedCode> Scope, DecisionType Decision,
    IReadOnlyList<Condition> Conditions, IReadOnlyList<Effect> Effects, Government SourceSide, Government HostSide, bool IsDemonstration);

/// <summary>A certification as it was claimed, with the files it was sent with.</summary>
public sealed record ClaimedPaper(NamedCode Certification, string Number, DateOnly IssuedOn, DateOnly? ExpiresOn, IReadOnlyList<HeldDetails.FileLine> Files);

/// <summary>A statement in its holder's hand.</summary>
public sealed record StatementLine(Guid Id, string Number, StatementState State, bool IsNameShown, string Initials, string HolderName, IReadOnlyList<StatementPdfLine> Pdfs, bool IsDemonstration);

public sealed record StatementPdfLine(string Language, long Size, string Sha256);

internal static class CaseParts
{
    public static async Task<CaseSubject> SubjectAsync(this IPortalDb db, RecognitionCase found, CancellationToken ct)
    {
        var equivalence = await db.Equivalences.AsNoTracking().GetAsync(found.EquivalenceId, ct);
        var version = await db.EquivalenceVersions.AsNoTracking().Where(v => v.Id == found.EquivalenceVersionId).Select(v => new { v.Number, v.Content }).SingleAsync(ct);
        var names = await EquivalenceNames.OfAsync(db, equivalence, version.Content.Scope, ct);
        return new(
            equivalence.Number, version.Number, equivalence.Source, names.Of(equivalence.TargetCode), [.. version.Content.Scope.Select(names.Of)], version.Content.Decision,
            version.Content.Conditions, version.Content.Effects, found.SourceGovernment, found.HostGovernment, equivalence.IsDemonstration);
    }

    public static async Task<IReadOnlyList<ClaimedPaper>> PapersAsync(this IPortalDb db, RecognitionCase found, CancellationToken ct)
    {
        var (ids, codes) = (found.Certifications.Select(c => c.HeldId).ToList(), found.Certifications.Select(c => c.Certification).ToList());
        var held = (await db.HeldCertifications.AsNoTracking().Where(h => ids.Contains(h.Id)).ToListAsync(ct)).ToDictionary(h => h.Id);
        var names = await db.Certifications.AsNoTracking().Where(c => codes.Contains(c.Code)).Select(c => new NamedCode(c.Code, c.NameEn, c.NameJa)).ToDictionaryAsync(c => c.Code, ct);
        return [.. found.Certifications.OrderBy(c => c.Certification, StringComparer.Ordinal).Select(c => new ClaimedPaper(
            names.GetValueOrDefault(c.Certification) ?? new(c.Certification, c.Certification, null), c.Number, c.IssuedOn, c.ExpiresOn,
            held.TryGetValue(c.HeldId, out var list) ? HeldDetails.FileLine.Of(found.SentOf(list)) : []))];
    }

    public static async Task<StatementLine?> StatementAsync(this IPortalDb db, RecognitionCase found, DateTimeOffset now, CancellationToken ct)
    {
        var statement = await db.RecognitionStatements.AsNoTracking().FirstOrDefaultAsync(s => s.CaseId == found.Id, ct);
        return statement is null ? null : new(
            statement.Id, statement.Number, await db.StateOfAsync(statement, now, ct), statement.IsNameShown, statement.Initials, statement.HolderName,
            [.. statement.Pdfs.OrderBy(p => p.Language, StringComparer.Ordinal).Select(p => new StatementPdfLine(p.Language, p.Size, p.Sha256))], statement.IsDemonstration);
    }

    public static async Task<StatementState> StateOfAsync(this IPortalDb db, RecognitionStatement statement, DateTimeOffset now, CancellationToken ct) =>
        StatementStates.Of(statement.EquivalenceVersionId, statement.Says, await db.PeriodsAsync([statement.EquivalenceVersionId], ct), now);

    /// <summary>Where the decision under a case stands now.</summary>
    public static async Task<BasisPhase> BasisAsync(this IPortalDb db, RecognitionCase found, DateTimeOffset now, CancellationToken ct) =>
        BasisPhase.Of(found.EquivalenceVersionId, await db.PeriodsAsync([found.EquivalenceVersionId], ct), now);

    /// <summary>What is known of versions now.</summary>
    public static async Task<IReadOnlyList<EquivalencePeriod>> PeriodsAsync(this IPortalDb db, IReadOnlyList<Guid> versions, CancellationToken ct) =>
        await db.Equivalences.AsNoTracking().SelectMany(e => e.Periods).Where(p => p.ReplacedAt == null && versions.Contains(p.VersionId)).ToListAsync(ct);
}
