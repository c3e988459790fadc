using System.Globalization;
using System.Text.Json;
using Portal.Application.Reporting;
using Portal.Application.Shared;
using Portal.Web.Infrastructure;
using Portal.Web.Ui;

namespace Portal.Web.Areas.Reporting;

/// <summary>One entry of the history of a kind of item.</summary>
public sealed record HistoryEntry(string Type, HistoryLine Line);

/// <summary>The words of histories. What an earlier version of the portal wrote and this one does not know is shown as it was written.</summary>
public sealed class HistoryWords(Text text)
{
    // What a choice is called elsewhere in the portal.
    private static readonly Dictionary<string, string> s_choices = new()
    {
        ["Content.Direction"] = "Fellowships.Direction",
        ["Kind"] = "Identity.SystemKind",
        ["Government"] = "Identity.Government",
        ["HostGovernment"] = "Identity.Government",
        ["Role"] = "Identity.Role",
        ["ScreenedOutFor"] = "Fellowships.ScreeningReason",
        ["SendingGovernment"] = "Identity.Government",
    };

    // Stored as JSON, unless they are so long that the history holds their beginning only.
    private static readonly string[] s_lists = ["RedirectAddresses", "SignOutAddresses", "Scopes"];

    private static readonly string[] s_instants = ["O", "yyyy-MM-ddTHH:mm:ssK"];

    public string Operation(string name) => Known($"Reporting.Operation.{name}", name);

    public string Type(string type) => Known($"Reporting.Type.{type}", type);

    public string Status(string type, string status) => Known($"Reporting.Status.{type}.{status}", status);

    public string Field(string field) => Known($"Reporting.Field.{field}", field);

    /// <summary>A stored value as the portal shows it elsewhere: a choice by its name, days and times in the page's language.</summary>
    /// <param name="zone">For times.</param>
    public string Value(string field, string? stored, Formats formats, string zone)
    {
        var value = stored?.Trim('"');
        return string.IsNullOrEmpty(value) ? text["Reporting.NoValue"]
            : s_choices.TryGetValue(field, out var choices) ? Known($"{choices}.{value}", value)
            : DateOnly.TryParseExact(value, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? formats.Date(day)
            : DateTimeOffset.TryParseExact(value, s_instants, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant) ? formats.Instant(instant, zone)
            : s_lists.Contains(field) && value[^1] == ']' ? List(value)
            : bool.TryParse(value, out var isTrue) ? text[isTrue ? "Shared.Yes" : "Shared.No"]
            : value;
    }

    public string Refusal(string code) => Known(code, code);

    /// <summary>Who acted and for which office; the portal itself by name.</summary>
    public string Who(string? person, BilingualText? office, Government? government)
    {
        var name = person ?? text[government is null ? "Reporting.Portal" : "Reporting.Unknown"];
        return office?.Best(PageLanguage.Current).Text is { } words ? text.Get("Reporting.Who", ("Person", name), ("Office", words)) : name;
    }

    /// <summary>From one status to another; null when the status did not change.</summary>
    public string? Move(HistoryEntry entry) => entry.Line is { To: { } to } line && line.From != to
        ? line.From is { } from
            ? text.Get("Reporting.Move", ("From", Status(entry.Type, from)), ("To", Status(entry.Type, to)))
            : text.Get("Reporting.Began", ("To", Status(entry.Type, to)))
        : null;

    public static StatusKind KindOf(HistoryLine line) => line.Refusal is null ? StatusKind.Done : StatusKind.Error;

    /// <summary>The zone of the office that acted.</summary>
    public static string ZoneOf(Government? government) => PortalZones.OfficialFor(government ?? Government.Japan);

    private string List(string value) =>
        JsonSerializer.Deserialize<string[]>(value) is { Length: > 0 } items ? string.Join(" · ", items) : text["Reporting.NoValue"];

    private string Known(string key, string otherwise) => text.Has(key) ? text[key] : otherwise;
}
