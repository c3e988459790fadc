using Portal.Application.Shared;

namespace Portal.Infrastructure.Mail;

/// <summary>The properties of a slot object as words in the recipient's language.</summary>
internal static class MailSlots
{
    /// <returns>Null for what has no value in this case: a template that names it anyway fails.</returns>
    public static IReadOnlyDictionary<string, string?> Of(object slots, MailWords words) =>
        slots.GetType().GetProperties().ToDictionary(p => p.Name, p => Say(p.GetValue(slots), words));

    private static string? Say(object? value, MailWords words) => value switch
    {
        null => null,
        string text => UserText.Line(text),
        BilingualText text => UserText.Line(text.Best(words.Language).Text),
        Deadline deadline => Pair(deadline, words),
        DateTimeOffset instant => Pair(new Deadline(instant, HomeZone(words)), words),
        DateOnly date => words.Formats.Date(date),
        int number => words.Formats.Number(number),
        Enum => words[$"Mail.{value.GetType().Name}.{value}"],
        _ => throw new ArgumentException($"No way to say a {value.GetType().Name} in a mail.", nameof(value)),
    };

    private static string Pair(Deadline deadline, MailWords words) => string.Join('\n', words.Formats.Pair(deadline));

    /// <summary>An instant that no zone was promised for: the reader's own clock first.</summary>
    private static string HomeZone(MailWords words) => words.Language == "ja" ? PortalZones.Japan : PortalZones.UnitedStates;
}
