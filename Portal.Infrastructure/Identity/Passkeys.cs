using System.Buffers.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity;
using Portal.Application.Shared;
using Portal.Infrastructure.Persistence;

namespace Portal.Infrastructure.Identity;

/// <param name="Id">Comes back with the answer.</param>
/// <param name="Json">For <c>navigator.credentials</c> (WebAuthn Level 3, 5.1.8 and 5.1.9).</param>
public sealed record PasskeyOffer(Guid Id, string Json);

/// <param name="Id">Base64url, as WebAuthn writes it.</param>
/// <param name="IsSynced">The owner's devices share it (backup eligible).</param>
/// <param name="IsDeviceBound">It stays on its device for certain; more than not being synced.</param>
public sealed record Passkey(string Id, string Name, DateTimeOffset CreatedAt, bool IsSynced, bool IsDeviceBound);

/// <param name="Method">With an ordinary passkey, or a device-bound one.</param>
public sealed record PasskeyAnswer(PortalUser User, string CredentialId, SignInMethod Method);

/// <summary>
/// Passkeys (WebAuthn). Identity's sign-in keeps the challenge in a cookie and takes an answer twice when the authenticator does not
/// count (G2); here the challenge is a row that the first answer consumes before anything is verified (S-13).
/// </summary>
public sealed class Passkeys(
    UserManager<PortalUser> users, IPasskeyHandler<PortalUser> handler, DeviceBoundPasskeys deviceBound, PortalDbContext db, IHttpContextAccessor http, TimeProvider clock)
{
    public const int Most = 10, NameLength = 200;
    public const string Refused = "Account.Passkey.Refused", TooMany = "Account.Passkey.TooMany", NameMissing = "Account.Passkey.NameMissing";

    internal static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    public async Task<IReadOnlyList<Passkey>> ListAsync(Guid personId) =>
        [.. (await users.GetPasskeysAsync(await UserAsync(personId))).OrderBy(p => p.CreatedAt)
            .Select(p => new Passkey(Base64Url.EncodeToString(p.CredentialId), p.Name ?? "", p.CreatedAt, p.IsBackupEligible, deviceBound.Hold(p)))];

    public async Task<PasskeyOffer> OfferCreationAsync(Guid personId, CancellationToken ct)
    {
        var user = await UserAsync(personId);
        var made = await handler.MakeCreationOptionsAsync(new PasskeyUserEntity { Id = user.Id.ToString(), Name = user.Email!, DisplayName = user.Email! }, http.HttpContext!);
        var json = await SignsAsync(personId, ct) ? WithAttestation(made.CreationOptionsJson) : made.CreationOptionsJson;
        return await KeepAsync(PasskeyPurpose.Create, personId, made.AttestationState!, json, ct);
    }

    /// <summary>By the roles in force, also while the person may not use them yet.</summary>
    public async Task<bool> SignsAsync(Guid personId, CancellationToken ct) =>
        Rights.Of(personId, await db.Memberships.AsNoTracking().Where(m => m.PersonId == personId).ToListAsync(ct), clock.GetUtcNow()).SignsForGovernment;

    public async Task<PasskeyOffer> OfferAssertionAsync(PasskeyPurpose purpose, Guid? personId, CancellationToken ct)
    {
        var made = await handler.MakeRequestOptionsAsync(personId is { } id ? await UserAsync(id) : null, http.HttpContext!);
        return await KeepAsync(purpose, personId, made.AssertionState!, made.RequestOptionsJson, ct);
    }

    public async Task<Result> AddAsync(Guid personId, Guid offer, string? credential, string? name, CancellationToken ct)
    {
        var user = await UserAsync(personId);
        if ((await users.GetPasskeysAsync(user)).Count >= Most)
        {
            return Result.Refused([new Error(TooMany)]);
        }

        if (NameOf(name) is not { } called)
        {
            return Result.Refused([new Error(NameMissing, "Name")]);
        }

        if (await ConsumeAsync(offer, PasskeyPurpose.Create, personId, ct) is not { } state)
        {
            return Result.Refused([new Error(Refused)]);
        }

        var outcome = await handler.PerformAttestationAsync(new() { CredentialJson = credential ?? "", AttestationState = state, HttpContext = http.HttpContext! });
        if (!outcome.Succeeded || outcome.UserEntity.Id != personId.ToString())
        {
            return Result.Refused([new Error(Refused)]);
        }

        outcome.Passkey.Name = called;
        return (await users.AddOrUpdatePasskeyAsync(user, outcome.Passkey)).Succeeded ? Result.Success : Result.Refused([new Error(Refused)]);
    }

    /// <param name="personId">Who must answer; null when the passkey says who it is.</param>
    /// <returns>Null for any answer that does not fit: wrong, late, used before, another person's, made for something else.</returns>
    public async Task<PasskeyAnswer?> AnswerAsync(Guid offer, PasskeyPurpose purpose, Guid? personId, string? credential, CancellationToken ct)
    {
        if (await ConsumeAsync(offer, purpose, personId, ct) is not { } state)
        {
            return null;
        }

        var outcome = await handler.PerformAssertionAsync(new() { CredentialJson = credential ?? "", AssertionState = state, HttpContext = http.HttpContext! });
        if (!outcome.Succeeded || (personId is { } id && outcome.User.Id != id))
        {
            return null;
        }

        await users.AddOrUpdatePasskeyAsync(outcome.User, outcome.Passkey);
        var method = deviceBound.Hold(outcome.Passkey) ? SignInMethod.DeviceBoundPasskey : SignInMethod.Passkey;
        return new(outcome.User, Base64Url.EncodeToString(outcome.Passkey.CredentialId), method);
    }

    public async Task<Result> RenameAsync(Guid personId, string id, string? name)
    {
        var user = await UserAsync(personId);
        var passkey = await FindAsync(user, id);
        if (NameOf(name) is not { } called)
        {
            return Result.Refused([new Error(NameMissing, "Name")]);
        }

        passkey.Name = called;
        await users.AddOrUpdatePasskeyAsync(user, passkey);
        return Result.Success;
    }

    public async Task RemoveAsync(Guid personId, string id)
    {
        var user = await UserAsync(personId);
        await users.RemovePasskeyAsync(user, (await FindAsync(user, id)).CredentialId);
    }

    private async Task<UserPasskeyInfo> FindAsync(PortalUser user, string id) =>
        Base64Url.IsValid(id) && await users.GetPasskeyAsync(user, Base64Url.DecodeFromChars(id)) is { } found ? found : throw new NotFoundException();

    private async Task<PortalUser> UserAsync(Guid personId) => await users.FindByIdAsync(personId.ToString()) ?? throw new NotFoundException();

    private async Task<PasskeyOffer> KeepAsync(PasskeyPurpose purpose, Guid? personId, string state, string json, CancellationToken ct)
    {
        var challenge = new PasskeyChallenge { Id = Guid.NewGuid(), Purpose = purpose, PersonId = personId, State = state, ExpiresAt = clock.GetUtcNow() + Life };
        db.PasskeyChallenges.Add(challenge);
        await db.SaveChangesAsync(ct);
        return new(challenge.Id, json);
    }

    private async Task<string?> ConsumeAsync(Guid id, PasskeyPurpose purpose, Guid? personId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var found = await db.PasskeyChallenges.AsNoTracking()
            .FirstOrDefaultAsync(c => c.Id == id && c.Purpose == purpose && c.PersonId == personId && c.ExpiresAt > now, ct);
        return found is not null && await db.PasskeyChallenges.Where(c => c.Id == id).ExecuteDeleteAsync(ct) == 1 ? found.State : null;
    }

    // Only where it is needed: browsers ask the person whether the site may learn the device's make.
    private static string WithAttestation(string options)
    {
        var json = JsonNode.Parse(options)!;
        json["attestation"] = "direct";
        return json.ToJsonString();
    }

    private static string? NameOf(string? typed)
    {
        var name = CleanText.Line(typed);
        return name.Length is 0 or > NameLength ? null : name;
    }
}
