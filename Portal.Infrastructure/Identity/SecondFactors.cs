using Portal.Application.Shared;

namespace Portal.Infrastructure.Identity;

/// <summary>An authenticator app of one person (RFC 6238).</summary>
public sealed class Authenticator
{
    public required Guid PersonId { get; init; }

    /// <summary>The shared secret, sealed by Data Protection (G4).</summary>
    public required byte[] Sealed { get; set; }

    /// <summary>Null until the person has shown a right code once.</summary>
    public DateTimeOffset? ConfirmedAt { get; set; }

    /// <summary>The last time step whose code was taken: none counts twice (G3).</summary>
    public required long LastStep { get; set; }
}

/// <summary>One of the codes on paper. 128 random bits need no slow hash.</summary>
public sealed class RecoveryCode
{
    public required string Hash { get; init; }
    public required Guid PersonId { get; init; }
}

public enum PasskeyPurpose { Create, SignIn, Confirm }

/// <summary>A challenge for a passkey that may be answered once, within five minutes, for what it was made for (S-13, G2).</summary>
public sealed class PasskeyChallenge
{
    public required Guid Id { get; init; }
    public required PasskeyPurpose Purpose { get; init; }

    /// <summary>Null when the passkey is to say who it is.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>What the framework wants back with the answer: the challenge and what was allowed.</summary>
    public required string State { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
}
