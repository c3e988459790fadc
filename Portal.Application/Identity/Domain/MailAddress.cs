using System.Globalization;
using System.Text;
using Portal.Application.Shared;

namespace Portal.Application.Identity.Domain;

/// <summary>
/// Mail addresses in the one form that is stored and compared (S-16), so that addresses that look alike are one account:
/// no width, case or invisible characters, the domain in its ASCII form (IDNA), and no label that mixes scripts (UTS #39).
/// </summary>
public static class MailAddress
{
    /// <summary>The limits of RFC 5321, 4.5.3.1.</summary>
    public const int MaxLength = 254, MaxLocalLength = 64;

    // RFC 5322, atext.
    private const string LocalSymbols = "!#$%&'*+-/=?^_`{|}~.";

    private static readonly IdnMapping s_idn = new() { UseStd3AsciiRules = true };

    /// <summary>False when the text is no address that mail can reach, or imitates another script's letters.</summary>
    public static bool TryCanonical(string? typed, out string canonical)
    {
        var text = Plain(typed);
        var at = text.LastIndexOf('@');
        canonical = "";
        if (at < 1 || !TryDomain(text[(at + 1)..], out var domain) || !IsLocal(text[..at]))
        {
            return false;
        }

        canonical = $"{text[..at]}@{domain}";
        return canonical.Length <= MaxLength;
    }

    /// <summary>Width, case and invisible characters removed; what is left may still be no address.</summary>
    public static string Plain(string? typed)
    {
        var visible = new StringBuilder();
        foreach (var rune in UnicodeForms.Nfkc((typed ?? "").Trim()).EnumerateRunes())
        {
            if (!Characters.IsIgnorable(rune))
            {
                visible.Append(rune.ToString());
            }
        }

        return UnicodeForms.Nfkc(visible.ToString().Trim().ToLowerInvariant());
    }

    private static bool IsLocal(string local) =>
        Encoding.UTF8.GetByteCount(local) <= MaxLocalLength
        && local.EnumerateRunes().All(r => Rune.IsLetterOrDigit(r) || IsMark(r) || (r.IsAscii && LocalSymbols.Contains((char)r.Value)))
        && local.Split('.').All(part => part.Length > 0)
        && local.Split('.', '-', '_', '+').All(Scripts.AreOne);

    private static bool TryDomain(string typed, out string domain)
    {
        try
        {
            domain = s_idn.GetAscii(typed);
            // Typed as xn--… it would otherwise come in unseen.
            return domain.Contains('.') && s_idn.GetUnicode(domain).Split('.').All(Scripts.AreOne);
        }
        catch (ArgumentException)
        {
            domain = "";
            return false;
        }
    }

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
