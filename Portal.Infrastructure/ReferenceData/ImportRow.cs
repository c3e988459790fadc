using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Portal.Infrastructure.ReferenceData;

/// <summary>One row of an import file. Each reader notes its own problem and returns something harmless.</summary>
internal sealed class ImportRow(ImportFile file, string section, int number, JsonElement json)
{
    public int Number => number;

    /// <summary>The row's own code, said in each of its problems.</summary>
    public string? Item { get; set; }

    public bool IsObject => json.ValueKind == JsonValueKind.Object;

    public void Refuse(string code, params (string Name, object? Value)[] slots) => file.Refuse(section, number, Item, code, slots);

    public void RefuseValue(string field, string value) =>
        Refuse(ImportProblems.WrongValue, ("Field", field), ("Value", value.Length > 60 ? value[..60] + "…" : value));

    public string Required(string field, int maxLength)
    {
        if (Optional(field, maxLength) is { } text) return text;
        if (IsMissing(field)) Refuse(ImportProblems.Missing, ("Field", field));
        return "";
    }

    /// <summary>The text in NFC without edge spaces; null when absent, null or blank.</summary>
    public string? Optional(string field, int maxLength)
    {
        if (IsMissing(field)) return null;
        var text = Text(field);
        if (text is null) RefuseValue(field, json.GetProperty(field).GetRawText());
        else if (text.Length > maxLength) Refuse(ImportProblems.TooLong, ("Field", field), ("MaxLength", maxLength));
        return text;
    }

    public int? Whole(string field, int min, int max)
    {
        if (!json.TryGetProperty(field, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var whole) && whole >= min && whole <= max) return whole;
        RefuseValue(field, value.GetRawText());
        return null;
    }

    public DateOnly? Date(string field)
    {
        if (Optional(field, 40) is not { } text) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        RefuseValue(field, text);
        return null;
    }

    /// <summary>Notes a duplicate when the key was seen before. Case does not tell keys apart, because SQL Server's indexes do not.</summary>
    public bool IsFirst(Dictionary<string, int> seen, string key)
    {
        if (seen.TryAdd(key, number)) return true;
        Refuse(ImportProblems.Duplicate, ("FirstRow", seen[key]));
        return false;
    }

    private bool IsMissing(string field) =>
        !json.TryGetProperty(field, out var value)
        || value.ValueKind == JsonValueKind.Null
        || (value.ValueKind == JsonValueKind.String && Text(field) is { Length: 0 });

    private string? Text(string field)
    {
        try
        {
            var value = json.GetProperty(field);
            return value.ValueKind == JsonValueKind.String ? value.GetString()!.Trim().Normalize(NormalizationForm.FormC) : null;
        }
        // half of a surrogate pair is valid JSON but not text
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }
}
