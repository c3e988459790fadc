using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Portal.Infrastructure.ReferenceData;

/// <summary>An object in an array of a JSON file; the number is its position there, from 1.</summary>
internal sealed class JsonRow(ICollection<ImportProblem> problems, string section, int number, JsonElement json) : ImportRow(problems, section, number)
{
    public bool IsObject => json.ValueKind == JsonValueKind.Object;

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

    protected override bool IsMissing(string field) =>
        !json.TryGetProperty(field, out var value)
        || value.ValueKind == JsonValueKind.Null
        || (value.ValueKind == JsonValueKind.String && Text(field) is { Length: 0 });

    protected override string? Text(string field)
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

    protected override string Raw(string field) => json.GetProperty(field).GetRawText();
}
