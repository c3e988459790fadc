namespace Portal.Application.Recognition.Domain;

/// <summary>A claim carried to a statement that may be required: by being about it, or by a mapping.</summary>
internal readonly record struct ClaimPath(string Statement, string Certification, CoverageClaim Claim, CoverageMapping? Mapping)
{
    public bool IsFull => Mapping?.Relation is not (MappingRelation.Subset or MappingRelation.Intersects);

    public string Facet => Mapping?.Facet ?? "";
}

/// <summary>All paths of certifications in one order that depends on their content alone, so that sums and ties come out alike every time.</summary>
internal sealed class ClaimPaths : IComparer<ClaimPath>
{
    private readonly CoverageRules _rules;
    private readonly DateOnly _asOf;
    private readonly ILookup<string, CoverageMapping> _bySubject;

    public ClaimPaths(IEnumerable<CoverageMapping> mappings, CoverageRules rules, DateOnly asOf)
    {
        (_rules, _asOf) = (rules, asOf);
        _bySubject = mappings.Where(m => m.Relation != MappingRelation.None).ToLookup(m => m.Subject, StringComparer.Ordinal);
    }

    public ClaimPath[] Of(IReadOnlyList<CoverageSource> sources)
    {
        var paths = new List<ClaimPath>(sources.Sum(s => s.Claims.Count));
        foreach (var source in sources)
        {
            foreach (var claim in source.Claims)
            {
                paths.Add(new ClaimPath(claim.Statement, source.Code, claim, null));
                foreach (var mapping in _bySubject[claim.Statement])
                {
                    paths.Add(new ClaimPath(mapping.Target, source.Code, claim, mapping));
                }
            }
        }

        paths.Sort(this);
        return [.. paths];
    }

    /// <summary>The numbers of paths that stand in this order; facets are numbered within their statement.</summary>
    public CoverageEdge[] EdgesOf(ReadOnlySpan<ClaimPath> paths)
    {
        var edges = new CoverageEdge[paths.Length];
        for (var i = 0; i < paths.Length; i++)
        {
            var isSamePart = i > 0 && IsSamePart(paths[i - 1], paths[i]);
            var facet = paths[i].IsFull ? CoverageEdge.Whole : isSamePart ? edges[i - 1].Facet : i;
            edges[i] = EdgeOf(paths[i], facet);
        }

        return edges;
    }

    public int Compare(ClaimPath x, ClaimPath y)
    {
        var byStatement = string.CompareOrdinal(x.Statement, y.Statement);
        return byStatement != 0 ? byStatement : CompareWithin(x, y);
    }

    private CoverageEdge EdgeOf(ClaimPath path, int facet) => new(
        path.Mapping is { } m ? _rules.FractionOf(m.Relation, m.Fraction) : 1,
        _rules.AssuranceOf(path.Claim, _asOf),
        Math.Min(path.Claim.Confidence, path.Mapping?.Confidence ?? 1),
        path.Claim.Level,
        facet);

    private static bool IsSamePart(ClaimPath x, ClaimPath y) => !x.IsFull && x.Statement == y.Statement && x.Facet == y.Facet;

    private static int CompareWithin(ClaimPath x, ClaimPath y) =>
        x.IsFull != y.IsFull ? (x.IsFull ? -1 : 1)
        : ContentOrder.Then(x.IsFull ? 0 : string.CompareOrdinal(x.Facet, y.Facet)) ?? ContentOrder.Then(string.CompareOrdinal(x.Certification, y.Certification))
            ?? ContentOrder.Then(ContentOrder.Compare(x.Claim, y.Claim)) ?? ContentOrder.Compare(x.Mapping, y.Mapping);
}
