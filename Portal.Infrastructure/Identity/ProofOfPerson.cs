using Microsoft.AspNetCore.Identity;
using Portal.Application.Shared;

namespace Portal.Infrastructure.Identity;

/// <summary>Somebody who is signed in proves anew who they are, for what needs a fresh proof (S-25). The session goes on under a new id.</summary>
public sealed class ProofOfPerson(UserManager<PortalUser> users, Passkeys passkeys, SecondFactor second, SignInGuard guard, PortalSession session)
{
    public async Task<Result> ByPasskeyAsync(Guid personId, Guid offer, string? credential, CancellationToken ct)
    {
        if (await passkeys.AnswerAsync(offer, PasskeyPurpose.Confirm, personId, credential, ct) is not { } answer)
        {
            return Result.Refused([new Error(Passkeys.Refused)]);
        }

        await session.StartAsync(answer.User, answer.Method, ct, answer.CredentialId, isSameVisit: true);
        return Result.Success;
    }

    public async Task<Result> ByPasswordAsync(Guid personId, string? password, string? code, CancellationToken ct)
    {
        var user = await users.FindByIdAsync(personId.ToString()) ?? throw new NotFoundException();
        var wrong = new Error(PortalIdentityErrors.PasswordWrong, "Password");
        if (await guard.TryAsync(user.NormalizedEmail!, wrong, () => users.CheckPasswordAsync(user, password ?? ""), ct) is { } refusal)
        {
            return Result.Refused([refusal]);
        }

        var method = SignInMethod.Password;
        if (await second.IsSetUpAsync(personId, ct))
        {
            (var wrongCode, method) = await second.TryAsync(personId, code, ct);
            if (wrongCode is not null)
            {
                return Result.Refused([wrongCode]);
            }
        }

        await session.StartAsync(user, method, ct, isSameVisit: true);
        return Result.Success;
    }
}
