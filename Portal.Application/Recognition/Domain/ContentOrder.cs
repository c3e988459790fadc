namespace Portal.Application.Recognition.Domain;

/// <summary>Total orders over the content of inputs. Only what differs in its id alone is equal.</summary>
internal static class ContentOrder
{
    public static readonly Comparer<CoverageClaim> Claims = Comparer<CoverageClaim>.Create(Compare);
    public static readonly Comparer<CoverageMapping> Mappings = Comparer<CoverageMapping>.Create(Compare);

    public static int Compare(CoverageClaim x, CoverageClaim y) =>
        Then(string.CompareOrdinal(x.Statement, y.Statement)) ?? Then(x.Level.CompareTo(y.Level)) ?? Then(x.Strength.CompareTo(y.Strength))
        ?? Then(x.Since.CompareTo(y.Since)) ?? Then(x.Confidence.CompareTo(y.Confidence)) ?? Nullable.Compare(x.Id, y.Id);

    public static int Compare(CoverageMapping? x, CoverageMapping? y) =>
        x is null || y is null
            ? (x is null ? 0 : 1) - (y is null ? 0 : 1)
            : Then(string.CompareOrdinal(x.Subject, y.Subject)) ?? Then(string.CompareOrdinal(x.Target, y.Target)) ?? Then(x.Relation.CompareTo(y.Relation))
                ?? Then(string.CompareOrdinal(x.Facet, y.Facet)) ?? Then(Nullable.Compare(x.Fraction, y.Fraction))
                ?? Then(x.Confidence.CompareTo(y.Confidence)) ?? Nullable.Compare(x.Id, y.Id);

    public static int? Then(int comparison) => comparison == 0 ? null : comparison;
}
