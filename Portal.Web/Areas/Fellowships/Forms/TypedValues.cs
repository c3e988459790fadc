using System.Globalization;
using Portal.Application.Shared;
using Portal.Web.Ui;

namespace Portal.Web.Areas.Fellowships.Forms;

/// <summary>Reads what people type on keyboards of both countries: ２０２７, 17：00, 1,000.</summary>
internal static class TypedValues
{
    private static readonly string[] s_times = ["H:mm", "Hmm"];

    public static bool TryReadNumber(string? typed, out int number) => int.TryParse(
        CleanText.Latin(typed), NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out number);

    public static bool TryReadDate(DateParts typed, out DateOnly date)
    {
        date = default;
        return TryReadNumber(typed.Year, out var year) && TryReadNumber(typed.Month, out var month) && TryReadNumber(typed.Day, out var day)
            && year is >= 2000 and <= 2999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            && (date = new DateOnly(year, month, day)) != default;
    }

    public static bool TryReadTime(string? typed, out TimeOnly time) => TimeOnly.TryParseExact(
        CleanText.Latin(typed), s_times, CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
}
