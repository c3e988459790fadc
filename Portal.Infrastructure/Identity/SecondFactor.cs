using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity.Domain;
using Portal.Application.Shared;
using Portal.Infrastructure.Persistence;

namespace Portal.Infrastructure.Identity;

/// <summary>What comes after the password: a code of the authenticator app, or one from paper.</summary>
public sealed class SecondFactor(AuthenticatorApps apps, RecoveryCodes codes, SignInGuard guard, PortalDbContext db)
{
    public const string Wrong = "Account.Code.Wrong";

    public Task<bool> IsSetUpAsync(Guid personId, CancellationToken ct) => apps.IsSetUpAsync(personId, ct);

    /// <returns>What was wrong, or with what the person has signed in.</returns>
    public async Task<(Error? Refusal, SignInMethod Method)> TryAsync(Guid personId, string? code, CancellationToken ct)
    {
        var method = SignInMethod.PasswordAndCode;
        var refusal = await guard.TryAsync($"code {personId}", new Error(Wrong, "Code"), async () =>
        {
            if (await apps.IsRightAsync(personId, code, ct))
            {
                return true;
            }

            method = SignInMethod.PasswordAndRecoveryCode;
            return await codes.SpendAsync(personId, code, ct);
        }, ct);
        if (refusal is null && method == SignInMethod.PasswordAndRecoveryCode)
        {
            await db.TellOwnerAsync(personId, person => person.TellFactorChange(FactorChange.RecoveryCodeUsed), ct);
        }

        return (refusal, method);
    }
}
