using System.Text.Json.Serialization;

namespace Portal.Application.Shared;

/// <summary>A public text in both languages, with how far each has come. Publishing needs both reviewed.</summary>
public sealed record ReviewedText(string Ja, string En, bool JaReviewed = false, bool EnReviewed = false)
{
    public static readonly ReviewedText Empty = new("", "");

    [JsonIgnore]
    public BilingualText Text => new(Ja, En);

    public TextState StateOf(string language)
    {
        var (text, reviewed) = language == "ja" ? (Ja, JaReviewed) : (En, EnReviewed);
        return text.Length == 0 ? TextState.Missing : reviewed ? TextState.Reviewed : TextState.Draft;
    }

    [JsonIgnore]
    public bool IsReviewed => StateOf("ja") == TextState.Reviewed && StateOf("en") == TextState.Reviewed;

    /// <summary>NFC, trimmed; a language that is empty cannot be reviewed.</summary>
    public ReviewedText Cleaned()
    {
        var (ja, en) = (CleanText.Prose(Ja).Trim(), CleanText.Prose(En).Trim());
        return new ReviewedText(ja, en, JaReviewed && ja.Length > 0, EnReviewed && en.Length > 0);
    }
}
