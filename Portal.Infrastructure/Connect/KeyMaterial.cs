using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.IdentityModel.Tokens;

namespace Portal.Infrastructure.Connect;

/// <summary>
/// Makes keys and opens them. RS256, because every provider must offer it and every client understands it (OpenID Connect Discovery 1.0 §3);
/// 2048 bits are allowed through 2030 (NIST SP 800-131A, CRYPTREC LS-0003), and a key signs for 90 days; 3072 bits cost three times the processor time per token.
/// </summary>
public sealed class KeyMaterial(IDataProtectionProvider protection)
{
    private const int SigningBits = 2048, EncryptionBytes = 32;

    private readonly IDataProtector _seal = protection.CreateProtector("Portal.ConnectKeys");

    public ConnectKey Make(KeyPurpose purpose, int generation, DateTimeOffset now, DateTimeOffset signsFrom) =>
        purpose == KeyPurpose.Signing ? MakeSigning(generation, now, signsFrom) : MakeEncryption(generation, now, signsFrom);

    /// <exception cref="CryptographicException">The key ring that sealed the key is not here.</exception>
    public SigningCredentials Signing(ConnectKey key)
    {
        var rsa = RSA.Create();
        Open(key, secret => rsa.ImportPkcs8PrivateKey(secret, out _));
        return new(new RsaSecurityKey(rsa) { KeyId = key.KeyId }, key.Algorithm);
    }

    /// <summary>For checking what the key once signed, and for publishing: the secret half stays sealed.</summary>
    public static SigningCredentials Published(ConnectKey key)
    {
        var rsa = RSA.Create();
        rsa.ImportSubjectPublicKeyInfo(key.PublicKey, out _);
        return new(new RsaSecurityKey(rsa) { KeyId = key.KeyId }, key.Algorithm);
    }

    /// <exception cref="CryptographicException">The key ring that sealed the key is not here.</exception>
    public EncryptingCredentials Encryption(ConnectKey key)
    {
        SymmetricSecurityKey? opened = null;
        Open(key, secret => opened = new SymmetricSecurityKey(secret.ToArray()) { KeyId = key.KeyId });
        return new(opened, key.Algorithm, SecurityAlgorithms.Aes256CbcHmacSha512);
    }

    private ConnectKey MakeSigning(int generation, DateTimeOffset now, DateTimeOffset signsFrom)
    {
        using var rsa = RSA.Create(SigningBits);
        return new()
        {
            Purpose = KeyPurpose.Signing,
            Generation = generation,
            KeyId = Base64UrlEncoder.Encode(new RsaSecurityKey(rsa.ExportParameters(includePrivateParameters: false)).ComputeJwkThumbprint()),
            Algorithm = SecurityAlgorithms.RsaSha256,
            PublicKey = rsa.ExportSubjectPublicKeyInfo(),
            Sealed = Seal(rsa.ExportPkcs8PrivateKey()),
            CreatedAt = now,
            SignsFrom = signsFrom,
        };
    }

    private ConnectKey MakeEncryption(int generation, DateTimeOffset now, DateTimeOffset signsFrom) => new()
    {
        Purpose = KeyPurpose.Encryption,
        Generation = generation,
        KeyId = Guid.CreateVersion7(now).ToString("N"),
        Algorithm = SecurityAlgorithms.Aes256KW,
        Sealed = Seal(RandomNumberGenerator.GetBytes(EncryptionBytes)),
        CreatedAt = now,
        SignsFrom = signsFrom,
    };

    private byte[] Seal(byte[] secret)
    {
        var sealedSecret = _seal.Protect(secret);
        CryptographicOperations.ZeroMemory(secret);
        return sealedSecret;
    }

    private void Open(ConnectKey key, Action<ReadOnlySpan<byte>> use)
    {
        var secret = _seal.Unprotect(key.Sealed);
        use(secret);
        CryptographicOperations.ZeroMemory(secret);
    }
}
