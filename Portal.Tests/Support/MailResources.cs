using System.Collections;
using System.Globalization;
using System.Resources;
using Portal.Infrastructure.Mail;

namespace Portal.Tests.Support;

/// <summary>The mail texts of one language as they are, without the mailer's help.</summary>
internal static class MailResources
{
    private static readonly ResourceManager s_mail = new("Portal.Infrastructure.Mail.Resources.Mail", typeof(MailSettings).Assembly);

    public static IReadOnlyDictionary<string, string> Of(string language)
    {
        var culture = language == "ja" ? CultureInfo.GetCultureInfo("ja") : CultureInfo.InvariantCulture;
        return s_mail.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!);
    }

    public static IEnumerable<string> Keys(string language) => Of(language).Keys;
}
