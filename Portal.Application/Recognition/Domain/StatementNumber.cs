using System.Security.Cryptography;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Domain;

/// <summary>
/// Numbers of recognition statements: RS-2026-4F7KQ-2M9TXH. Fifty random bits, so that nobody finds one by trying, in Crockford's alphabet
/// without I, L, O and U, and a check character (Luhn's algorithm over 32 characters) that finds every single mistyped one.
/// </summary>
public static class StatementNumber
{
    public const int Length = 20;

    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Random = 10, Half = 5;

    public static string Draw(int year)
    {
        var body = RandomNumberGenerator.GetString(Alphabet, Random);
        return $"RS-{year:0000}-{body[..Half]}-{body[Half..]}{Check(year.ToString("0000", System.Globalization.CultureInfo.InvariantCulture) + body)}";
    }

    /// <summary>The number as it is stored, however it was typed: full-width, in small letters, with spaces, O for 0. Null for what cannot be one.</summary>
    public static string? Read(string? typed)
    {
        var plain = string.Concat(CleanText.Latin(typed).ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)).Replace('O', '0').Replace('I', '1').Replace('L', '1');
        if (plain.Length != "RS".Length + 4 + Random + 1 || !plain.StartsWith("RS", StringComparison.Ordinal) || !plain.All(Alphabet.Contains))
        {
            return null;
        }

        var (year, body) = (plain[2..6], plain[6..^1]);
        return Check(year + body) == plain[^1] ? $"RS-{year}-{body[..Half]}-{body[Half..]}{plain[^1]}" : null;
    }

    private static char Check(string text)
    {
        // From the right, every other value is doubled, and the two digits of what comes out are added.
        var sum = text.Reverse().Select((c, i) => Alphabet.IndexOf(c, StringComparison.Ordinal) * (i % 2 == 0 ? 2 : 1))
            .Sum(value => (value / Alphabet.Length) + (value % Alphabet.Length));
        return Alphabet[(Alphabet.Length - (sum % Alphabet.Length)) % Alphabet.Length];
    }
}
