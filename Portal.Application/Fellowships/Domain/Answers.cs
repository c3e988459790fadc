using System.Collections.Immutable;
using System.Globalization;

namespace Portal.Application.Fellowships.Domain;

/// <summary>The answers of one section by field key. Several choices are joined by line feeds; choices are stored as codes, never as words.</summary>
public sealed record Answers(ImmutableSortedDictionary<string, string> Values)
{
    /// <summary>In ordinal order, also when read back from a database whose reader knows only the order of the present culture.</summary>
    public ImmutableSortedDictionary<string, string> Values { get; init; } = Values.WithComparers(StringComparer.Ordinal);

    public static readonly Answers Empty = new(ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));

    public string this[string key] => Values.GetValueOrDefault(key, "");

    public bool IsEmpty => Values.IsEmpty;

    public IReadOnlyList<string> Choices(string key) => this[key].Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public Answers With(string key, string value) =>
        new(value.Length == 0 ? Values.Remove(key) : Values.SetItem(key, value));

    /// <summary>How many UTF-16 units keys and answers take together.</summary>
    public int Size => Values.Sum(v => v.Key.Length + v.Value.Length);

    /// <summary>The numbers of a group's entries, 1 to the highest with an answer; at least as many as the form asks for.</summary>
    public IEnumerable<int> Entries(FormGroup group)
    {
        var present = Values.Keys.Select(k => NumberIn(k, group) ?? 0).DefaultIfEmpty(0).Max();
        return Enumerable.Range(1, Math.Clamp(present, group.Min, group.Max));
    }

    /// <summary>Without one entry of a group; later entries move up by one.</summary>
    public Answers WithoutEntry(FormGroup group, int number) => number < 1
        ? this
        : new(Values.Where(v => NumberIn(v.Key, group) != number)
            .ToImmutableSortedDictionary(v => NumberIn(v.Key, group) > number ? Earlier(v.Key) : v.Key, v => v.Value, StringComparer.Ordinal));

    public bool Equals(Answers? other) => other is not null && Values.SequenceEqual(other.Values);

    public override int GetHashCode() => Values.Count;

    /// <summary>2 for <c>education.2.school</c>; null for keys of anything else, malformed ones included.</summary>
    private static int? NumberIn(string key, FormGroup group) =>
        key.Split('.') is [var name, [>= '1' and <= '9', ..] digits, _] && name == group.Name
        && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number : null;

    private static string Earlier(string key)
    {
        var parts = key.Split('.');
        return $"{parts[0]}.{int.Parse(parts[1], CultureInfo.InvariantCulture) - 1}.{parts[2]}";
    }
}
