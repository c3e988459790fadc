using System.Text.Json.Serialization;

namespace Portal.Application.Shared;

/// <summary>How far one language of a public text has come.</summary>
public enum TextState { Missing, Draft, Reviewed }

/// <summary>One text in both languages of the portal. Empty means missing, never null.</summary>
public sealed record BilingualText(string Ja, string En)
{
    public static readonly BilingualText Empty = new("", "");

    /// <summary>The text in a language ("ja" or "en").</summary>
    public string In(string language) => language == "ja" ? Ja : En;

    /// <summary>The text in a language, or in the other one when it is missing; the page marks which.</summary>
    public (string Text, string Language) Best(string language)
    {
        var other = language == "ja" ? "en" : "ja";
        return In(language).Length > 0 ? (In(language), language) : (In(other), other);
    }

    [JsonIgnore]
    public bool IsComplete => Ja.Length > 0 && En.Length > 0;

    /// <summary>As it is stored: NFC, trimmed.</summary>
    public BilingualText Cleaned() => new(CleanText.Prose(Ja).Trim(), CleanText.Prose(En).Trim());
}
