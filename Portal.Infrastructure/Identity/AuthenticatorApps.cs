using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using OtpNet;
using Portal.Application.Shared;
using Portal.Infrastructure.Persistence;

namespace Portal.Infrastructure.Identity;

/// <summary>
/// Codes of an authenticator app (TOTP, RFC 6238). Not Identity's own: that one takes a code twice, looks 150 seconds around and keeps
/// the secret in clear (G3, G4). Here each time step counts once, one step around now, and the secret is sealed.
/// </summary>
public sealed class AuthenticatorApps(PortalDbContext db, IDataProtectionProvider protection, TimeProvider clock)
{
    private const int SecretBytes = 20, StepSeconds = 30;
    private static readonly VerificationWindow s_window = new(previous: 1, future: 1);

    private readonly IDataProtector _seal = protection.CreateProtector("Portal.Authenticator");

    public Task<bool> IsSetUpAsync(Guid personId, CancellationToken ct) => db.Authenticators.AnyAsync(a => a.PersonId == personId && a.ConfirmedAt != null, ct);

    /// <summary>A new secret that counts only after <see cref="ConfirmAsync"/>. One that counts already stays.</summary>
    public async Task BeginAsync(Guid personId, CancellationToken ct)
    {
        await db.Authenticators.Where(a => a.PersonId == personId && a.ConfirmedAt == null).ExecuteDeleteAsync(ct);
        if (!await IsSetUpAsync(personId, ct))
        {
            db.Authenticators.Add(new Authenticator { PersonId = personId, Sealed = _seal.Protect(KeyGeneration.GenerateRandomKey(SecretBytes)), LastStep = 0 });
            await db.SaveChangesAsync(ct);
        }
    }

    /// <summary>The secret to type or to scan, as long as it has not been confirmed; null after that.</summary>
    public async Task<string?> SecretAsync(Guid personId, CancellationToken ct) =>
        await db.Authenticators.AsNoTracking().FirstOrDefaultAsync(a => a.PersonId == personId && a.ConfirmedAt == null, ct) is { } found
            ? Base32Encoding.ToString(_seal.Unprotect(found.Sealed))
            : null;

    /// <summary>The first right code makes the app count.</summary>
    public async Task<bool> ConfirmAsync(Guid personId, string? code, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return await TakeAsync(personId, isConfirmed: false, code, ct)
            && await db.Authenticators.Where(a => a.PersonId == personId && a.ConfirmedAt == null)
                .ExecuteUpdateAsync(s => s.SetProperty(a => a.ConfirmedAt, now), ct) == 1;
    }

    public Task<bool> IsRightAsync(Guid personId, string? code, CancellationToken ct) => TakeAsync(personId, isConfirmed: true, code, ct);

    public Task RemoveAsync(Guid personId, CancellationToken ct) => db.Authenticators.Where(a => a.PersonId == personId).ExecuteDeleteAsync(ct);

    /// <summary>Compares, and takes the code's time step by one conditional update: of many at once only one succeeds.</summary>
    private async Task<bool> TakeAsync(Guid personId, bool isConfirmed, string? code, CancellationToken ct)
    {
        var found = await db.Authenticators.AsNoTracking().FirstOrDefaultAsync(a => a.PersonId == personId && (a.ConfirmedAt != null) == isConfirmed, ct);
        if (found is null)
        {
            return false;
        }

        var totp = new Totp(_seal.Unprotect(found.Sealed), StepSeconds);
        return totp.VerifyTotp(clock.GetUtcNow().UtcDateTime, CleanText.Digits(code), out var step, s_window)
            && await db.Authenticators.Where(a => a.PersonId == personId && a.LastStep < step)
                .ExecuteUpdateAsync(s => s.SetProperty(a => a.LastStep, step), ct) == 1;
    }
}
