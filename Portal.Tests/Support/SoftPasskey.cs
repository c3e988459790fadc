using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;

namespace Portal.Tests.Support;

/// <summary>A passkey of our own (WebAuthn Level 3, 6.1 and 7.2; COSE, RFC 9053), for tests that need one without a browser.</summary>
internal sealed partial class SoftPasskey(Guid personId) : IDisposable
{
    private const byte Present = 1, Verified = 4, BackupEligible = 8, HoldsCredential = 64;

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _id = RandomNumberGenerator.GetBytes(32);
    private byte _flags = Present | Verified;

    /// <summary>As the portal stores it.</summary>
    public IdentityUserPasskey<Guid> Stored() => new()
    {
        UserId = personId,
        CredentialId = _id,
        Data = new() { PublicKey = PublicKey(), IsUserVerified = true, AttestationObject = [], ClientDataJson = [], Name = "test", CreatedAt = TestData.Now },
    };

    /// <summary>What <c>navigator.credentials.get</c> answers to these options, as JSON.</summary>
    public string Answer(JsonElement options, Uri origin)
    {
        var client = Client("webauthn.get", options, origin);
        var authenticator = Head(origin, 0);
        var signature = _key.SignData([.. authenticator, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return JsonSerializer.Serialize(new
        {
            id = Text(_id),
            type = "public-key",
            clientExtensionResults = new { },
            response = new { authenticatorData = Text(authenticator), clientDataJSON = Text(client), signature = Text(signature), userHandle = Text(Encoding.UTF8.GetBytes(personId.ToString())) },
        });
    }

    public void Dispose() => _key.Dispose();

    /// <summary>A CBOR map of five: kind 2 (EC2), algorithm -7 (ES256), curve 1 (P-256), x, y.</summary>
    private byte[] PublicKey()
    {
        var point = _key.ExportParameters(false).Q;
        return [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!];
    }

    private static string Text(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
