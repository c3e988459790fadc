using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Portal.Application.Shared;

namespace Portal.Web.Infrastructure;

/// <summary>
/// The only way to a visible string. A key names its module before the first dot (<c>Shared.Nav.Home</c>) and lives in
/// that module's resx pair; sentences are whole and have named slots (<c>{Name}</c>). An unknown key throws, and so does
/// one that lacks its Japanese sentence: a page never shows a key or the other language by accident.
/// </summary>
public sealed partial class Text
{
    private static readonly CultureInfo Japanese = CultureInfo.GetCultureInfo("ja");

    private readonly Dictionary<string, ResourceManager> modules = FindModules();

    public string this[string key] => Find(key) ?? throw Unknown(key);

    public bool Has(string key) => Find(key) is not null;

    /// <summary>The sentence with its slots filled. Numbers and dates come in already formatted.</summary>
    public string Get(string key, params (string Name, object? Value)[] slots) => Fill(key, this[key], slots);

    /// <summary>One sentence for one, another for the rest (CLDR plural rules: Japanese has only "other"). Gives the slot <c>{Count}</c>.</summary>
    public string Plural(string key, long count, params (string Name, object? Value)[] slots)
    {
        var form = count == 1 && !IsJapanese ? "one" : "other";
        return Get($"{key}.{form}", [.. slots, ("Count", count.ToString("N0", CultureInfo.CurrentCulture))]);
    }

    private static bool IsJapanese => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "ja";

    private string? Find(string key)
    {
        var dot = key.IndexOf('.', StringComparison.Ordinal);
        if (dot < 1 || !modules.TryGetValue(key[..dot], out var module))
            return null;

        var culture = IsJapanese ? Japanese : CultureInfo.InvariantCulture;
        return module.GetResourceSet(culture, createIfNotExists: true, tryParents: false)?.GetString(key);
    }

    private static string Fill(string key, string sentence, (string Name, object? Value)[] slots) =>
        Slot.Replace(sentence, match =>
        {
            var slot = Array.Find(slots, x => x.Name == match.Groups[1].Value);
            return slot.Name is null ? throw Unknown($"{key} {match.Value}") : Convert.ToString(slot.Value, CultureInfo.CurrentCulture) ?? "";
        });

    private static Dictionary<string, ResourceManager> FindModules()
    {
        const string folder = ".Resources.", suffix = ".resources";
        return new[] { typeof(Text).Assembly, typeof(Formats).Assembly }
            .SelectMany(assembly => assembly.GetManifestResourceNames(), (assembly, name) => (assembly, name))
            .Where(x => x.name.Contains(folder, StringComparison.Ordinal) && x.name.EndsWith(suffix, StringComparison.Ordinal))
            .Select(x => new ResourceManager(x.name[..^suffix.Length], x.assembly))
            .ToDictionary(x => x.BaseName[(x.BaseName.LastIndexOf('.') + 1)..]);
    }

    private static KeyNotFoundException Unknown(string key) =>
        new($"No text for '{key}' in '{CultureInfo.CurrentUICulture.Name}'.");

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Slot { get; }
}
