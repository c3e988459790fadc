using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;

namespace Portal.Application.Recognition;

/// <summary>
/// What counts on one day for the certifications of one pair: of each the version that is current, with those of its claims that stand and
/// that reach the framework of the requirement set. Nothing that is withdrawn counts.
/// </summary>
internal sealed class RecordedClaims
{
    private readonly IReadOnlyList<(string Certification, CertificationVersion Version)> _versions;
    private readonly HashSet<(Guid Certification, string Code)> _withdrawnItems;
    private readonly Guid? _without;

    private RecordedClaims(
        MappingBridge bridge, DateOnly asOf, IReadOnlyList<(string, CertificationVersion)> versions, HashSet<(Guid, string)> withdrawnItems, Guid? without) =>
        (Bridge, AsOf, _versions, _withdrawnItems, _without) = (bridge, asOf, versions, withdrawnItems, without);

    public MappingBridge Bridge { get; }

    public DateOnly AsOf { get; }

    public static async Task<RecordedClaims> OfAsync(IPortalDb db, Equivalence equivalence, Guid frameworkId, DateOnly asOf, CancellationToken ct)
    {
        var bridge = await MappingBridge.ToAsync(db, frameworkId, ct);
        List<string> codes = [.. equivalence.Source.Certifications, .. equivalence.TargetKind == TargetKind.Certification ? [equivalence.TargetCode] : Array.Empty<string>()];
        var certifications = await db.Certifications.Where(c => codes.Contains(c.Code)).ToDictionaryAsync(c => c.Id, c => c.Code, ct);
        var ids = certifications.Keys.ToList();
        var frameworks = bridge.Frameworks;
        var versions = await db.CertificationVersions.AsNoTracking().Include(v => v.Claims.Where(c => frameworks.Contains(c.FrameworkId)))
            .Where(v => ids.Contains(v.CertificationId) && v.WithdrawnAt == null && v.EffectiveOn <= asOf && v.Claims.Any(c => frameworks.Contains(c.FrameworkId))).ToListAsync(ct);
        var withdrawn = await db.EvidenceItems.Where(i => ids.Contains(i.CertificationId) && i.WithdrawnAt != null).Select(i => new { i.CertificationId, i.Code }).ToListAsync(ct);
        return new(bridge, asOf, versions.ConvertAll(v => (certifications[v.CertificationId], v)), [.. withdrawn.Select(i => (i.CertificationId, i.Code))], null);
    }

    /// <summary>As if the evidence were withdrawn.</summary>
    public RecordedClaims Without(Evidence evidence) => evidence is EvidenceItem item
        ? new(Bridge, AsOf, _versions, [.. _withdrawnItems, (item.CertificationId, item.Code)], _without)
        : new(Bridge, AsOf, _versions, _withdrawnItems, evidence.Id);

    /// <summary>The first certification of a source for which nothing counts; null where each has something.</summary>
    public string? Missing(EquivalenceSource source) => source.Certifications.FirstOrDefault(c => Current(c) is null);

    /// <returns>Null where nothing counts.</returns>
    public CoverageSource? Proof(string certification, EquivalenceVersion? reviewed) => Current(certification) is not { } version ? null : new(
        certification,
        [.. Counting(version).Select(c => new CoverageClaim(Bridge.NameOf(c), c.Level, c.Strength, version.EffectiveOn, Bridge.ConfidenceOf(c, reviewed), c.Id))]);

    /// <summary>Who recorded what may count for a source, and where it was found: its claims and the mappings, by their ids.</summary>
    public IReadOnlyDictionary<Guid, RecordedEvidence> Recorded(EquivalenceSource source) =>
        source.Certifications.Select(Current).OfType<CertificationVersion>().SelectMany(Counting).Select(c => (c.Id, new RecordedEvidence(c.AuthorId, c.Source)))
            .Concat(Bridge.Mappings.Select(m => (m.Id, new RecordedEvidence(m.AuthorId, null)))).ToDictionary();

    private CertificationVersion? Current(string certification) => _versions
        .Where(v => v.Certification == certification && v.Version.Id != _without && Counting(v.Version).Any()).Select(v => v.Version)
        .OrderByDescending(v => v.EffectiveOn).ThenBy(v => v.Id).FirstOrDefault();

    private IEnumerable<EvidenceClaim> Counting(CertificationVersion version) =>
        version.Claims.Where(c => Bridge.Counts(c) && c.Stands(code => _withdrawnItems.Contains((version.CertificationId, code))));
}
