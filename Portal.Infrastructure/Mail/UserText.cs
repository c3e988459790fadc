using System.Text;
using System.Text.RegularExpressions;

namespace Portal.Infrastructure.Mail;

/// <summary>
/// Text that people wrote, made harmless for a mail: one line, no direction tricks, and nothing that a mail program would turn into
/// a link by itself. Only titles and names of organisations come here; reasons and notes are read on the page, never in a mail.
/// </summary>
internal static partial class UserText
{
    public static string Line(string text)
    {
        var line = Spaces.Replace(Hidden.Replace(text, ""), " ").Trim().Normalize(NormalizationForm.FormC);
        return At.Replace(Dot.Replace(Scheme.Replace(line, "[:]"), "[.]"), "[@]");
    }

    /// <summary>Line ends, tabs and every other control character: a header ends at a line end.</summary>
    [GeneratedRegex(@"[\s\p{Cc}\p{Zl}\p{Zp}]+")]
    private static partial Regex Spaces { get; }

    /// <summary>Marks that reorder the text around them, zero-width spaces and byte order marks. Joiners stay: names in some scripts need them.</summary>
    [GeneratedRegex(@"[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]")]
    private static partial Regex Hidden { get; }

    /// <summary>The colon of https:// and of the short schemes that mail programs know.</summary>
    [GeneratedRegex(@":(?=//)|(?<=\b(?:mailto|tel|sms|data|javascript)):", RegexOptions.IgnoreCase)]
    private static partial Regex Scheme { get; }

    /// <summary>The dots of a host name, but not those of an abbreviation (U.S.), a number, or the end of a sentence.</summary>
    [GeneratedRegex(@"(?<=[\p{L}\p{N}-])\.(?=\p{L}{2})")]
    private static partial Regex Dot { get; }

    [GeneratedRegex(@"(?<=\S)@(?=\S)")]
    private static partial Regex At { get; }
}
