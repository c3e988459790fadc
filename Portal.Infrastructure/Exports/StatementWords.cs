using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Portal.Application.Shared;

namespace Portal.Infrastructure.Exports;

/// <summary>The sentences of a recognition statement in one language. An unknown key throws.</summary>
internal sealed partial class StatementWords
{
    private static readonly ResourceManager s_words = new("Portal.Infrastructure.Exports.Resources.Statement", typeof(StatementWords).Assembly);
    private static readonly ResourceManager s_formats = new("Portal.Application.Resources.Formats", typeof(Formats).Assembly);

    private readonly CultureInfo _culture;

    public StatementWords(string language)
    {
        Language = language;
        _culture = language == "ja" ? CultureInfo.GetCultureInfo("ja") : CultureInfo.InvariantCulture;
        Formats = new Formats(key => Find(s_formats, key), language);
    }

    public string Language { get; }

    public Formats Formats { get; }

    public string this[string key] => Find(s_words, key);

    public string Fill(string key, params (string Name, string Value)[] slots) =>
        Slot.Replace(this[key], slot => Array.Find(slots, s => s.Name == slot.Groups[1].Value).Value ?? throw new KeyNotFoundException($"{key} {slot.Value}"));

    private string Find(ResourceManager words, string key) =>
        words.GetResourceSet(_culture, createIfNotExists: true, tryParents: false)?.GetString(key) ?? throw new KeyNotFoundException($"No text for '{key}' in '{Language}'.");

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Slot { get; }
}
