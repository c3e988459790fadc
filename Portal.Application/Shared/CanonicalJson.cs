using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Portal.Application.Shared;

/// <summary>Writes JSON in the one form that is signed; see <see cref="ContentHash"/>. Own escapes, because the runtime's change with each Unicode version.</summary>
internal static class CanonicalJson
{
    private const string PlainNumber = "0.############################";

    public static string Write(JsonElement value)
    {
        var text = new StringBuilder();
        Write(text, value);
        return text.ToString();
    }

    private static void Write(StringBuilder text, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object: WriteObject(text, value); break;
            case JsonValueKind.Array: WriteArray(text, value); break;
            case JsonValueKind.String: WriteString(text, UnicodeForms.NfcKeepingKanji(value.GetString()!)); break;
            case JsonValueKind.Number: text.Append(Number(value.GetRawText())); break;
            default: text.Append(value.GetRawText()); break;
        }
    }

    private static void WriteObject(StringBuilder text, JsonElement value)
    {
        var separator = '{';
        foreach (var (name, member) in value.EnumerateObject()
            .Select(p => (Name: UnicodeForms.Nfc(p.Name), p.Value)).OrderBy(p => p.Name, StringComparer.Ordinal))
        {
            text.Append(separator);
            WriteString(text, name);
            text.Append(':');
            Write(text, member);
            separator = ',';
        }
        text.Append(separator == '{' ? "{}" : "}");
    }

    private static void WriteArray(StringBuilder text, JsonElement value)
    {
        var separator = '[';
        foreach (var item in value.EnumerateArray())
        {
            text.Append(separator);
            Write(text, item);
            separator = ',';
        }
        text.Append(separator == '[' ? "[]" : "]");
    }

    /// <summary>Numbers with an exponent are doubles far from anything we sign; the runtime's shortest form is stable for them.</summary>
    private static string Number(string raw) =>
        decimal.TryParse(raw, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number.ToString(PlainNumber, CultureInfo.InvariantCulture)
            : raw;

    /// <summary>RFC 8785 §3.2.2.2.</summary>
    private static void WriteString(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
            text.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\b' => "\\b",
                '\t' => "\\t",
                '\n' => "\\n",
                '\f' => "\\f",
                '\r' => "\\r",
                < ' ' => $"\\u{(int)c:x4}",
                _ => c.ToString(),
            });
        text.Append('"');
    }
}
