using System.Globalization;

namespace Portal.Web.Ui;

/// <summary>A date as it is typed: three fields, any digits, not yet a date.</summary>
public sealed record DateParts
{
    public string? Year { get; init; }

    public string? Month { get; init; }

    public string? Day { get; init; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Year) && string.IsNullOrWhiteSpace(Month) && string.IsNullOrWhiteSpace(Day);

    /// <summary>Empty for a day that is not chosen yet.</summary>
    public static DateParts Of(DateOnly date) => date == default ? new DateParts() : new DateParts
    {
        Year = date.Year.ToString(CultureInfo.InvariantCulture),
        Month = date.Month.ToString(CultureInfo.InvariantCulture),
        Day = date.Day.ToString(CultureInfo.InvariantCulture),
    };
}
