using Portal.Application.Shared;

namespace Portal.Application.Recognition.Domain;

/// <summary>What must be held for an equivalence: one certification, all of several, or at least one of several, to any depth.</summary>
public abstract record SourceExpression
{
    /// <summary>Alternatives beyond this are a mistake in the tree rather than a rule that anyone would sign.</summary>
    public const int MostWays = 256;

    private SourceExpression() { }

    public sealed record One(CoverageSource Certification) : SourceExpression;

    /// <summary>AND: the holder has every one.</summary>
    public sealed record All(IReadOnlyList<SourceExpression> Parts) : SourceExpression;

    /// <summary>OR: the holder has at least one.</summary>
    public sealed record Any(IReadOnlyList<SourceExpression> Parts) : SourceExpression;

    public IReadOnlyList<Error> Problems() =>
        HasEmptyPart(this) ? [new("Recognition.Source.Empty")]
        : CountWays(this) > MostWays ? [new("Recognition.Source.TooManyWays", Slots: new Dictionary<string, object?> { ["Max"] = MostWays })]
        : [];

    /// <summary>
    /// Each set of certifications that is enough, without repeats and in an order of its own: AND distributes over OR. The union of the claims
    /// of a set is the element-wise maximum that AND asks for, with the facets of a statement added up again.
    /// </summary>
    internal IReadOnlyList<IReadOnlyList<CoverageSource>> Ways() =>
        [.. Expand(this).Select(Once).DistinctBy(Key).OrderBy(Key, StringComparer.Ordinal)];

    /// <summary>Every certification in the tree once, in ordinal order of the codes.</summary>
    /// <exception cref="ArgumentException">One code stands for two sets of claims.</exception>
    internal IReadOnlyList<CoverageSource> Certifications() =>
        [.. Leaves(this).GroupBy(s => s.Code, (_, same) => OneOf([.. same])).OrderBy(s => s.Code, StringComparer.Ordinal)];

    private static IEnumerable<IEnumerable<CoverageSource>> Expand(SourceExpression node) => node switch
    {
        One one => [[one.Certification]],
        Any any => any.Parts.SelectMany(Expand),
        All all => all.Parts.Aggregate<SourceExpression, IEnumerable<IEnumerable<CoverageSource>>>(
            [[]], (ways, part) => ways.SelectMany(_ => Expand(part), (way, more) => way.Concat(more))),
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };

    private static CoverageSource[] Once(IEnumerable<CoverageSource> way) => [.. way.DistinctBy(s => s.Code).OrderBy(s => s.Code, StringComparer.Ordinal)];

    private static IEnumerable<CoverageSource> Leaves(SourceExpression node) =>
        node is One one ? [one.Certification] : PartsOf(node)!.SelectMany(Leaves);

    private static CoverageSource OneOf(IReadOnlyList<CoverageSource> same)
    {
        var claims = same[0].Claims.Order(ContentOrder.Claims).ToList();
        return same.Skip(1).All(s => ReferenceEquals(s, same[0]) || s.Claims.Order(ContentOrder.Claims).SequenceEqual(claims))
            ? same[0]
            : throw new ArgumentException($"{same[0].Code} stands for two sets of claims.");
    }

    private static string Key(IReadOnlyList<CoverageSource> way) => string.Join('\n', way.Select(s => s.Code));

    private static bool HasEmptyPart(SourceExpression node) => PartsOf(node) is { } parts && (parts.Count == 0 || parts.Any(HasEmptyPart));

    private static double CountWays(SourceExpression node) => node switch
    {
        Any any => any.Parts.Sum(CountWays),
        All all => all.Parts.Aggregate(1.0, (ways, part) => ways * CountWays(part)),
        _ => 1,
    };

    private static IReadOnlyList<SourceExpression>? PartsOf(SourceExpression node) => (node as All)?.Parts ?? (node as Any)?.Parts;
}
