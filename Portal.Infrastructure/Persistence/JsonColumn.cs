using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Infrastructure.Persistence;

/// <summary>A value object in one text column, the same on every engine.</summary>
internal static class JsonColumn
{
    private static readonly JsonSerializerOptions s_shape = new()
    {
        IgnoreReadOnlyProperties = true,
        Converters = { new JsonStringEnumConverter() },
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public static PropertyBuilder<T> HasJson<T>(this PropertyBuilder<T> property, int maxLength)
    {
        property.HasConversion(
            value => Write(value),
            text => Read<T>(text),
            new ValueComparer<T>((a, b) => ReferenceEquals(a, b) || Write(a) == Write(b), value => Write(value).GetHashCode(StringComparison.Ordinal), value => value));
        return property.HasMaxLength(maxLength);
    }

    internal static string Write<T>(T? value) => JsonSerializer.Serialize(value, s_shape);

    internal static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, s_shape)!;
}
