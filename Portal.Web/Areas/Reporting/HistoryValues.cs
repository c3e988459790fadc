using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Application.Reporting;
using Portal.Application.Shared;
using Portal.Web.Infrastructure;

namespace Portal.Web.Areas.Reporting;

/// <summary>Stored values of one entry as the portal shows them elsewhere: choices and items by their names, days and times in the page's language.</summary>
/// <param name="zone">For times that are stored without one.</param>
public sealed class HistoryValues(Text text, Formats formats, HistoryLine line, string zone)
{
    // What a choice is called elsewhere in the portal.
    private static readonly Dictionary<string, string> s_choices = new()
    {
        ["Content.Direction"] = "Fellowships.Direction",
        ["Content.Sections"] = "Fellowships.Section",
        ["Content.Decision"] = "Recognition.Decision",
        ["Withdrawing.By"] = "Identity.Government",
        ["Kind"] = "Identity.SystemKind",
        ["Government"] = "Identity.Government",
        ["ProposedBy"] = "Identity.Government",
        ["SourceSide"] = "Identity.Government",
        ["TargetKind"] = "Recognition.Target",
        ["HostGovernment"] = "Identity.Government",
        ["Role"] = "Identity.Role",
        ["ScreenedOutFor"] = "Fellowships.ScreeningReason",
        ["SourceGovernment"] = "Identity.Government",
        ["Type"] = "Recognition.EvidenceType",
        ["Language"] = "Recognition.EvidenceLanguage",
        ["Confidentiality"] = "Recognition.Confidentiality",
        ["SendingGovernment"] = "Identity.Government",
    };

    private static readonly Dictionary<string, string> s_zones = new()
    {
        [PortalZones.Japan] = "Identity.Government.Japan",
        [PortalZones.UnitedStates] = "Identity.Government.UnitedStates",
    };

    private static readonly string[] s_instants = ["O", "yyyy-MM-ddTHH:mm:ssK"];

    public string Of(string field, string? stored) => (field, stored) switch
    {
        (_, null or "") => text["Reporting.NoValue"],
        ("Signature", _) when stored.Split(' ') is [var step, var government, var hash] => text.Get(
            "Reporting.Signature", ("Step", Known($"Reporting.Signature.{step.Split('-')[0]}", step)), ("Government", Known($"Identity.Government.{government}", government)), ("Hash", hash)),
        ("Claim", _) when stored.Split(' ') is [var statement, var level, var strength, var confidence] => text.Get(
            "Reporting.Claim", ("Statement", statement), ("Level", level), ("Strength", Known($"Recognition.Strength.{strength}", strength)), ("Confidence", confidence)),
        ("Import", _) when stored.Split(' ') is [var added, var changed, var unchanged, var hash] => text.Get(
            "Reporting.Import", ("Added", added), ("Changed", changed), ("Unchanged", unchanged), ("Hash", hash)),
        ("Mapping", _) when stored.Split(' ') is [var subject, var relation, var target] => text.Get(
            "Reporting.Mapping", ("Subject", subject), ("Relation", Known($"Recognition.Relation.{relation}", relation)), ("Target", target)),
        ("Conflict", _) when stored.Split(' ') is [var side, var round, var hasConflict] => text.Get(
            "Reporting.Conflict", ("Answer", text[hasConflict == bool.TrueString ? "Reporting.Conflict.Declared" : "Reporting.Conflict.None"]),
            ("Government", Known($"Identity.Government.{side}", side)), ("Round", round)),
        ("Period", _) when stored.Split(' ') is [var version, var state, var start, var end, .. var by] => Period(version, Known($"Recognition.Phase.{state}", state), start, end, by),
        ("Submission", _) when stored.Split(' ') is [var number, var hash] => text.Get("Reporting.Submission", ("Number", number), ("Hash", hash)),
        ("Document", _) when stored.Split(' ') is [_, var hash] => text.Get("Reporting.Document", ("Hash", hash)),
        ("Name", _) when stored.Split(' ', 2) is [var from, var name] && Day(from) is { } day => text.Get("Reporting.NameFrom", ("Date", day), ("Name", name)),
        _ => Json(stored) is { } json ? Value(field, json) : Plain(field, stored),
    };

    /// <param name="by">The government that suspended; empty otherwise.</param>
    private string Period(string version, string state, string from, string until, string[] by) => text.Get(
        by.Length > 0 ? "Reporting.Period.By" : "Reporting.Period", ("Version", Plain("Period", version)), ("State", state),
        ("From", Plain("Period", from)), ("Until", Plain("Period", until)), ("Government", string.Concat(by.Select(g => Known($"Identity.Government.{g}", g)))));

    private string Value(string field, JsonNode? value) => value switch
    {
        null => text["Reporting.NoValue"],
        JsonArray { Count: 0 } => text["Reporting.NoValue"],
        JsonArray list => string.Join(" · ", list.Select(item => Value(field, item))),
        JsonObject o => Composed(field, o),
        _ => Plain(field, value.ToString()),
    };

    /// <summary>Values of several parts: two languages, a time in its zone, an amount, one case of an award list, a condition, a question.</summary>
    private string Composed(string field, JsonObject o) =>
        o["Ja"] is { } ja && o["En"] is { } en ? $"{Written(ja, o["JaReviewed"])} / {Written(en, o["EnReviewed"])}"
        : o["Instant"]?.GetValue<DateTimeOffset>() is { } instant ? formats.Instant(instant, o["Zone"]?.ToString() ?? zone)
        : o["MinorUnits"]?.GetValue<long>() is { } units ? formats.Money(new Money(units, o["Currency"]?.ToString() ?? Money.Yen))
        : o["Outcome"]?.ToString() is { } outcome ? $"{o["Number"]} {Known($"Fellowships.Outcome.{outcome}", outcome)} {o["Rank"]}".TrimEnd()
        : o["InputHash"] is { } input ? text.Get("Reporting.Coverage", ("Content", Share(o["Content"])), ("LowerBound", Share(o["LowerBound"])), ("Hash", input))
        : o["AdjudicatorId"] is not null ? $"{o["Statement"]}: {o["Confidence"]} {o["Reason"]}"
        : o["Text"] is { } words ? Value(field, words)
        : string.Join(" · ", o.Select(member => Value(member.Key, member.Value)));

    private string Share(JsonNode? share) => formats.Percent(decimal.Parse(share?.ToString() ?? "0", NumberStyles.Float, CultureInfo.InvariantCulture));

    private string Written(JsonNode words, JsonNode? reviewed) => words.ToString() is not { Length: > 0 } written ? text["Reporting.NoValue"]
        : reviewed?.GetValue<bool>() == true ? text.Get("Reporting.Reviewed", ("Text", written)) : written;

    private string Plain(string field, string value) =>
        value.Length == 0 ? text["Reporting.NoValue"]
        : s_choices.TryGetValue(field, out var choices) ? Known($"{choices}.{value}", value)
        : Guid.TryParse(value, out var id) ? Reference(field, id)
        : Day(value) ?? Instant(value)
        ?? (s_zones.TryGetValue(value, out var place) ? text[place] : bool.TryParse(value, out var isTrue) ? text[isTrue ? "Shared.Yes" : "Shared.No"] : value);

    private string Reference(string field, Guid id) =>
        line.Names.TryGetValue(id, out var name) ? name.Best(PageLanguage.Current).Text
        : text[field is "PersonId" or "ApplicantId" or "ProposerId" or "HolderId" ? "Reporting.Reference.Person" : "Reporting.Reference.Gone"];

    private string? Day(string value) =>
        DateOnly.TryParseExact(value, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? formats.Date(day) : null;

    private string? Instant(string value) =>
        DateTimeOffset.TryParseExact(value, s_instants, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant) ? formats.Instant(instant, zone) : null;

    private string Known(string key, string otherwise) => text.Has(key) ? text[key] : otherwise;

    /// <summary>Null for what is no JSON, or was so long that the history holds its beginning only.</summary>
    private static JsonNode? Json(string stored)
    {
        try
        {
            return stored[0] is '{' or '[' or '"' ? JsonNode.Parse(stored) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
