using System.Text.Json;

namespace Portal.Infrastructure.ReferenceData;

/// <summary>A JSON file being read, with the problems found so far. Reading goes on after a problem, so that one run names them all.</summary>
internal sealed class ImportFile
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private readonly List<ImportProblem> _problems = [];

    public static ImportResult<T> Parse<T>(Stream json, Func<ImportFile, JsonElement, T?> read) where T : class
    {
        var file = new ImportFile();
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            var value = read(file, document.RootElement);
            return new(file._problems.Count == 0 ? value : null, file._problems);
        }
        catch (JsonException broken)
        {
            file.Refuse(null, null, null, ImportProblems.BrokenJson, ("Line", broken.LineNumber + 1));
            return new(null, file._problems);
        }
    }

    /// <summary>The object at this property, or null with a problem.</summary>
    public JsonElement? Object(JsonElement? parent, string name) => Member(parent, name, JsonValueKind.Object);

    /// <summary>The rows of the array at this property; a missing array and rows that are no objects are problems.</summary>
    public IReadOnlyList<JsonRow> Rows(JsonElement? parent, string name)
    {
        if (Member(parent, name, JsonValueKind.Array) is not { } array) return [];
        var rows = array.EnumerateArray().Select((json, index) => new JsonRow(_problems, name, index + 1, json)).ToList();
        foreach (var row in rows.Where(x => !x.IsObject)) row.Refuse(ImportProblems.WrongShape, ("Field", name));
        return rows.FindAll(x => x.IsObject);
    }

    public void Refuse(string? section, int? row, string? item, string code, params (string Name, object? Value)[] slots) =>
        _problems.Add(new(section, row, item, code, slots.ToDictionary(x => x.Name, x => x.Value)));

    private JsonElement? Member(JsonElement? parent, string name, JsonValueKind kind)
    {
        if (parent is not { } present) return null;
        if (present.ValueKind == JsonValueKind.Object && present.TryGetProperty(name, out var member) && member.ValueKind == kind) return member;
        Refuse(null, null, null, ImportProblems.WrongShape, ("Field", name));
        return null;
    }
}
