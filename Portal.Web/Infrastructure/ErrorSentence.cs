using System.Globalization;
using Portal.Application.Shared;

namespace Portal.Web.Infrastructure;

/// <summary>The sentence of an error in the page's language, with its slots filled as this language writes numbers, dates and names.</summary>
public static class ErrorSentence
{
    public static string Of(Text text, Error error)
    {
        var formats = new Formats(key => text[key]);
        return text.Get(error.Code, [.. (error.Slots ?? new Dictionary<string, object?>()).Select(slot => (slot.Key, (object?)Say(text, formats, slot.Value)))]);
    }

    private static string? Say(Text text, Formats formats, object? value) => value switch
    {
        int or long or decimal => formats.Number(Convert.ToDecimal(value, CultureInfo.InvariantCulture)),
        DateOnly date => formats.Date(date),
        TimeOnly time => formats.Time(time),
        Deadline deadline => formats.Instant(deadline.Instant, deadline.Zone),
        Money money => formats.Money(money),
        Government government => text[$"Identity.Government.{government}"],
        BilingualText both => PageLanguage.Current == "ja" ? both.Ja : both.En,
        _ => Convert.ToString(value, CultureInfo.CurrentCulture),
    };
}
