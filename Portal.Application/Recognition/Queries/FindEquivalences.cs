using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Queries;

/// <summary>What one certification counts for on the other side, the best first. Nothing about who asks is kept.</summary>
/// <param name="Certification">Code of what is held; null only gives the choices.</param>
public sealed record FindEquivalences(string? Certification, TargetKind To, int Page = 1) : IQuery<FindEquivalences.Found>, IPortalMessage
{
    public const int PageSize = 20;

    public static Access Access => Access.Anyone;

    /// <param name="Choices">Certifications that stand in at least one pair as what is held.</param>
    /// <param name="Held">Null while nothing is chosen.</param>
    public sealed record Found(IReadOnlyList<Choice> Choices, Choice? Held, IReadOnlyList<Card> Cards, int Count, int Page)
    {
        public int Pages => Math.Max(1, (Count + PageSize - 1) / PageSize);
    }

    /// <param name="Side">Null for an issuer of neither country.</param>
    public sealed record Choice(string Code, string NameEn, string? NameJa, Government? Side);

    /// <param name="Source">All that must be held; may be more than was asked for.</param>
    /// <param name="Issuer">Of a certification; null for a work role.</param>
    /// <param name="Conditions">Only of what is published.</param>
    /// <param name="Approvals">When each government signed; empty while nothing is published.</param>
    /// <param name="Zone">In which its validity was promised.</param>
    public sealed record Card(
        PublicPair Pair, PublicStanding Standing, EquivalenceSource Source, NamedCode Target, string? Issuer, IReadOnlyList<NamedCode> Scope,
        IReadOnlyList<Condition> Conditions, IReadOnlyList<Approval> Approvals, string Zone);

    public sealed record Approval(Government Government, DateTimeOffset At);
}

internal sealed class FindEquivalencesHandler(IPortalDb db, TimeProvider clock) : IQueryHandler<FindEquivalences, FindEquivalences.Found>
{
    private const int Most = 1000;

    public async ValueTask<FindEquivalences.Found> Handle(FindEquivalences query, CancellationToken ct)
    {
        var choices = await ChoicesAsync(ct);
        if (query.Certification is not { } code)
        {
            return new(choices, null, [], 0, 1);
        }

        var held = choices.Find(c => c.Code == code) ?? await HeldAsync(code, ct);
        var sources = await SourcesAsync(code, query.To, ct);
        var pairs = await db.PublicPairsAsync(db.Equivalences.Where(e => sources.Keys.Contains(e.Id)), clock.GetUtcNow(), ct);
        var all = pairs.SelectMany(p => p.Standings, (pair, standing) => (Pair: pair, Standing: standing)).OrderBy(x => Rank(x.Standing))
            .ThenByDescending(x => x.Standing.Figures?.Content).ThenBy(x => x.Pair.Target.Code, StringComparer.Ordinal).ThenBy(x => x.Pair.Number, StringComparer.Ordinal).ToList();
        var page = Math.Clamp(query.Page, 1, Math.Max(1, (all.Count + FindEquivalences.PageSize - 1) / FindEquivalences.PageSize));
        var shown = all.Skip((page - 1) * FindEquivalences.PageSize).Take(FindEquivalences.PageSize).ToList();
        return new(choices, held, await CardsAsync(shown, sources, ct), all.Count, page);
    }

    private async Task<List<FindEquivalences.Choice>> ChoicesAsync(CancellationToken ct)
    {
        var keys = await db.Equivalences.Select(e => e.SourceKey).Distinct().Take(Most).ToListAsync(ct);
        var composite = (await db.Equivalences.AsNoTracking().Where(e => e.SourceKey.StartsWith('(')).Select(e => e.Source).Take(Most).ToListAsync(ct)).SelectMany(s => s.Certifications);
        var codes = keys.Where(k => k[0] != '(').Concat(composite).Distinct().ToList();
        return [.. (await db.Certifications.AsNoTracking().Where(c => codes.Contains(c.Code)).OrderBy(c => c.Code).Take(Most)
            .Select(c => new { c.Code, c.NameEn, c.NameJa, c.IssuerCountry }).ToListAsync(ct)).Select(c => new FindEquivalences.Choice(c.Code, c.NameEn, c.NameJa, RecognitionRecords.SideOf(c.IssuerCountry)))];
    }

    /// <summary>A certification of the catalogue that stands in no pair.</summary>
    private async Task<FindEquivalences.Choice> HeldAsync(string code, CancellationToken ct) =>
        await db.Certifications.AsNoTracking().FirstOrDefaultAsync(c => c.Code == code, ct) is { } c
            ? new(c.Code, c.NameEn, c.NameJa, RecognitionRecords.SideOf(c.IssuerCountry))
            : throw new NotFoundException();

    /// <summary>Also those that ask for more than this certification.</summary>
    private async Task<Dictionary<Guid, EquivalenceSource>> SourcesAsync(string code, TargetKind to, CancellationToken ct) =>
        (await db.Equivalences.AsNoTracking().Where(e => e.TargetKind == to && (e.SourceKey == code || (e.SourceKey.StartsWith('(') && e.SourceKey.Contains(code))))
            .OrderBy(e => e.TargetCode).Take(Most).Select(e => new { e.Id, e.Source }).ToListAsync(ct))
        .Where(e => e.Source.Certifications.Contains(code)).ToDictionary(e => e.Id, e => e.Source);

    /// <summary>What helps a holder most comes first; what is not decided comes after all that is.</summary>
    private static (int, int) Rank(PublicStanding standing) => (
        standing.Phase switch
        {
            EquivalencePhase.InForce => standing.Figures!.Decision == DecisionType.Refused ? 2 : 0,
            EquivalencePhase.Suspended or EquivalencePhase.Scheduled => 1,
            EquivalencePhase.UnderReview => 3,
            EquivalencePhase.Proposed => 4,
            _ => 5,
        },
        standing.Figures is null ? 0 : (int)standing.Figures.Decision);

    private async Task<IReadOnlyList<FindEquivalences.Card>> CardsAsync(
        List<(PublicPair Pair, PublicStanding Standing)> shown, Dictionary<Guid, EquivalenceSource> sources, CancellationToken ct)
    {
        var published = shown.Where(x => x.Standing.Figures is not null).Select(x => x.Standing.VersionId).ToList();
        var signed = (await db.EquivalenceVersions.AsNoTracking().Where(v => published.Contains(v.Id))
            .Select(v => new { v.Id, v.Content, Signatures = v.Signatures.Select(s => new { s.Government, s.At }).ToList() }).ToListAsync(ct)).ToDictionary(v => v.Id);
        var targets = shown.ConvertAll(x => x.Pair.Target.Code);
        var certifications = await db.Certifications.AsNoTracking().Where(c => targets.Contains(c.Code)).ToDictionaryAsync(c => c.Code, ct);
        var roles = await db.NewestRolesAsync([.. shown.SelectMany(x => x.Standing.Scope).Concat(targets).Distinct()], ct);
        return shown.ConvertAll(x =>
        {
            var target = certifications.GetValueOrDefault(x.Pair.Target.Code);
            var content = signed.GetValueOrDefault(x.Standing.VersionId);
            return new FindEquivalences.Card(
                x.Pair, x.Standing, sources[x.Pair.Id], target is null ? Role(x.Pair.Target.Code) : new(target.Code, target.NameEn, target.NameJa), target?.Issuer,
                [.. x.Standing.Scope.Select(Role)], content?.Content.Conditions ?? [],
                content is null ? [] : content.Signatures.OrderBy(s => s.At).ThenBy(s => s.Government).Select(s => new FindEquivalences.Approval(s.Government, s.At)).ToList(),
                content?.Content.ValidFrom?.Zone ?? PortalZones.Japan);
        });

        NamedCode Role(string code) => new(code, roles.GetValueOrDefault(code)?.Title ?? code, null);
    }
}
