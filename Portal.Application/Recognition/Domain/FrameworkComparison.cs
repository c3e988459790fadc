namespace Portal.Application.Recognition.Domain;

/// <summary>What a version of a framework holds, as far as it is compared.</summary>
/// <param name="Links">From and to, by the publisher's codes.</param>
public sealed record FrameworkContent(IReadOnlyCollection<FrameworkElementText> Elements, IReadOnlyCollection<(string From, string To)> Links);

public enum FrameworkChange
{
    Added,
    /// <summary>The later version does not list it any more.</summary>
    Removed,
    /// <summary>Still listed, but marked as withdrawn.</summary>
    Retired,
    Reworded,
    /// <summary>A role that both versions have gained or lost a statement.</summary>
    Relinked,
}

/// <summary>One difference. <c>Before</c> is null for what is new, <c>After</c> for what is gone.</summary>
public sealed record ElementDifference(FrameworkElementText? Before, FrameworkElementText? After)
{
    public FrameworkElementText Either => (After ?? Before)!;
}

/// <param name="IsNew">The role gained the statement; otherwise it lost it.</param>
public sealed record LinkDifference(FrameworkElementText Role, FrameworkElementText Statement, bool IsNew);

/// <summary>
/// Two versions of a framework side by side, by the publisher's own codes. The order of elements and spaces in their texts do not count.
/// Every difference stands in exactly one list, by kind and code.
/// </summary>
public sealed record FrameworkComparison(
    IReadOnlyList<ElementDifference> Added, IReadOnlyList<ElementDifference> Removed, IReadOnlyList<ElementDifference> Retired,
    IReadOnlyList<ElementDifference> Reworded, IReadOnlyList<LinkDifference> Relinked)
{
    private static readonly FrameworkElementKind[] s_statements = [FrameworkElementKind.Task, FrameworkElementKind.Knowledge, FrameworkElementKind.Skill];

    // How NIST marks what it withdraws, as in SP 800-53 Rev. 5: "[Withdrawn: Incorporated into AC-2.]".
    private static readonly string[] s_withdrawn = ["[Withdrawn", "Withdrawn:", "[Retired", "Retired:"];

    public static FrameworkComparison Of(FrameworkContent before, FrameworkContent after)
    {
        var (old, now) = (ByKey(before), ByKey(after));
        var both = old.Where(x => now.ContainsKey(x.Key)).Select(x => new ElementDifference(x.Value, now[x.Key])).Where(x => !IsSame(x)).ToList();
        return new(
            [.. now.Where(x => !old.ContainsKey(x.Key)).Select(x => new ElementDifference(null, x.Value))],
            [.. old.Where(x => !now.ContainsKey(x.Key)).Select(x => new ElementDifference(x.Value, null))],
            [.. both.Where(IsRetirement)],
            [.. both.Where(x => !IsRetirement(x))],
            [.. Links(before, after, old, now).Concat(Links(after, before, now, old, isNew: true)).OrderBy(x => x.Role.Code, StringComparer.Ordinal)
                .ThenBy(x => x.Statement.Kind).ThenBy(x => x.Statement.Code, StringComparer.Ordinal)]);
    }

    public int Count(FrameworkChange change) => change == FrameworkChange.Relinked ? Relinked.Count : Elements(change).Count;

    /// <summary>All but the links.</summary>
    public IReadOnlyList<ElementDifference> Elements(FrameworkChange change) => change switch
    {
        FrameworkChange.Added => Added,
        FrameworkChange.Removed => Removed,
        FrameworkChange.Retired => Retired,
        FrameworkChange.Reworded => Reworded,
        _ => [],
    };

    private static SortedDictionary<(FrameworkElementKind Kind, string Code), FrameworkElementText> ByKey(FrameworkContent content) => new(
        content.Elements.ToDictionary(x => (x.Kind, x.Code)),
        Comparer<(FrameworkElementKind Kind, string Code)>.Create((a, b) => a.Kind != b.Kind ? a.Kind.CompareTo(b.Kind) : string.CompareOrdinal(a.Code, b.Code)));

    private static bool IsSame(ElementDifference x) =>
        Words(x.Before!.Title) == Words(x.After!.Title) && Words(x.Before.Text) == Words(x.After.Text);

    private static bool IsRetirement(ElementDifference x) => IsWithdrawn(x.After!) && !IsWithdrawn(x.Before!);

    private static bool IsWithdrawn(FrameworkElementText text) =>
        s_withdrawn.Any(x => text.Title.StartsWith(x, StringComparison.OrdinalIgnoreCase) || text.Text.StartsWith(x, StringComparison.OrdinalIgnoreCase));

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Links of one version that the other lacks, for roles that both have.</summary>
    private static IEnumerable<LinkDifference> Links(
        FrameworkContent here, FrameworkContent there, SortedDictionary<(FrameworkElementKind Kind, string Code), FrameworkElementText> own,
        SortedDictionary<(FrameworkElementKind Kind, string Code), FrameworkElementText> other, bool isNew = false)
    {
        var known = there.Links.ToHashSet();
        foreach (var link in here.Links.Where(x => !known.Contains(x)))
        {
            if (own.TryGetValue((FrameworkElementKind.WorkRole, link.From), out var role) && other.ContainsKey((FrameworkElementKind.WorkRole, link.From))
                && s_statements.Select(x => own.GetValueOrDefault((x, link.To))).FirstOrDefault(x => x is not null) is { } statement)
            {
                yield return new(role, statement, isNew);
            }
        }
    }
}
