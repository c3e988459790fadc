namespace Portal.Application.Recognition.Domain;

/// <summary>Whether what somebody holds meets the source of an equivalence.</summary>
public static class SourceMatch
{
    /// <summary>Codes that are still missing; empty when the source is met. Of alternatives that all fail, the one that lacks least.</summary>
    public static IReadOnlyList<string> Missing(this EquivalenceSource source, IReadOnlySet<string> held) => source.Operator switch
    {
        SourceOperator.One => held.Contains(source.Certification!) ? [] : [source.Certification!],
        SourceOperator.All => [.. source.Parts.SelectMany(p => p.Missing(held)).Distinct(StringComparer.Ordinal)],
        _ => source.Parts.Select(p => p.Missing(held)).MinBy(m => m.Count) ?? [],
    };
}
