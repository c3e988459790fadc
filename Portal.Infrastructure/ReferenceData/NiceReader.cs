using System.Text.Json;
using Portal.Application.Recognition.Domain;
using static Portal.Application.Recognition.Domain.FrameworkElementKind;

namespace Portal.Infrastructure.ReferenceData;

/// <summary>Reads <c>response.elements.{documents, relationship_types, elements, relationships}</c>. "sort" elements give the order only and are not kept.</summary>
internal sealed class NiceReader(ImportFile file)
{
    private static readonly Dictionary<string, ElementType> Types = new()
    {
        ["category"] = new(Category, NeedsTitle: true, NeedsText: true),
        ["work_role"] = new(WorkRole, NeedsTitle: true, NeedsText: true),
        ["competency_area"] = new(CompetencyArea, NeedsTitle: true, NeedsText: true),
        ["task"] = new(FrameworkElementKind.Task, NeedsTitle: false, NeedsText: true),
        ["knowledge"] = new(Knowledge, NeedsTitle: false, NeedsText: true),
        ["skill"] = new(Skill, NeedsTitle: false, NeedsText: true),
        ["opm_code"] = new(OpmCode, NeedsTitle: false, NeedsText: false),
        ["sort"] = new(null, NeedsTitle: true, NeedsText: false),
    };

    private readonly Dictionary<string, Element> _elements = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(Element From, Element To)> _links = [];
    private string _document = "";

    public Framework? Read(JsonElement root)
    {
        var export = file.Object(file.Object(root, "response"), "elements");
        var framework = ReadDocument(file.Rows(export, "documents"));
        var relationshipTypes = file.Rows(export, "relationship_types").Select(x => x.Required("relationship_identifier", 40)).ToHashSet();
        ReadElements(file.Rows(export, "elements"));
        ReadLinks(file.Rows(export, "relationships"), relationshipTypes);
        return framework is null ? null : Fill(framework);
    }

    private Framework? ReadDocument(IReadOnlyList<JsonRow> rows)
    {
        if (rows.Count != 1)
        {
            file.Refuse("documents", null, null, ImportProblems.WrongShape, ("Field", "documents"));
            return null;
        }

        _document = rows[0].Item = rows[0].Required("doc_identifier", Framework.IdentifierLength);
        return Framework.Create(
            _document, rows[0].Required("name", Framework.NameLength), rows[0].Required("version", Framework.VersionLength), rows[0].Optional("website", Framework.WebsiteLength));
    }

    private void ReadElements(IReadOnlyList<JsonRow> rows)
    {
        var seen = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in rows)
        {
            var code = row.Required("element_identifier", FrameworkElement.CodeLength);
            row.Item = code;
            CheckDocument(row, "doc_identifier");
            var element = ReadElement(row, code);
            if (code.Length > 0 && row.IsFirst(seen, code)) _elements[code] = element;
        }
    }

    private static Element ReadElement(JsonRow row, string code)
    {
        var name = row.Required("element_type", FrameworkElement.CodeLength);
        var type = Types.GetValueOrDefault(name, new(null, NeedsTitle: false, NeedsText: false));
        if (name.Length > 0 && !Types.ContainsKey(name)) row.Refuse(ImportProblems.UnknownType, ("Value", name));
        return new(type.Kind, code, Read("title", type.NeedsTitle, FrameworkElement.TitleLength), Read("text", type.NeedsText, FrameworkElement.TextLength));

        string Read(string field, bool needed, int length) => needed ? row.Required(field, length) : row.Optional(field, length) ?? "";
    }

    private void ReadLinks(IReadOnlyList<JsonRow> rows, HashSet<string> relationshipTypes)
    {
        var seen = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in rows)
        {
            var (from, to) = (row.Required("source_element_identifier", FrameworkElement.CodeLength), row.Required("dest_element_identifier", FrameworkElement.CodeLength));
            row.Item = $"{from} → {to}";
            CheckDocument(row, "source_doc_identifier");
            CheckDocument(row, "dest_doc_identifier");
            var type = row.Required("relationship_identifier", 40);
            if (type.Length > 0 && !relationshipTypes.Contains(type)) row.Refuse(ImportProblems.UnknownType, ("Value", type));
            if (Find(row, from) is { } source && Find(row, to) is { } target && row.IsFirst(seen, $"{from} {to}")) _links.Add((source, target));
        }
    }

    private Element? Find(JsonRow row, string code)
    {
        if (_elements.TryGetValue(code, out var element)) return element;
        if (code.Length > 0) row.Refuse(ImportProblems.UnknownElement, ("Value", code));
        return null;
    }

    private void CheckDocument(JsonRow row, string field)
    {
        var document = row.Required(field, Framework.IdentifierLength);
        if (document.Length > 0 && _document.Length > 0 && document != _document) row.RefuseValue(field, document);
    }

    private Framework Fill(Framework framework)
    {
        var parents = _links.Where(x => x.From.Kind is Category && x.To.Kind is WorkRole).GroupBy(x => x.To, x => x.From).ToDictionary(x => x.Key, x => x.First());
        var order = _links.Where(x => x.To.Kind is null).GroupBy(x => x.From, x => x.To.Title).ToDictionary(x => x.Key, x => x.First());
        foreach (var kind in _elements.Values.Where(x => x.Kind is not null).GroupBy(x => x.Kind!.Value))
        {
            var position = 0;
            foreach (var x in kind.OrderBy(x => Place(x, parents, order), StringComparer.Ordinal).ThenBy(x => x.Code, StringComparer.Ordinal))
            {
                framework.Add(new(kind.Key, x.Code, x.Title, x.Text, ++position, parents.GetValueOrDefault(x)?.Code));
            }
        }

        foreach (var (from, to) in _links.Where(x => x.From.Kind is not null && x.To.Kind is not null)) framework.Link(from.Code, to.Code);
        return framework;
    }

    // A role can lack its own place (DD-WRL-009 in 2.1.0): it then closes its category.
    private static string Place(Element x, Dictionary<Element, Element> parents, Dictionary<Element, string> order) =>
        order.GetValueOrDefault(x) ?? (parents.TryGetValue(x, out var parent) && order.TryGetValue(parent, out var place) ? place + ".~" : "");

    private sealed record ElementType(FrameworkElementKind? Kind, bool NeedsTitle, bool NeedsText);

    private sealed record Element(FrameworkElementKind? Kind, string Code, string Title, string Text);
}
