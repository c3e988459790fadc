using Portal.Application.Shared;

namespace Portal.Application.Recognition.Domain;

/// <summary>What keeps a set of mappings from being used. Each error names its pair in the slots Subject and Target.</summary>
/// <remarks>
/// SKOS Reference S45, S46: exactMatch is transitive and disjoint from broadMatch and relatedMatch; S27: what is related is not broader.
/// As sets, two statements stand in one relation only, so any two different relations of a pair contradict each other, read in either
/// direction and through "equal"; "equal" beside "equivalent" only says more. A chain of "contains" never comes back to where it began.
/// </remarks>
public static class MappingChecks
{
    public static IReadOnlyList<Error> Problems(IReadOnlyList<CoverageMapping> mappings) =>
        [.. RangeProblems(mappings), .. Repeats(mappings), .. Contradictions(mappings)];

    internal static IEnumerable<Error> RangeProblems(IEnumerable<CoverageMapping> mappings)
    {
        foreach (var mapping in mappings)
        {
            if (!HasFraction(mapping))
            {
                yield return ErrorAt("Recognition.Mapping.FractionRange", mapping);
            }

            if (!CoverageChecks.IsShare(mapping.Confidence))
            {
                yield return ErrorAt("Recognition.Mapping.ConfidenceRange", mapping);
            }
        }
    }

    private static bool HasFraction(CoverageMapping mapping) =>
        mapping.Fraction is null || (mapping.Relation is MappingRelation.Subset or MappingRelation.Intersects && mapping.Fraction is > 0 and <= 1);

    private static IEnumerable<Error> Repeats(IEnumerable<CoverageMapping> mappings) =>
        mappings.GroupBy(m => (m.Subject, m.Target, m.Relation, m.Facet)).Where(g => g.Count() > 1)
            .Select(g => ErrorAt("Recognition.Mapping.Twice", g.First()));

    private static IEnumerable<Error> Contradictions(IReadOnlyList<CoverageMapping> mappings)
    {
        var ordered = mappings.Order(ContentOrder.Mappings).ToList();
        var equals = EqualStatements(ordered);
        var sets = ordered.Where(m => m.Relation != MappingRelation.Equal).Select(m => (Mapping: m, Pair: PairOf(m, equals))).ToList();
        var broken = sets.Where(s => s.Pair.Low == s.Pair.High && s.Pair.Relation != MappingRelation.Equivalent)
            .Concat(sets.GroupBy(s => (s.Pair.Low, s.Pair.High)).Where(g => g.DistinctBy(s => s.Pair.Relation).Count() > 1).SelectMany(g => g))
            .Select(s => s.Mapping).Distinct().ToList();
        return (broken.Count > 0 ? broken : InCircles(ordered, equals)).Select(m => ErrorAt("Recognition.Mapping.Contradicts", m));
    }

    /// <summary>The pair between classes of equal statements, always read from the lower one.</summary>
    private static (string Low, string High, MappingRelation Relation) PairOf(CoverageMapping mapping, Dictionary<string, string> equals)
    {
        var (subject, target) = (ClassOf(mapping.Subject, equals), ClassOf(mapping.Target, equals));
        return string.CompareOrdinal(subject, target) <= 0
            ? (subject, target, mapping.Relation)
            : (target, subject, MappingTerms.Of(mapping.Relation).Inverse);
    }

    private static IEnumerable<CoverageMapping> InCircles(List<CoverageMapping> mappings, Dictionary<string, string> equals)
    {
        var contains = mappings.Where(m => m.Relation is MappingRelation.Superset or MappingRelation.Subset)
            .Select(m => (Mapping: m, Pair: (ClassOf(m.Subject, equals), ClassOf(m.Target, equals))))
            .Select(x => (x.Mapping, Step: x.Mapping.Relation == MappingRelation.Superset ? x.Pair : (x.Pair.Item2, x.Pair.Item1))).ToList();
        var circles = Circles.In(contains.Select(c => c.Step));
        return contains.Where(c => circles.Any(circle => circle.Contains(c.Step.Item1) && circle.Contains(c.Step.Item2))).Select(c => c.Mapping);
    }

    private static Dictionary<string, string> EqualStatements(IEnumerable<CoverageMapping> mappings)
    {
        var equals = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var mapping in mappings.Where(m => m.Relation == MappingRelation.Equal))
        {
            var (one, other) = (ClassOf(mapping.Subject, equals), ClassOf(mapping.Target, equals));
            if (one != other)
            {
                equals[one] = other;
            }
        }

        return equals;
    }

    private static string ClassOf(string statement, Dictionary<string, string> equals)
    {
        while (equals.TryGetValue(statement, out var next))
        {
            statement = next;
        }

        return statement;
    }

    private static Error ErrorAt(string code, CoverageMapping mapping) =>
        new(code, mapping.Subject, new Dictionary<string, object?> { ["Subject"] = mapping.Subject, ["Target"] = mapping.Target });
}
