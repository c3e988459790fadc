using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;

namespace Portal.Application.Recognition;

/// <summary>
/// What claims say about the statements of one framework version: directly, or over the mappings recorded from other versions. A code of
/// another version is qualified by its version, because the same code may say something else there.
/// </summary>
internal sealed class MappingBridge
{
    private readonly Dictionary<Guid, string> _identifiers;
    private readonly Dictionary<string, List<StatementMapping>> _mappings;

    private MappingBridge(Guid frameworkId, IReadOnlyList<MappingSet> sets, Dictionary<Guid, string> identifiers)
    {
        (FrameworkId, Frameworks, _identifiers) = (frameworkId, [frameworkId, .. sets.Select(s => s.SubjectFrameworkId)], identifiers);
        _mappings = sets.SelectMany(s => s.Mappings, (s, m) => (Name: NameOf(s.SubjectFrameworkId, m.Subject), Mapping: m))
            .GroupBy(x => x.Name, x => x.Mapping).ToDictionary(g => g.Key, g => g.ToList());
    }

    /// <summary>Of the requirement set.</summary>
    public Guid FrameworkId { get; }

    /// <summary>The set's own, and those from which mappings lead there.</summary>
    public IReadOnlyList<Guid> Frameworks { get; }

    public IEnumerable<StatementMapping> Mappings => _mappings.Values.SelectMany(m => m);

    public static async Task<MappingBridge> ToAsync(IPortalDb db, Guid frameworkId, CancellationToken ct)
    {
        var sets = await db.MappingSets.AsNoTracking().Include(s => s.Mappings).Where(s => s.TargetFrameworkId == frameworkId).ToListAsync(ct);
        var subjects = sets.ConvertAll(s => s.SubjectFrameworkId);
        return new(frameworkId, sets, await db.Frameworks.Where(f => subjects.Contains(f.Id)).ToDictionaryAsync(f => f.Id, f => f.Identifier, ct));
    }

    public bool Counts(EvidenceClaim claim) => IsOwn(claim) || _mappings.ContainsKey(NameOf(claim));

    public string NameOf(EvidenceClaim claim) => IsOwn(claim) ? claim.Statement : NameOf(claim.FrameworkId, claim.Statement);

    /// <summary>Reviewers rate the required statement: that settles a claim on it, and otherwise the mapping that leads to it.</summary>
    /// <param name="reviewed">Null before a review: the author's own word counts.</param>
    public double ConfidenceOf(EvidenceClaim claim, EquivalenceVersion? reviewed) =>
        IsOwn(claim) && reviewed is not null ? reviewed.ConfidenceOf(claim.Statement, (double)claim.Confidence) : (double)claim.Confidence;

    /// <summary>Only those that these proofs use, so that no other mapping changes the hash of the input.</summary>
    public IReadOnlyList<CoverageMapping> MappingsOf(IEnumerable<CoverageSource> proofs, EquivalenceVersion? reviewed)
    {
        var used = proofs.SelectMany(p => p.Claims).Select(c => c.Statement).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. _mappings.Where(m => used.Contains(m.Key)).SelectMany(m => m.Value, (subject, m) => new CoverageMapping(
                subject.Key, m.Target, m.Relation, (double?)m.Fraction, m.Facet, reviewed?.ConfidenceOf(m.Target, (double)m.Confidence) ?? (double)m.Confidence, m.Id)),
        ];
    }

    private bool IsOwn(EvidenceClaim claim) => claim.FrameworkId == FrameworkId;

    private string NameOf(Guid frameworkId, string statement) => $"{_identifiers.GetValueOrDefault(frameworkId)}/{statement}";
}
