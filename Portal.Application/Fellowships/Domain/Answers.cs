using System.Collections.Immutable;
using System.Globalization;

namespace Portal.Application.Fellowships.Domain;

/// <summary>The answers of one section by field key. Several choices are joined by line feeds; choices are stored as codes, never as words.</summary>
public sealed record Answers(ImmutableSortedDictionary<string, string> Values)
{
    public static readonly Answers Empty = new(ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));

    public string this[string key] => Values.GetValueOrDefault(key, "");

    public bool IsEmpty => Values.IsEmpty;

    public IReadOnlyList<string> Choices(string key) => this[key].Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public Answers With(string key, string value) =>
        new(value.Length == 0 ? Values.Remove(key) : Values.SetItem(key, value));

    /// <summary>The numbers of a group's entries; at least as many as the form asks for, and one to start with.</summary>
    public IEnumerable<int> Entries(FormGroup group)
    {
        var prefix = group.Name + ".";
        var present = Values.Keys
            .Where(k => k.StartsWith(prefix, StringComparison.Ordinal))
            .Select(k => int.Parse(k.Split('.')[1], CultureInfo.InvariantCulture))
            .DefaultIfEmpty(0)
            .Max();
        return Enumerable.Range(1, Math.Min(Math.Max(present, group.Min), group.Max));
    }

    /// <summary>Without one entry of a group; later entries move up by one.</summary>
    public Answers WithoutEntry(FormGroup group, int number)
    {
        var kept = Values.Where(v => !IsOf(v.Key, group, n => n >= number));
        var moved = Values.Where(v => IsOf(v.Key, group, n => n > number))
            .Select(v => KeyValuePair.Create(Renumbered(v.Key, -1), v.Value));
        return new Answers(kept.Concat(moved).ToImmutableSortedDictionary(StringComparer.Ordinal));
    }

    public bool Equals(Answers? other) => other is not null && Values.SequenceEqual(other.Values);

    public override int GetHashCode() => Values.Count;

    private static bool IsOf(string key, FormGroup group, Func<int, bool> matches) =>
        key.Split('.') is [var name, var n, _] && name == group.Name && matches(int.Parse(n, CultureInfo.InvariantCulture));

    private static string Renumbered(string key, int by)
    {
        var parts = key.Split('.');
        return $"{parts[0]}.{int.Parse(parts[1], CultureInfo.InvariantCulture) + by}.{parts[2]}";
    }
}
