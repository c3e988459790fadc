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
    public string Operation(string name) => Known($"Reporting.Operation.{name}", name);

    /// <summary>An item by its kind and name; without a name where it is gone or the reader may not see it.</summary>
    public string Item(string type, BilingualText? name) => name is null ? text.Get("Reporting.Item.Unnamed", ("Type", Type(type))) : $"{Type(type)} {Name(name)}";

    public static string Name(BilingualText name) => name.Best(PageLanguage.Current).Text;

    public string Type(string type) => Known($"Reporting.Type.{type}", type);

    public string Status(string type, string status) => Known($"Reporting.Status.{type}.{status}", status);

    private string Field(string field) => Known($"Reporting.Field.{field}", field);

    public string Change(HistoryChange change, HistoryValues values) => change switch
    {
        { Old: null, New: null } => text.Get("Reporting.Change.Hidden", ("Field", Field(change.Field))),
        { Old: null } => text.Get("Reporting.Change.First", ("Field", Field(change.Field)), ("New", values.Of(change.Field, change.New))),
        _ => text.Get(
            "Reporting.Change", ("Field", Field(change.Field)), ("Old", values.Of(change.Field, change.Old)), ("New", values.Of(change.Field, change.New))),
    };

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

    private string Known(string key, string otherwise) => text.Has(key) ? text[key] : otherwise;
}
