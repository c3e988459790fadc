using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Portal.Application.Shared;

/// <summary>
/// The hash that both governments sign. It is SHA-256 over a text that anyone can make again years later from the same content,
/// on any database and any version of the runtime.
/// </summary>
/// <remarks>
/// The text resembles RFC 8785 (JSON Canonicalization Scheme): names sorted by UTF-16 code unit, the shortest escapes, no white
/// space, UTF-8. It differs in three points. Text and names are composed (NFC) first, so two ways to type one text are one content;
/// compatibility ideographs stay, because another shape of a kanji is another name, and what was sent is shown from this text.
/// Plain numbers keep all their digits and lose trailing zeros, where RFC 8785 rounds to a double; databases give 1.50 back for 1.5.
/// Instants are UTC as <c>yyyy-MM-ddTHH:mm:ss.fffffffZ</c>, cut to the microsecond, which is what every database here keeps.
/// Names are those of the properties: renaming one changes the hash, so pass a record made for signing. Lists keep their order.
/// </remarks>
public static class ContentHash
{
    private static readonly JsonSerializerOptions Shape = new()
    {
        Converters = { new JsonStringEnumConverter(allowIntegerValues: false), new UtcInstant(), new NoLocalTime() },
    };

    /// <summary>SHA-256 of <see cref="CanonicalJson"/>, 64 lower-case hexadecimal digits.</summary>
    public static string Of(object value) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(CanonicalJson(value))));

    /// <summary>Exactly the text that is hashed, for showing and for archives.</summary>
    public static string CanonicalJson(object value) =>
        Portal.Application.Shared.CanonicalJson.Write(JsonSerializer.SerializeToElement(value, value.GetType(), Shape));

    private sealed class UtcInstant : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
        {
            var utc = value.UtcDateTime;
            writer.WriteStringValue(new DateTime(utc.Ticks - utc.Ticks % TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc)
                .ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    /// <summary>A DateTime may mean the host's zone; two hosts would then disagree about the hash.</summary>
    private sealed class NoLocalTime : JsonConverter<DateTime>
    {
        public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
            throw new NotSupportedException("Signed content holds DateTimeOffset or DateOnly.");
    }
}
