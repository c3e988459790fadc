using System.Globalization;
using System.Text.RegularExpressions;

namespace Portal.Application.Shared;

/// <summary>An amount in one of the two currencies. Never converted without a rate, its source and its date.</summary>
/// <param name="MinorUnits">Whole yen, or cents.</param>
/// <param name="Currency">ISO 4217: JPY or USD.</param>
public readonly partial record struct Money(long MinorUnits, string Currency)
{
    public const string Yen = "JPY", Dollar = "USD";

    // A Japanese keyboard gives the backslash for the yen sign, and many fonts show it as one.
    private static readonly Dictionary<string, string[]> Signs = new()
    {
        [Yen] = ["JPY", "¥", "\\", "円"],
        [Dollar] = ["USD", "US$", "$", "米ドル", "ドル"],
    };

    /// <summary>Digits after the decimal point (ISO 4217): none for yen, two for dollars.</summary>
    public int Decimals => DecimalsOf(Currency);

    public decimal Amount => MinorUnits / Scale(Currency);

    /// <summary>
    /// Reads an amount as typed: １，２３４円, ¥1,234, $1,234.50. Refused rather than guessed: a negative amount, another currency's
    /// sign, commas that do not part thousands, more decimals than the currency has.
    /// </summary>
    public static bool TryRead(string? typed, string currency, out Money money)
    {
        money = default;
        var digits = WithoutSigns(typed, currency);
        if (!AmountPattern().IsMatch(digits)
            || !decimal.TryParse(digits, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            || amount > long.MaxValue / Scale(currency)
            || !decimal.IsInteger(amount * Scale(currency)))
            return false;
        money = new Money((long)(amount * Scale(currency)), currency);
        return true;
    }

    private static string WithoutSigns(string? typed, string currency) => Signs.TryGetValue(currency, out var signs)
        ? signs.Aggregate(CleanText.Latin(typed), (text, sign) => text.Replace(sign, "", StringComparison.OrdinalIgnoreCase)).Trim()
        : "";

    private static int DecimalsOf(string currency) => currency == Yen ? 0 : 2;

    private static decimal Scale(string currency) => DecimalsOf(currency) == 0 ? 1m : 100m;

    [GeneratedRegex(@"^(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$", RegexOptions.ECMAScript)]
    private static partial Regex AmountPattern();
}
