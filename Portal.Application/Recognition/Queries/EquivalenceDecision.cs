using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Queries;

/// <param name="Person">Null on public pages and for people no longer known.</param>
/// <param name="Office">As it was called on the day.</param>
public sealed record DecisionKey(Government Government, string? Person, BilingualText? Office, DateTimeOffset At);

/// <summary>The text that is to be signed, with the figures under it and what stood before: what officers write and signatories read.</summary>
public sealed record EquivalenceDecision(Guid Id) : IQuery<EquivalenceDecision.Page>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.ReadRecognition);

    /// <param name="Before">The content that this version is to replace, with the number of its version; null when it is the first.</param>
    /// <param name="OpenRows">Disputed statements that nobody has adjudicated yet.</param>
    public sealed record Page(
        Guid Id, bool IsDemonstration, long Token, string Number, int Version, EquivalenceStatus Status, EquivalenceSource Source, Government SourceSide, Target Target, IReadOnlyList<NamedCode> Scope,
        EquivalenceContent Content, CoverageReport? Report, IReadOnlyDictionary<string, string> Statements, string ContentHash, IReadOnlyList<DecisionKey> Keys,
        IReadOnlyList<Government> Missing, IReadOnlyList<EquivalenceStep> Steps, EquivalenceContent? Before, int? BeforeNumber, int OpenRows, string? ReturnReason);
}

internal sealed class EquivalenceDecisionHandler(IPortalDb db, ICurrentActor current) : IQueryHandler<EquivalenceDecision, EquivalenceDecision.Page>
{
    public async ValueTask<EquivalenceDecision.Page> Handle(EquivalenceDecision query, CancellationToken ct)
    {
        var version = await db.EquivalenceVersionAsync(query.Id, ct);
        if (version.Report is null)
        {
            throw new NotFoundException();
        }

        var equivalence = await db.Equivalences.AsNoTracking().GetAsync(version.EquivalenceId, ct);
        var before = await db.EquivalenceVersions.AsNoTracking().Where(v => v.Id == version.SupersedesId).Select(v => new { v.Number, v.Content }).FirstOrDefaultAsync(ct);
        var names = await EquivalenceNames.OfAsync(db, equivalence, version.Report.Rows.Select(r => r.Statement).Concat(version.Content.Scope), ct);
        var settled = version.Adjudications.Select(a => a.Statement).ToHashSet(StringComparer.Ordinal);
        return new(
            version.Id, equivalence.IsDemonstration, version.Version, equivalence.Number, version.Number, version.Status, equivalence.Source, equivalence.SourceSide, equivalence.Target,
            [.. version.Content.Scope.Select(names.Of)], version.Content, version.Report, names.Statements, version.ContentHash(equivalence), await version.Signatures.KeysAsync(db, true, ct),
            [.. Governments.Both.Where(g => !version.HasSigned(g))], [.. version.StepsFor(current.Actor)], before?.Content, before?.Number,
            (version.Agreement?.ToAdjudicate ?? []).Count(s => !settled.Contains(s)), version.ReturnReason);
    }
}

internal static class DecisionKeys
{
    /// <summary>Who has signed, the first one first.</summary>
    public static async Task<IReadOnlyList<DecisionKey>> KeysAsync(this IReadOnlyList<Signature> signatures, IPortalDb db, bool withNames, CancellationToken ct)
    {
        var who = await WhoIsWho.OfAsync(db, signatures.Select(s => s.SignerId), signatures.Select(s => (Guid?)s.OrganisationId), ct);
        return [.. signatures.OrderBy(s => s.At).Select(s => new DecisionKey(s.Government, withNames ? who.Person(s.SignerId) : null, who.Office(s.OrganisationId, s.At), s.At))];
    }
}
