using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Cryptography.KeyDerivation;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Portal.Application.Shared;

namespace Portal.Infrastructure.Identity;

/// <summary>One password however the keyboard composed it: が as one character or as two, letters in full or half width (RFC 8265, 4.2).</summary>
internal sealed class PortalPasswordHasher(IOptions<PasswordHasherOptions> options) : PasswordHasher<PortalUser>(options)
{
    /// <summary>PBKDF2-HMAC-SHA-512 rounds (S-18).</summary>
    public const int Iterations = 210_000;

    private const int SaltBytes = 16, KeyBytes = 32;

    /// <summary>Looks like a stored hash and costs as much to check, and no password has it.</summary>
    public static readonly string Nobodys = Convert.ToBase64String([1, .. Number((int)KeyDerivationPrf.HMACSHA512), .. Number(Iterations), .. Number(SaltBytes), .. RandomNumberGenerator.GetBytes(SaltBytes + KeyBytes)]);

    public override string HashPassword(PortalUser user, string password) => base.HashPassword(user, UnicodeForms.Nfkc(password));

    public override PasswordVerificationResult VerifyHashedPassword(PortalUser user, string hashedPassword, string providedPassword) =>
        base.VerifyHashedPassword(user, hashedPassword, UnicodeForms.Nfkc(providedPassword));

    private static byte[] Number(int value)
    {
        var bytes = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
