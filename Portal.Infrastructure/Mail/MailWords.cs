using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Portal.Application.Shared;

namespace Portal.Infrastructure.Mail;

/// <summary>The sentences of mails in one language. As on pages, an unknown key or an empty slot throws: a mail never shows a key or the other language by accident.</summary>
internal sealed partial class MailWords
{
    private static readonly ResourceManager s_mail = new("Portal.Infrastructure.Mail.Resources.Mail", typeof(MailWords).Assembly);
    private static readonly ResourceManager s_formats = new("Portal.Application.Resources.Formats", typeof(Formats).Assembly);

    private readonly CultureInfo _culture;

    public MailWords(string language)
    {
        Language = language == "ja" ? "ja" : "en";
        _culture = Language == "ja" ? CultureInfo.GetCultureInfo("ja") : CultureInfo.InvariantCulture;
        Formats = new Formats(key => Find(s_formats, key) ?? throw Unknown(key), Language);
    }

    public string Language { get; }

    public string OtherLanguage => Language == "ja" ? "en" : "ja";

    public Formats Formats { get; }

    public string this[string key] => Find(s_mail, key) ?? throw Unknown(key);

    public bool Has(string key) => Find(s_mail, key) is not null;

    public string Fill(string key, IReadOnlyDictionary<string, string?> slots) =>
        Slot.Replace(this[key], slot => slots.GetValueOrDefault(slot.Groups[1].Value) ?? throw Unknown($"{key} {slot.Value}"));

    private string? Find(ResourceManager words, string key) =>
        words.GetResourceSet(_culture, createIfNotExists: true, tryParents: false)?.GetString(key);

    private KeyNotFoundException Unknown(string key) => new($"No mail text for '{key}' in '{Language}'.");

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Slot { get; }
}
