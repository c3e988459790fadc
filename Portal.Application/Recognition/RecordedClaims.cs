using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition;

/// <summary>
/// What counts on one day for some certifications: of each the version that is current, with those of its claims that stand and
/// that reach the framework of the requirement set. Nothing that is withdrawn or past its day counts.
/// </summary>
internal sealed class RecordedClaims
{
    private readonly ILookup<string, CertificationVersion> _versions;
    private readonly IReadOnlyDictionary<(Guid Certification, string Code), Item> _items;
    private readonly Guid? _without;

    private RecordedClaims(
        MappingBridge bridge, DateOnly asOf, ILookup<string, CertificationVersion> versions, IReadOnlyDictionary<(Guid, string), Item> items, Guid? without) =>
        (Bridge, AsOf, _versions, _items, _without) = (bridge, asOf, versions, items, without);

    public MappingBridge Bridge { get; }

    public DateOnly AsOf { get; }

    /// <param name="codes">Of certifications.</param>
    public static async Task<RecordedClaims> OfAsync(IPortalDb db, IReadOnlyList<string> codes, Guid frameworkId, DateOnly asOf, CancellationToken ct)
    {
        var bridge = await MappingBridge.ToAsync(db, frameworkId, ct);
        var certifications = await db.Certifications.Where(c => codes.Contains(c.Code)).ToDictionaryAsync(c => c.Id, c => c.Code, ct);
        var ids = certifications.Keys.ToList();
        var frameworks = bridge.Frameworks;
        var versions = await db.CertificationVersions.AsNoTracking().Include(v => v.Claims.Where(c => frameworks.Contains(c.FrameworkId)))
            .Where(v => ids.Contains(v.CertificationId) && v.WithdrawnAt == null && v.EffectiveOn <= asOf && v.Claims.Any(c => frameworks.Contains(c.FrameworkId))).ToListAsync(ct);
        var items = await db.EvidenceItems.Where(i => ids.Contains(i.CertificationId))
            .Select(i => new { i.CertificationId, i.Code, Item = new Item(i.Id, i.WithdrawnAt == null && (i.ExpiresOn == null || i.ExpiresOn > asOf), i.Confidentiality) }).ToListAsync(ct);
        return new(bridge, asOf, versions.ToLookup(v => certifications[v.CertificationId]), items.ToDictionary(i => (i.CertificationId, i.Code), i => i.Item), null);
    }

    /// <summary>As if the evidence were withdrawn.</summary>
    public RecordedClaims Without(Evidence evidence) => new(Bridge, AsOf, _versions, _items, evidence.Id);

    /// <summary>The first certification of a source for which nothing counts; null where each has something.</summary>
    public string? Missing(EquivalenceSource source) => source.Certifications.FirstOrDefault(c => Current(c) is null);

    /// <returns>Null where nothing counts.</returns>
    public CoverageSource? Proof(string certification, EquivalenceVersion? reviewed) => Current(certification) is not { } version ? null : new(
        certification,
        [.. Counting(version).Select(c => new CoverageClaim(Bridge.NameOf(c), c.Level, c.Strength, version.EffectiveOn, Bridge.ConfidenceOf(c, reviewed), c.Id))]);

    /// <summary>Of all that counts for these certifications before a review: with the same hash, the same figures on the same day.</summary>
    public string HashOf(IReadOnlyList<string> certifications)
    {
        var proofs = certifications.Select(c => Proof(c, null)).OfType<CoverageSource>().ToList();
        return ContentHash.Of(new
        {
            Proofs = proofs.Select(p => new { p.Code, Claims = p.Claims.Order(ContentOrder.Claims) }),
            Mappings = Bridge.MappingsOf(proofs, null).Order(ContentOrder.Mappings),
        });
    }

    /// <summary>Who recorded what may count in either direction, and what it rests on: claims and mappings by their ids.</summary>
    public IReadOnlyDictionary<Guid, RecordedEvidence> Recorded() =>
        _versions.Select(v => Current(v.Key)).OfType<CertificationVersion>().SelectMany(v => Counting(v).Select(c => (c.Id, Recorded(v, c))))
            .Concat(Bridge.Mappings.Select(m => (m.Id, new RecordedEvidence(m.AuthorId, null, [])))).ToDictionary();

    /// <summary>What an owner lent in confidence is not named in a report, which everybody reads once it is signed.</summary>
    private RecordedEvidence Recorded(CertificationVersion version, EvidenceClaim claim)
    {
        var items = claim.Items.Select(code => ItemOf(version, code)).OfType<Item>().ToList();
        return new(claim.AuthorId, items.Exists(i => i.Confidentiality == Confidentiality.Restricted) ? null : claim.Source, [version.Id, .. items.Where(i => i.Stands).Select(i => i.Id)]);
    }

    private CertificationVersion? Current(string certification) => _versions[certification]
        .Where(v => v.Id != _without && Counting(v).Any()).OrderByDescending(v => v.EffectiveOn).ThenBy(v => v.Id).FirstOrDefault();

    private IEnumerable<EvidenceClaim> Counting(CertificationVersion version) =>
        version.Claims.Where(c => Bridge.Counts(c) && c.Stands(code => ItemOf(version, code) is not { Stands: true } item || item.Id == _without));

    private Item? ItemOf(CertificationVersion version, string code) => _items.GetValueOrDefault((version.CertificationId, code));

    /// <param name="Stands">Neither withdrawn nor past its day.</param>
    private sealed record Item(Guid Id, bool Stands, Confidentiality Confidentiality);
}
