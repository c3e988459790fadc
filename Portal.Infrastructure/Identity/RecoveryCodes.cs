using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OtpNet;
using Portal.Application.Shared;
using Portal.Infrastructure.Persistence;

namespace Portal.Infrastructure.Identity;

/// <summary>Codes on paper for whoever has lost the phone: 128 random bits each, kept as hashes, each good for one sign-in (S-14).</summary>
public sealed class RecoveryCodes(PortalDbContext db)
{
    public const int Count = 10;

    private const int Bytes = 16, Group = 4;

    public Task<int> LeftAsync(Guid personId, CancellationToken ct) => db.RecoveryCodes.CountAsync(c => c.PersonId == personId, ct);

    /// <summary>Ten new codes; those before them are void. They can be shown only now.</summary>
    public async Task<IReadOnlyList<string>> RenewAsync(Guid personId, CancellationToken ct)
    {
        await db.RecoveryCodes.Where(c => c.PersonId == personId).ExecuteDeleteAsync(ct);
        string[] codes = [.. Enumerable.Range(0, Count).Select(_ => Base32Encoding.ToString(RandomNumberGenerator.GetBytes(Bytes)).TrimEnd('='))];
        db.RecoveryCodes.AddRange(codes.Select(c => new RecoveryCode { Hash = HashOf(c), PersonId = personId }));
        await db.SaveChangesAsync(ct);
        return [.. codes.Select(c => string.Join('-', c.Chunk(Group).Select(g => new string(g))))];
    }

    /// <summary>True once for each code, however many ask at once.</summary>
    public async Task<bool> SpendAsync(Guid personId, string? code, CancellationToken ct)
    {
        var hash = HashOf(CleanText.Latin(code).Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant());
        return await db.RecoveryCodes.Where(c => c.PersonId == personId && c.Hash == hash).ExecuteDeleteAsync(ct) == 1;
    }

    public Task RemoveAsync(Guid personId, CancellationToken ct) => db.RecoveryCodes.Where(c => c.PersonId == personId).ExecuteDeleteAsync(ct);

    private static string HashOf(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(code)));
}
