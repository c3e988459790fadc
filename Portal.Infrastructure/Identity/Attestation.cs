using System.Formats.Cbor;

namespace Portal.Infrastructure.Identity;

/// <summary>What an authenticator says of itself while it makes a passkey (WebAuthn Level 3, 6.5; the format "packed" is 8.2). Other formats carry nothing that is read here.</summary>
/// <param name="Certificates">Empty where nobody but the new passkey itself vouches for it.</param>
internal sealed record Attestation(byte[] AuthenticatorData, long Algorithm, byte[] Signature, IReadOnlyList<byte[]> Certificates)
{
    // 37 bytes of hash, flags and counter come first, in which this flag says that the passkey's own data follow; they begin with the AAGUID.
    private const int FlagsAt = 32, ModelAt = 37, ModelLength = 16;
    private const byte HoldsCredential = 0x40;

    /// <summary>The AAGUID.</summary>
    public Guid Model { get; } = AuthenticatorData.Length >= ModelAt + ModelLength && (AuthenticatorData[FlagsAt] & HoldsCredential) != 0
        ? new(AuthenticatorData.AsSpan(ModelAt, ModelLength), bigEndian: true)
        : Guid.Empty;

    /// <returns>Null for what is no attestation object.</returns>
    public static Attestation? Read(ReadOnlyMemory<byte> attestationObject)
    {
        try
        {
            var parts = Map(attestationObject);
            var data = new CborReader(parts["authData"]).ReadByteString();
            return new CborReader(parts["fmt"]).ReadTextString() == "packed" ? Packed(data, Map(parts["attStmt"])) : new(data, 0, [], []);
        }
        catch (Exception malformed) when (malformed is CborContentException or InvalidOperationException or KeyNotFoundException or OverflowException)
        {
            return null;
        }
    }

    private static Attestation Packed(byte[] data, Dictionary<string, ReadOnlyMemory<byte>> statement) => new(
        data, new CborReader(statement["alg"]).ReadInt64(), new CborReader(statement["sig"]).ReadByteString(),
        statement.TryGetValue("x5c", out var certificates) ? List(certificates) : []);

    // Strict: a key that stands twice could be read one way here and another way by the framework.
    private static Dictionary<string, ReadOnlyMemory<byte>> Map(ReadOnlyMemory<byte> cbor)
    {
        var (reader, parts) = (new CborReader(cbor, CborConformanceMode.Strict), new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal));
        reader.ReadStartMap();
        while (reader.PeekState() != CborReaderState.EndMap)
        {
            var key = reader.ReadTextString();
            parts.Add(key, reader.ReadEncodedValue());
        }

        reader.ReadEndMap();
        return parts;
    }

    private static List<byte[]> List(ReadOnlyMemory<byte> cbor)
    {
        var (reader, items) = (new CborReader(cbor, CborConformanceMode.Strict), new List<byte[]>());
        reader.ReadStartArray();
        while (reader.PeekState() != CborReaderState.EndArray)
        {
            items.Add(reader.ReadByteString());
        }

        reader.ReadEndArray();
        return items;
    }
}
