using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Application.Shared;
using Portal.Web.Infrastructure;

namespace Portal.Web.Ui;

internal static class DateReading
{
    /// <summary>The date in the three fields, none when they are empty. What is no real date becomes an error at the field, and the form is not sent on.</summary>
    public static DateOnly? Read(this ModelStateDictionary state, string field, DateParts? typed, Text text)
    {
        if (typed is null || typed.IsEmpty)
        {
            return null;
        }

        var written = string.Join('-', new[] { typed.Year, typed.Month, typed.Day }.Select(CleanText.Digits));
        if (DateOnly.TryParseExact(written, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        state.AddModelError(field, text["Shared.Date.NotReal"]);
        return null;
    }
}
