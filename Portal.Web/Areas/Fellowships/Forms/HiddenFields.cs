using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Portal.Web.Areas.Fellowships.Forms;

/// <summary>A form as the hidden fields that model binding reads back into the same form.</summary>
internal static class HiddenFields
{
    private static readonly JsonSerializerOptions s_names = new() { Converters = { new JsonStringEnumConverter() }, IgnoreReadOnlyProperties = true };

    public static IEnumerable<KeyValuePair<string, string>> Of<T>(T form) => Of("", JsonSerializer.SerializeToElement(form, s_names));

    private static IEnumerable<KeyValuePair<string, string>> Of(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(p => Of(name.Length == 0 ? p.Name : $"{name}.{p.Name}", p.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany((item, i) => Of(string.Create(CultureInfo.InvariantCulture, $"{name}[{i}]"), item)),
        JsonValueKind.Null => [],
        _ => [new(name, value.ToString())],
    };
}
