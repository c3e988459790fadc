namespace Portal.Web.Ui;

/// <summary>A date as it is typed: three fields, any digits, not yet a date.</summary>
public sealed record DateParts
{
    public string? Year { get; init; }

    public string? Month { get; init; }

    public string? Day { get; init; }

    public static DateParts Of(DateOnly date) => new() { Year = $"{date.Year}", Month = $"{date.Month}", Day = $"{date.Day}" };

    public bool IsEmpty => string.IsNullOrWhiteSpace(Year) && string.IsNullOrWhiteSpace(Month) && string.IsNullOrWhiteSpace(Day);
}
