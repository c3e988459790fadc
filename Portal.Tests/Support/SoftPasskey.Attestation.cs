using System.Buffers.Binary;
using System.Formats.Cbor;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Portal.Tests.Support;

/// <summary>What can be wrong with the attestation of a new passkey.</summary>
public enum Flaw { None, OtherRoot, OtherModel, OtherModelInCertificate, NoModelInCertificate, WrongSignature, CertificateOfAuthority, NoAttestation, SelfAttestation, Synced }

internal sealed partial class SoftPasskey
{
    public static readonly Guid Model = new("5e1f0001-7c3a-4f7e-9a51-0d2b6c8e4f10");

    private static readonly Guid s_otherModel = new("5e1f0002-7c3a-4f7e-9a51-0d2b6c8e4f10");

    /// <summary>What <c>navigator.credentials.create</c> answers to these options, as JSON.</summary>
    public string Create(JsonElement options, Uri origin, KeyMaker maker, Flaw flaw = Flaw.None)
    {
        var client = Client("webauthn.create", options, origin);
        _flags = flaw == Flaw.Synced ? (byte)(_flags | BackupEligible) : _flags;
        byte[] length = new byte[sizeof(ushort)];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)_id.Length);
        var model = flaw == Flaw.OtherModel ? s_otherModel : Model;
        byte[] authenticator = [.. Head(origin, HoldsCredential), .. model.ToByteArray(bigEndian: true), .. length, .. _id, .. PublicKey()];
        var attestation = Attest(authenticator, SHA256.HashData(client), maker, flaw);
        return JsonSerializer.Serialize(new
        {
            id = Text(_id), type = "public-key", clientExtensionResults = new { }, response = new { clientDataJSON = Text(client), attestationObject = Text(attestation) },
        });
    }

    private byte[] Attest(byte[] authenticator, byte[] clientHash, KeyMaker maker, Flaw flaw)
    {
        var cbor = new CborWriter(CborConformanceMode.Ctap2Canonical);
        cbor.WriteStartMap(3);
        cbor.WriteTextString("fmt");
        cbor.WriteTextString(flaw == Flaw.NoAttestation ? "none" : "packed");
        cbor.WriteTextString("attStmt");
        WriteStatement(cbor, authenticator, clientHash, maker, flaw);
        cbor.WriteTextString("authData");
        cbor.WriteByteString(authenticator);
        cbor.WriteEndMap();
        return cbor.Encode();
    }

    private void WriteStatement(CborWriter cbor, byte[] authenticator, byte[] clientHash, KeyMaker maker, Flaw flaw)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var isOwn = flaw == Flaw.SelfAttestation;
        byte[] signed = flaw == Flaw.WrongSignature ? [.. authenticator, .. SHA256.HashData(clientHash)] : [.. authenticator, .. clientHash];
        cbor.WriteStartMap(flaw == Flaw.NoAttestation ? 0 : isOwn ? 2 : 3);
        if (flaw != Flaw.NoAttestation)
        {
            cbor.WriteTextString("alg");
            cbor.WriteInt32(-7);
            cbor.WriteTextString("sig");
            cbor.WriteByteString((isOwn ? _key : key).SignData(signed, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
        }

        if (flaw != Flaw.NoAttestation && !isOwn)
        {
            cbor.WriteTextString("x5c");
            cbor.WriteStartArray(1);
            cbor.WriteByteString(maker.Certify(key, CertifiedModel(flaw), flaw == Flaw.CertificateOfAuthority));
            cbor.WriteEndArray();
        }

        cbor.WriteEndMap();
    }

    private static Guid? CertifiedModel(Flaw flaw) => flaw switch
    {
        Flaw.NoModelInCertificate => null,
        Flaw.OtherModel or Flaw.OtherModelInCertificate => s_otherModel,
        _ => Model,
    };

    private static byte[] Client(string type, JsonElement options, Uri origin) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        type, challenge = options.GetProperty("challenge").GetString(), origin = origin.GetLeftPart(UriPartial.Authority), crossOrigin = false,
    });

    private byte[] Head(Uri origin, byte further) => [.. SHA256.HashData(Encoding.ASCII.GetBytes(origin.Host)), (byte)(_flags | further), .. new byte[sizeof(uint)]];
}
