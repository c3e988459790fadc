using Microsoft.AspNetCore.Identity;
using Portal.Application.Shared;
using Portal.Infrastructure.Identity;
using Portal.Infrastructure.Persistence;

namespace Portal.Infrastructure.Federation;

public enum OutsideOutcome { SignedIn, NeedsCode, NotConfirmed, Unknown, Refused }

/// <summary>
/// Signs in whom an outside provider vouches for. An account that asks for a code asks for it here too, unless the provider's <c>acr</c>
/// is one that counts as strong.
/// </summary>
public sealed class OutsideSignIn(
    UserManager<PortalUser> users, PortalSession session, PendingSignIn pending, PasswordSignIn confirmation, SecondFactor second, PortalDbContext db, TimeProvider clock)
{
    public async Task<OutsideOutcome> SignInAsync(OutsideIdentity identity, CancellationToken ct)
    {
        if (await OwnerAsync(identity) is not { } user)
        {
            return OutsideOutcome.Unknown;
        }

        if (!user.EmailConfirmed)
        {
            await db.TellOwnerAsync(user.Id, person => person.RegisterAgain(), ct);
            return OutsideOutcome.NotConfirmed;
        }

        return await StartAsync(user, identity.Proof, isSameVisit: false, ct);
    }

    /// <summary>Confirms the mailed address of a new account, if it is whoever made the account that came: the click alone tells nothing (TH-15).</summary>
    public async Task<OutsideOutcome> ConfirmMailAsync(OutsideIdentity identity, Guid account, string? token, CancellationToken ct)
    {
        if (await OwnerAsync(identity) is not { } owner || owner.Id != account || await confirmation.ToConfirmAsync(account, token) is not { } user)
        {
            return OutsideOutcome.Refused;
        }

        await users.ConfirmEmailAsync(user, token!);
        return await StartAsync(user, identity.Proof, isSameVisit: false, ct);
    }

    /// <summary>Somebody who is signed in has proved anew who they are.</summary>
    public async Task<OutsideOutcome> ProveAsync(OutsideIdentity identity, Guid personId, CancellationToken ct) =>
        clock.GetUtcNow() - identity.Proof.At <= SignInProof.FreshFor && await OwnerAsync(identity) is { } user && user.Id == personId
            ? await StartAsync(user, identity.Proof, isSameVisit: true, ct)
            : OutsideOutcome.Refused;

    private async Task<OutsideOutcome> StartAsync(PortalUser user, OutsideProof proof, bool isSameVisit, CancellationToken ct)
    {
        if (!proof.IsStrong && await second.IsSetUpAsync(user.Id, ct))
        {
            await pending.KeepAsync(user.Id, proof);
            return OutsideOutcome.NeedsCode;
        }

        await session.StartAsync(user, SignInMethod.Outside, ct, isSameVisit: isSameVisit, outside: proof);
        return OutsideOutcome.SignedIn;
    }

    private Task<PortalUser?> OwnerAsync(OutsideIdentity identity) => users.FindByLoginAsync(identity.Issuer, identity.SubjectKey);
}
