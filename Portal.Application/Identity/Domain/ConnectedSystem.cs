using System.Buffers.Text;
using System.Linq.Expressions;
using System.Security.Cryptography;
using Portal.Application.Shared;

namespace Portal.Application.Identity.Domain;

/// <summary>What kind of OAuth client a system is (RFC 6749 §2.1): with a server of its own, on people's devices, or without people.</summary>
public enum SystemKind { Web, Native, Service }

/// <summary>How a system proves that it is itself: by a key of its own (RFC 7523), by a secret, or not at all.</summary>
public enum SystemAuthentication { None, Key, Secret }

public enum ConnectedSystemStatus { InForce, Suspended, Removed }

/// <summary>A system of one government that may let people sign in with the portal, or ask the portal in its own name.</summary>
public sealed class ConnectedSystem : Aggregate
{
    /// <summary>Bits of a secret (S-21).</summary>
    public const int SecretBits = 256;

    private ConnectedSystem() { }

    public Guid OrganisationId { get; private set; }
    public Government Government { get; private set; }
    public SystemKind Kind { get; private set; }
    public ConnectedSystemStatus Status { get; private set; }
    public BilingualText Name { get; private set; } = BilingualText.Empty;
    public IReadOnlyList<string> RedirectAddresses { get; private set; } = [];
    public IReadOnlyList<string> SignOutAddresses { get; private set; } = [];
    public IReadOnlyList<string> Scopes { get; private set; } = [];
    public DateTimeOffset RegisteredAt { get; private set; }

    /// <summary>SHA-256 of the secret, which nobody can guess from it: it has 256 random bits, so there is nothing to slow down.</summary>
    public string? SecretHash { get; private set; }

    /// <summary>A JSON Web Key Set (RFC 7517) with public keys only.</summary>
    public string? Keys { get; private set; }

    /// <summary>When the secret or the keys were set.</summary>
    public DateTimeOffset? CredentialAt { get; private set; }

    /// <summary>The <c>client_id</c>.</summary>
    public string ClientId => Id.ToString("N");

    public SystemAuthentication Authentication =>
        Keys is not null ? SystemAuthentication.Key : SecretHash is not null ? SystemAuthentication.Secret : SystemAuthentication.None;

    /// <summary>Keeps a secret or a key to itself (RFC 6749 §2.1).</summary>
    public bool IsConfidential => IsConfidentialKind(Kind);

    public override Government? Side => Government;

    public override string? StatusName => Status.ToString();

    public static bool IsConfidentialKind(SystemKind kind) => kind != SystemKind.Native;

    public static ConnectedSystem Register(Organisation organisation, SystemProfile profile, DateTimeOffset now)
    {
        var system = new ConnectedSystem { Kind = profile.Kind, Government = organisation.Government, RegisteredAt = now };
        system.Take(organisation, profile);
        return system;
    }

    /// <summary>Each government knows its own systems only. A removed one is history.</summary>
    public static Expression<Func<ConnectedSystem, bool>> VisibleTo(Actor actor) =>
        s => s.Government == actor.Agency && s.Status != ConnectedSystemStatus.Removed;

    public void Change(Organisation organisation, SystemProfile profile)
    {
        if (profile.Kind != Kind)
        {
            throw new RefusedException(new Error("Identity.System.KindFixed", nameof(Kind)));
        }

        Take(organisation, profile);
    }

    /// <summary>A new secret in place of whatever the system proved itself with before.</summary>
    /// <returns>The secret, which the portal does not keep.</returns>
    public string RenewSecret(DateTimeOffset now)
    {
        RequireConfidential();
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBits / 8));
        (SecretHash, Keys, CredentialAt) = (Sha256.Of(secret), null, now);
        return secret;
    }

    /// <summary>Public keys in place of whatever the system proved itself with before.</summary>
    public void UseKeys(PublicKeySet keys, DateTimeOffset now)
    {
        RequireConfidential();
        (SecretHash, Keys, CredentialAt) = (null, keys.Json, now);
    }

    public void Suspend() => Move(ConnectedSystemStatus.InForce, ConnectedSystemStatus.Suspended);

    public void Resume() => Move(ConnectedSystemStatus.Suspended, ConnectedSystemStatus.InForce);

    /// <summary>Ends the system for good. What it proved itself with is forgotten.</summary>
    public void Remove() => (Status, SecretHash, Keys) = (ConnectedSystemStatus.Removed, null, null);

    private void Move(ConnectedSystemStatus from, ConnectedSystemStatus to) =>
        Status = Status == from ? to : throw new RefusedException("Identity.System.NotNow");

    private void Take(Organisation organisation, SystemProfile profile)
    {
        if (organisation.Government != Government)
        {
            throw new ForbiddenException(this);
        }

        if (profile.Problems().FirstOrDefault() is { } problem)
        {
            throw new RefusedException(problem);
        }

        (OrganisationId, Name) = (organisation.Id, profile.Name);
        RedirectAddresses = SystemAddress.Filled(profile.RedirectAddresses);
        SignOutAddresses = SystemAddress.Filled(profile.SignOutAddresses);
        Scopes = [.. SystemScopes.All.Where(profile.Scopes.Contains)];
    }

    private void RequireConfidential()
    {
        if (!IsConfidential)
        {
            throw new RefusedException("Identity.System.NoCredential");
        }
    }
}
